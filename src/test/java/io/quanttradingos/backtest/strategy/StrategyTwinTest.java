package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.marketdata.Bars;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Each strategy against a slow twin that works out everything anew at each bar from all closes so far. Half of the series
 * have whole prices, so that averages meet and channels are touched.
 */
class StrategyTwinTest {
    private static final int SEEDS = 50;
    private static final double ROUNDING = 1e-9;

    private interface Twin {
        void decide(double[] closes, History history, Desk desk);
    }

    @Test
    void sma_cross_is_its_twin() {
        compare(
                "sma_cross",
                random -> lengths(random),
                values -> crossing(values, (closes, end) -> {
                    int fast = values.integer("fast");
                    int slow = values.integer("slow");
                    return end < slow ? Double.NaN : mean(closes, end - fast, end) - mean(closes, end - slow, end);
                }));
    }

    @Test
    void ema_cross_is_its_twin() {
        compare(
                "ema_cross",
                random -> lengths(random),
                values -> crossing(values, (closes, end) -> {
                    int slow = values.integer("slow");
                    double[] known = Arrays.copyOf(closes, end);
                    return end < slow
                            ? Double.NaN
                            : exponential(known, values.integer("fast")) - exponential(known, slow);
                }));
    }

    @Test
    void macd_is_its_twin() {
        compare("macd", random -> TestRun.with(lengths(random), "signal", 1 + random.nextInt(8)), values -> {
            int fast = values.integer("fast");
            int slow = values.integer("slow");
            int signal = values.integer("signal");
            return crossing(values, (closes, end) -> {
                double[] line = new double[Math.max(0, end - slow + 1)];
                for (int i = 0; i < line.length; i++) {
                    double[] known = Arrays.copyOf(closes, slow + i);
                    line[i] = exponential(known, fast) - exponential(known, slow);
                }
                return line.length < signal ? Double.NaN : line[line.length - 1] - exponential(line, signal);
            });
        });
    }

    @Test
    void rsi_reversion_is_its_twin() {
        compare(
                "rsi_reversion",
                random -> Map.of("bars", 2 + random.nextInt(15), "entry", 30.5, "exit", 40.5 + 10 * random.nextInt(3)),
                values -> (closes, history, desk) -> {
                    double index = strength(closes, values.integer("bars"));
                    boolean isIn = !desk.isFlat(0);
                    if (!isIn && index < values.number("entry")) {
                        desk.enterLong(0);
                    } else if (isIn && index > values.number("exit")) {
                        desk.exit(0);
                    }
                });
    }

    @Test
    void bollinger_reversion_is_its_twin() {
        compare(
                "bollinger_reversion",
                random -> Map.of("bars", 3 + random.nextInt(20), "width", 1.03, "allow_short", random.nextBoolean()),
                values -> (closes, history, desk) -> {
                    int bars = values.integer("bars");
                    if (closes.length < bars) {
                        return;
                    }
                    double mean = mean(closes, closes.length - bars, closes.length);
                    double squares = 0;
                    for (int i = closes.length - bars; i < closes.length; i++) {
                        squares += (closes[i] - mean) * (closes[i] - mean);
                    }
                    double away = closes[closes.length - 1] - mean;
                    double band = 1.03 * Math.sqrt(squares / bars);
                    double side = Math.signum(desk.shares(0));
                    if (away < -band - ROUNDING) {
                        desk.enterLong(0);
                    } else if (away > band + ROUNDING && values.flag("allow_short")) {
                        desk.enterShort(0);
                    } else if (side * away >= -ROUNDING && side != 0) {
                        desk.exit(0);
                    }
                });
    }

    @Test
    void donchian_breakout_is_its_twin() {
        compare(
                "donchian_breakout",
                random -> Map.of(
                        "entry", 1 + random.nextInt(25),
                        "exit", 1 + random.nextInt(12),
                        "allow_short", random.nextBoolean()),
                values -> (closes, history, desk) -> {
                    double[] entry = range(history, values.integer("entry"));
                    double[] exit = range(history, values.integer("exit"));
                    double close = history.close();
                    double side = Math.signum(desk.shares(0));
                    if (close > entry[1]) {
                        desk.enterLong(0);
                    } else if (close < entry[0] && values.flag("allow_short")) {
                        desk.enterShort(0);
                    } else if ((side > 0 && close < exit[0]) || (side < 0 && close > exit[1])) {
                        desk.exit(0);
                    }
                });
    }

    @Test
    void momentum_is_its_twin() {
        compare(
                "momentum",
                random -> Map.of(
                        "lookback", 20 + random.nextInt(60),
                        "skip", random.nextInt(20),
                        "allow_short", random.nextBoolean()),
                values -> {
                    int[] lastMonth = {-1};
                    return (closes, history, desk) -> {
                        int now = closes.length - 1;
                        int from = now - values.integer("lookback");
                        int month = LocalDate.ofEpochDay(history.time() / TestRun.DAY)
                                .getMonthValue();
                        if (from < 0 || month == lastMonth[0]) {
                            return;
                        }
                        lastMonth[0] = month;
                        double to = closes[now - values.integer("skip")];
                        if (to / closes[from] > 1) {
                            desk.enterLong(0);
                        } else if (to / closes[from] < 1 && values.flag("allow_short")) {
                            desk.enterShort(0);
                        } else {
                            desk.exit(0);
                        }
                    };
                });
    }

    @Test
    void vol_target_is_its_twin() {
        compare(
                "vol_target",
                random -> Map.of(
                        "annual", 0.05 + 0.3 * random.nextDouble(),
                        "bars", 2 + random.nextInt(20),
                        "band", 0.01 + 0.1 * random.nextDouble()),
                values -> (closes, history, desk) -> {
                    int bars = values.integer("bars");
                    double deviation = deviationOfReturns(closes, bars);
                    if (!(deviation > 0)) {
                        return;
                    }
                    double wanted = Math.min(1, values.number("annual") / (deviation * Math.sqrt(252)));
                    double held =
                            desk.shares(0) * history.close() / desk.account().equity();
                    if (desk.isFlat(0) || Math.abs(wanted - held) > values.number("band")) {
                        desk.target(0, wanted);
                    }
                });
    }

    private static void compare(
            String name, Function<SplittableRandom, Map<String, Object>> parameters, Function<Parameters, Twin> twin) {
        int orders = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Map<String, Object> values = parameters.apply(random);
            Bars bars = RandomBars.of("A", 160, seed, 0, seed % 2);
            EngineSettings settings = TestRun.PLAIN.withCash(1e6).from(random.nextInt(3) * 30);
            Twin decider = twin.apply(Parameters.of(StrategyCatalogue.named(name), values));
            Ledger slow = TestRun.run(everyClose(decider), settings, Market.of(bars));

            Ledger fast = TestRun.run(name, values, settings, bars);

            assertThat(TestRun.orders(fast))
                    .as("%s %s of seed %d", name, values, seed)
                    .isEqualTo(TestRun.orders(slow));
            assertThat(Arrays.copyOf(fast.equity(), fast.bars()))
                    .as("equity of seed %d", seed)
                    .isEqualTo(Arrays.copyOf(slow.equity(), slow.bars()));
            orders += fast.orders().size();
        }
        assertThat(orders).as("orders compared").isGreaterThan(SEEDS);
    }

    private static Strategy everyClose(Twin twin) {
        return (history, desk) -> {
            if (desk.isTrading()) {
                double[] closes = new double[history.bar() + 1];
                history.closes(0, closes);
                twin.decide(closes, history, desk);
            }
        };
    }

    private interface Distance {
        /** Of the fast line from the slow one at a close; NaN where either is unknown. */
        double at(double[] closes, int end);
    }

    /** Long where the distance became positive with this bar, out or short where it ceased to be. */
    private static Twin crossing(Parameters values, Distance distance) {
        return (closes, history, desk) -> {
            double before = distance.at(closes, closes.length - 1);
            double now = distance.at(closes, closes.length);
            if (Double.isNaN(before) || (before > ROUNDING) == (now > ROUNDING)) {
                return;
            }
            if (now > ROUNDING) {
                desk.enterLong(0);
            } else if (values.flag("allow_short")) {
                desk.enterShort(0);
            } else {
                desk.exit(0);
            }
        };
    }

    private static Map<String, Object> lengths(SplittableRandom random) {
        int fast = 1 + random.nextInt(8);
        return Map.of("fast", fast, "slow", fast + 1 + random.nextInt(20), "allow_short", random.nextBoolean());
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }

    /** By its weights: (1 - α)^t for the first value, α (1 - α)^(t - i) for the others. */
    private static double exponential(double[] values, int bars) {
        double alpha = 2 / (bars + 1.0);
        double weight = 1;
        double sum = 0;
        for (int i = values.length - 1; i > 0; i--) {
            sum += alpha * weight * values[i];
            weight *= 1 - alpha;
        }
        return sum + weight * values[0];
    }

    private static double strength(double[] closes, int bars) {
        if (closes.length <= bars) {
            return Double.NaN;
        }
        double gains = 0;
        double losses = 0;
        for (int i = 1; i < closes.length; i++) {
            double weight = i <= bars
                    ? Math.pow((bars - 1.0) / bars, closes.length - 1 - bars) / bars
                    : Math.pow((bars - 1.0) / bars, closes.length - 1 - i) / bars;
            double change = closes[i] - closes[i - 1];
            gains += weight * Math.max(0, change);
            losses += weight * Math.max(0, -change);
        }
        return gains + losses == 0 ? 50 : 100 - 100 / (1 + gains / losses);
    }

    /** The lowest low and the highest high of the bars before the one at hand. */
    private static double[] range(History history, int bars) {
        if (history.bar() < bars) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int ago = 1; ago <= bars; ago++) {
            lowest = Math.min(lowest, history.low(0, ago));
            highest = Math.max(highest, history.high(0, ago));
        }
        return new double[] {lowest, highest};
    }

    private static double deviationOfReturns(double[] closes, int bars) {
        int last = closes.length - 1;
        if (last < bars) {
            return Double.NaN;
        }
        double[] returns = new double[bars];
        for (int i = 0; i < bars; i++) {
            returns[i] = closes[last - i] / closes[last - i - 1] - 1;
        }
        double mean = mean(returns, 0, bars);
        double squares =
                Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
        return squares < 1e-20 ? 0 : Math.sqrt(squares / (bars - 1));
    }
}
