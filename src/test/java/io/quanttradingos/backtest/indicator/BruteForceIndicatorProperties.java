package io.quanttradingos.backtest.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.SampleDeviation;
import io.quanttradingos.statistics.SimpleReturns;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every indicator against the same computed anew for each bar from all prices so far, over random paths. */
class BruteForceIndicatorProperties {
    private static final int BARS = 700;

    /** A random walk of prices with decimals, some unchanged, now and then a jump. */
    private static double[] prices(Random random) {
        double[] prices = new double[BARS];
        double price = 100;
        for (int bar = 0; bar < BARS; bar++) {
            double jump = random.nextInt(100) == 0 ? 0.2 * random.nextGaussian() : 0;
            price *= random.nextInt(8) == 0 ? 1 : Math.exp(0.01 * random.nextGaussian() + jump);
            prices[bar] = Math.max(0.01, Math.round(price * 100) / 100.0);
        }
        return prices;
    }

    private static void assertClose(double actual, double wanted, double relative, int bar) {
        assertThat(actual).as("bar " + bar).isCloseTo(wanted, within(relative * Math.abs(wanted)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_simple_moving_average_is_the_mean_of_its_window_and_forgets_what_has_left_it(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(60);
        double[] prices = prices(random);
        // A price a trillion times the usual, and one that is none, spoil the windows they are in and no other.
        prices[300] = 1e14;
        prices[500] = Double.NaN;
        SimpleMovingAverage average = new SimpleMovingAverage(n);
        assertThat(average.value()).isNaN();
        for (int bar = 0; bar < BARS; bar++) {
            average.add(prices[bar]);
            if (bar < n - 1 || bar >= 500 && bar < 500 + n) {
                assertThat(average.value()).as("bar " + bar).isNaN();
            } else {
                assertClose(average.value(), Mean.of(prices, bar + 1 - n, bar + 1), 1e-13, bar);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_exponential_average_is_the_sum_of_all_prices_with_weights_that_fade(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(40);
        double[] prices = prices(random);
        double alpha = 2 / (n + 1.0);
        ExponentialMovingAverage average = new ExponentialMovingAverage(n);
        assertThat(average.value()).isNaN();
        for (int bar = 0; bar < BARS; bar++) {
            average.add(prices[bar]);
            double sum = Math.pow(1 - alpha, bar) * prices[0];
            for (int before = 0; before < bar; before++) {
                sum += alpha * Math.pow(1 - alpha, before) * prices[bar - before];
            }
            if (bar < n - 1) {
                assertThat(average.value()).isNaN();
            } else {
                assertClose(average.value(), sum, 1e-12, bar);
            }
        }
    }

    /** Wilder's average in closed form: the first mean fading by (n - 1) / n a bar, and each value since then with it. */
    private static double wilder(double[] values, int count, int n) {
        double fading = (n - 1.0) / n;
        double sum = Math.pow(fading, count - n) * Mean.of(values, 0, n);
        for (int i = n; i < count; i++) {
            sum += Math.pow(fading, count - 1 - i) * values[i] / n;
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_relative_strength_index_is_that_of_the_faded_gains_and_losses(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(30);
        double[] prices = prices(random);
        double[] gains = new double[BARS - 1];
        double[] losses = new double[BARS - 1];
        RelativeStrengthIndex index = new RelativeStrengthIndex(n);
        assertThat(index.value()).isNaN();
        for (int bar = 0; bar < BARS; bar++) {
            index.add(prices[bar]);
            if (bar > 0) {
                gains[bar - 1] = Math.max(0, prices[bar] - prices[bar - 1]);
                losses[bar - 1] = Math.max(0, prices[bar - 1] - prices[bar]);
            }
            if (bar < n) {
                assertThat(index.value()).isNaN();
            } else {
                double gain = wilder(gains, bar, n);
                double loss = wilder(losses, bar, n);
                double wanted = gain + loss == 0 ? 50 : 100 - 100 / (1 + gain / loss);
                assertThat(index.value()).as("bar " + bar).isCloseTo(wanted, within(1e-10));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_average_true_range_is_that_of_the_faded_ranges(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(30);
        double[] close = prices(random);
        double[] ranges = new double[BARS];
        AverageTrueRange range = new AverageTrueRange(n);
        assertThat(range.value()).isNaN();
        for (int bar = 0; bar < BARS; bar++) {
            double high = close[bar] * (1 + 0.02 * random.nextDouble());
            double low = close[bar] * (1 - 0.02 * random.nextDouble());
            range.add(high, low, close[bar]);
            // Wilder's words: the greatest of high to low, high to the close before, low to the close before.
            ranges[bar] = high - low;
            if (bar > 0) {
                double fromHigh = Math.abs(high - close[bar - 1]);
                double fromLow = Math.abs(low - close[bar - 1]);
                ranges[bar] = Math.max(ranges[bar], Math.max(fromHigh, fromLow));
            }
            if (bar < n - 1) {
                assertThat(range.value()).isNaN();
            } else {
                assertClose(range.value(), wilder(ranges, bar + 1, n), 1e-12, bar);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bollinger_bands_are_mean_and_deviation_of_their_window(long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(40);
        double[] prices = prices(random);
        prices[300] = 1e9;
        BollingerBands bands = BollingerBands.ofPopulation(n, 2);
        BollingerBands wider = BollingerBands.ofSample(n, 1.5);
        assertThat(bands.upper()).isNaN();
        for (int bar = 0; bar < BARS; bar++) {
            bands.add(prices[bar]);
            wider.add(prices[bar]);
            if (bar < n - 1) {
                assertThat(bands.middle()).isNaN();
                assertThat(bands.lower()).isNaN();
                assertThat(wider.upper()).isNaN();
            } else {
                double mean = Mean.of(prices, bar + 1 - n, bar + 1);
                double sample = SampleDeviation.of(prices, bar + 1 - n, bar + 1);
                double population = sample * Math.sqrt((n - 1.0) / n);
                assertClose(bands.middle(), mean, 1e-12, bar);
                assertThat(bands.deviation()).isCloseTo(population, within(1e-12 * mean));
                assertClose(bands.upper(), mean + 2 * population, 1e-11, bar);
                assertThat(bands.lower()).isCloseTo(mean - 2 * population, within(1e-11 * mean));
                assertClose(wider.upper(), mean + 1.5 * sample, 1e-11, bar);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_donchian_channel_is_the_highest_and_lowest_of_its_window(long seed) {
        Random random = new Random(seed);
        int n = 1 + random.nextInt(60);
        double[] high = prices(random);
        double[] low = Arrays.stream(high)
                .map(price -> price * (1 - 0.03 * random.nextDouble()))
                .toArray();
        DonchianChannel channel = new DonchianChannel(n);
        assertThat(channel.middle()).isNaN();
        for (int bar = 0; bar < BARS; bar++) {
            channel.add(high[bar], low[bar]);
            if (bar < n - 1) {
                assertThat(channel.upper()).isNaN();
                assertThat(channel.lower()).isNaN();
            } else {
                double upper = Arrays.stream(high, bar + 1 - n, bar + 1).max().orElseThrow();
                double lower = Arrays.stream(low, bar + 1 - n, bar + 1).min().orElseThrow();
                assertThat(channel.upper()).isEqualTo(upper);
                assertThat(channel.lower()).isEqualTo(lower);
                assertThat(channel.middle()).isEqualTo((upper + lower) / 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void macd_is_the_difference_of_two_averages_and_the_average_of_that(long seed) {
        Random random = new Random(seed);
        int fast = 1 + random.nextInt(15);
        int slow = fast + 1 + random.nextInt(20);
        int smoothing = 1 + random.nextInt(12);
        double[] prices = prices(random);
        double[] lines = new double[BARS];
        Macd macd = new Macd(fast, slow, smoothing);
        for (int bar = 0; bar < BARS; bar++) {
            macd.add(prices[bar]);
            lines[bar] = faded(prices, 0, bar, fast) - faded(prices, 0, bar, slow);
            if (bar < slow - 1) {
                assertThat(macd.line()).isNaN();
            } else {
                assertThat(macd.line()).isCloseTo(lines[bar], within(1e-10));
            }
            if (bar < slow + smoothing - 2) {
                assertThat(macd.signal()).isNaN();
                assertThat(macd.histogram()).isNaN();
            } else {
                double signal = faded(lines, slow - 1, bar, smoothing);
                assertThat(macd.signal()).isCloseTo(signal, within(1e-10));
                assertThat(macd.histogram()).isCloseTo(lines[bar] - signal, within(1e-10));
            }
        }
    }

    private static double faded(double[] values, int first, int last, int n) {
        double kept = 1 - 2 / (n + 1.0);
        double sum = Math.pow(kept, last - first) * values[first];
        for (int i = first + 1; i <= last; i++) {
            sum += (1 - kept) * Math.pow(kept, last - i) * values[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void rolling_volatility_is_the_deviation_of_the_returns_of_its_window(long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(60);
        double[] prices = prices(random);
        prices[300] = 1e9;
        double[] returns = SimpleReturns.of(prices);
        RollingVolatility volatility = new RollingVolatility(n);
        assertThat(volatility.value()).isNaN();
        for (int bar = 0; bar < BARS; bar++) {
            volatility.add(prices[bar]);
            if (bar < n) {
                assertThat(volatility.value()).isNaN();
            } else {
                double wanted = SampleDeviation.of(returns, bar - n, bar);
                assertThat(volatility.value()).as("bar " + bar).isCloseTo(wanted, within(1e-12 * wanted + 1e-17));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_cross_is_where_the_order_differs_from_that_of_the_last_unequal_bar(long seed) {
        Random random = new Random(seed);
        double[] line = random.ints(BARS, 0, 4).asDoubleStream().toArray();
        double[] other = random.ints(BARS, 0, 4).asDoubleStream().toArray();
        line[0] = Double.NaN;
        other[400] = Double.NaN;
        Crossover keeping = new Crossover();
        Crossover below = new Crossover(Crossover.Tie.IS_BELOW);
        int crosses = 0;
        for (int bar = 0; bar < BARS; bar++) {
            keeping.add(line[bar], other[bar]);
            below.add(line[bar], other[bar]);
            boolean known = bar != 0 && bar != 400;
            int unequal = bar - 1;
            while (unequal >= 0 && !(line[unequal] != other[unequal] && unequal != 0 && unequal != 400)) {
                unequal--;
            }
            boolean up = known && unequal >= 0 && line[bar] > other[bar] && line[unequal] < other[unequal];
            boolean down = known && unequal >= 0 && line[bar] < other[bar] && line[unequal] > other[unequal];
            assertThat(keeping.up()).as("up at " + bar).isEqualTo(up);
            assertThat(keeping.down()).as("down at " + bar).isEqualTo(down);
            crosses += up || down ? 1 : 0;

            int previous = bar == 401 ? 399 : bar - 1;
            boolean above = line[bar] > other[bar];
            assertThat(below.up()).isEqualTo(known && previous > 0 && above && line[previous] <= other[previous]);
            assertThat(below.down()).isEqualTo(known && previous > 0 && !above && line[previous] > other[previous]);
        }
        assertThat(crosses).isGreaterThan(100);
    }
}
