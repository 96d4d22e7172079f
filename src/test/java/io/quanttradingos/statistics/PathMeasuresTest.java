package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The drawdown in currency, the rolling Sharpe ratio, the information ratio and the histogram. */
class PathMeasuresTest {
    @Test
    void the_deepest_fall_in_currency_need_not_be_the_deepest_in_percent() {
        double[] path = {1000, 500, 10_000, 8000};
        assertThat(CurrencyDrawdown.deepest(path)).isEqualTo(new CurrencyDrawdown(-2000, 2, 3, -1));
        assertThat(Drawdown.deepest(path)).isEqualTo(new Drawdown(-0.5, 0, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_currency_drawdown_is_the_worst_pair_of_places(long seed) {
        Random random = new Random(seed);
        // Whole numbers, so that highs are met again; some below zero.
        double[] path =
                random.ints(2 + random.nextInt(60), -20, 40).asDoubleStream().toArray();
        double worst = 0;
        int peak = -1;
        int trough = -1;
        for (int to = 0; to < path.length; to++) {
            for (int from = 0; from < to; from++) {
                // Of equal falls the first trough, and the last time the high was reached before it.
                if (path[to] - path[from] < worst || (to == trough && path[to] - path[from] == worst)) {
                    worst = path[to] - path[from];
                    peak = from;
                    trough = to;
                }
            }
        }
        int recovery = -1;
        for (int i = path.length - 1; i > trough && trough >= 0; i--) {
            recovery = path[i] >= path[peak] ? i : recovery;
        }
        assertThat(CurrencyDrawdown.deepest(path)).isEqualTo(new CurrencyDrawdown(worst, peak, trough, recovery));
    }

    @Test
    void a_path_without_values_or_with_gaps_has_no_currency_drawdown() {
        assertThat(CurrencyDrawdown.deepest(new double[0]).depth()).isNaN();
        assertThat(CurrencyDrawdown.deepest(new double[] {Double.NaN, 1}).depth())
                .isNaN();
        assertThat(CurrencyDrawdown.deepest(new double[] {3, Double.NaN, 1}).depth())
                .isNaN();
        assertThat(CurrencyDrawdown.deepest(new double[] {3, 4})).isEqualTo(new CurrencyDrawdown(0, -1, -1, -1));
    }

    @ParameterizedTest
    @CsvSource({
        "rolling_SPY_ppo_adj_1993_2019_monthend.csv, public/prices/ppo_spy_prices.csv, SPY",
        "rolling_TLT_arbitragelab_close_2008_2016_monthend.csv, "
                + "public/prices/arbitragelab_etf23_close_2008_2016.csv, TLT"
    })
    void rolling_sharpe_ratios_agree_with_quantstats(String name, String file, String column) throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("expected/" + name));
        int cell = Arrays.asList(lines.get(0).split(",")).indexOf("qs_rolling_sharpe_126");
        ReferenceSeries series = ReferenceSeries.load(file, column);
        List<LocalDate> dates = Arrays.asList(series.dates());
        double[] rolling = RollingSharpeRatio.of(SimpleReturns.of(series.path()), 126, 252);
        int compared = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double actual = rolling[dates.indexOf(LocalDate.parse(cells[0])) - 1];
            if (cells[cell].isEmpty()) {
                assertThat(actual).isNaN();
            } else {
                assertThat(actual).isCloseTo(Double.parseDouble(cells[cell]), within(1e-9));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(90);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void sliding_a_sharpe_ratio_gives_what_computing_every_window_anew_gives(long seed) {
        Random random = new Random(seed);
        int window = 2 + random.nextInt(40);
        double[] returns = random.doubles(500, -0.02, 0.02).toArray();
        // A crash, and a flat spell longer than the window after it.
        returns[150] = -0.4;
        Arrays.fill(returns, 200, 260, 0);
        double[] rolling = RollingSharpeRatio.of(returns, window, 365);
        for (int i = 0; i < returns.length; i++) {
            double wanted = i < window - 1
                    ? Double.NaN
                    : SharpeRatio.of(Arrays.copyOfRange(returns, i + 1 - window, i + 1), 0, 365);
            if (Double.isNaN(wanted)) {
                assertThat(rolling[i]).as("place " + i).isNaN();
            } else {
                assertThat(rolling[i]).as("place " + i).isCloseTo(wanted, within(1e-7 * (1 + Math.abs(wanted))));
            }
        }
        assertThat(rolling[255]).isNaN();
    }

    @Test
    void yearly_figures_follow_the_number_of_returns_in_a_year() {
        double[] returns = {0.01, -0.005, 0.002, 0.004, -0.001};
        double[] benchmark = {0.02, -0.001, 0.001, 0.003, -0.002};
        assertThat(SharpeRatio.of(returns, 0, 252)).isEqualTo(SharpeRatio.of(returns, 0));
        assertThat(SharpeRatio.of(returns, 0, 4 * 252)).isCloseTo(2 * SharpeRatio.of(returns, 0), within(1e-12));
        assertThat(SortinoRatio.of(returns, 0, 4 * 252)).isCloseTo(2 * SortinoRatio.of(returns, 0), within(1e-12));
        assertThat(Alpha.compounded(returns, benchmark, 0.02, 252))
                .isEqualTo(Alpha.compounded(returns, benchmark, 0.02));
        assertThat(Math.log1p(Alpha.compounded(returns, benchmark, 0, 12)))
                .isCloseTo(Math.log1p(Alpha.compounded(returns, benchmark, 0)) / 21, within(1e-12));
    }

    @Test
    void an_information_ratio_is_the_sharpe_ratio_of_the_difference() {
        double[] returns = {0.01, -0.005, 0.002, 0.004, -0.001};
        double[] benchmark = {0.02, -0.001, 0.001, 0.003, -0.002};
        double[] difference = {-0.01, -0.004, 0.001, 0.001, 0.001};
        assertThat(InformationRatio.of(returns, benchmark, 252))
                .isCloseTo(SharpeRatio.of(difference, 0), within(1e-12));
        assertThat(InformationRatio.trackingError(returns, benchmark, 252))
                .isCloseTo(AnnualVolatility.of(difference), within(1e-15));
        assertThat(InformationRatio.of(returns, returns, 252)).isNaN();
        assertThatThrownBy(() -> InformationRatio.of(returns, new double[4], 252))
                .hasMessage("series must be of one length, were 5 and 4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_value_is_in_the_bin_whose_edges_enclose_it(long seed) {
        Random random = new Random(seed);
        double[] values = new double[20 + random.nextInt(400)];
        Arrays.setAll(values, i -> random.nextGaussian());
        Histogram histogram = Histogram.of(values);
        assertThat(histogram.bins()).isBetween(2, 100);
        assertThat(histogram.total()).isEqualTo(values.length);
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double from = histogram.edge(bin);
            double to = bin == histogram.bins() - 1 ? Double.POSITIVE_INFINITY : histogram.edge(bin + 1);
            assertThat((long) histogram.count(bin))
                    .isEqualTo(Arrays.stream(values)
                            .filter(v -> v >= from && v < to)
                            .count());
        }
        assertThat(histogram.edge(histogram.bins()))
                .isCloseTo(Arrays.stream(values).max().orElseThrow(), within(1e-12));
    }

    @Test
    void equal_values_share_one_bin_and_none_have_none() {
        Histogram equal = Histogram.of(new double[] {2, 2, 2});
        assertThat(equal.bins()).isEqualTo(1);
        assertThat(equal.count(0)).isEqualTo(3);
        assertThat(Histogram.of(new double[0]).bins()).isZero();
        // Most values equal: no spread between the quartiles, so as many bins as there may be.
        assertThat(Histogram.of(new double[] {0, 0, 0, 0, 0, 0, 0, 9}).bins()).isEqualTo(100);
    }
}
