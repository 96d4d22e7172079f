package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer against a slow twin that was written from the description alone. */
class SeedTwinTest {
    private static final Symbol SPY = Symbol.of("SPY");

    private int answered;
    private int alike;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void reads_and_answers_dirty_files_as_its_twin(long block) {
        int refused = 0;
        int traded = 0;
        for (long run = 0; run < 250; run++) {
            DirtyFile file = DirtyFile.of(block * 1_000_000 + run);
            SeedTwin.Answer expected;
            try {
                expected =
                        SeedTwin.answer(file.name(), file.content(), file.dateColumn(), file.cash(), file.quantity());
            } catch (SeedTwin.Crash crash) {
                assertThat(catchThrowable(() -> answer(file)))
                        .as(crash.getMessage() + " in\n" + file.text())
                        .isInstanceOf(Refusal.class);
                refused++;
                continue;
            } catch (SeedTwin.OpenOrder open) {
                continue;
            }
            SeedResult result = answer(file);
            requireSame(result, expected, file.text());
            traded += result.numTrades();
        }
        assertThat(refused).as("files both refused").isGreaterThan(40);
        assertThat(traded).as("files that were bought on").isGreaterThan(60);
        assertThat(answered - traded).as("files that were not bought on").isGreaterThan(20);
        assertThat((double) alike / answered).as("alike to the last bit").isGreaterThan(0.9);
    }

    private static SeedResult answer(DirtyFile file) {
        SeedBars bars = SeedCsv.read(file.name(), file.content(), file.dateColumn());
        return new SeedBacktest().run(bars, SPY, file.cash(), file.quantity());
    }

    @Test
    void runs_over_any_closes_as_its_twin() {
        int refused = 0;
        for (int run = 0; run < 3000; run++) {
            Random random = new Random(run);
            List<SeedTwin.Event> events = events(random);
            double cash = random.nextInt(4) == 0 && !events.isEmpty()
                    ? Math.max(1, 3 * events.get(0).close())
                    : 50 + 1000 * random.nextDouble();
            SeedTwin.Answer expected;
            try {
                expected = SeedTwin.run(events, cash, 3);
            } catch (SeedTwin.Crash crash) {
                assertThat(catchThrowable(() -> new SeedBacktest().run(bars(events), SPY, cash, 3)))
                        .as(crash.getMessage() + events)
                        .isInstanceOf(Refusal.class);
                refused++;
                continue;
            }
            requireSame(new SeedBacktest().run(bars(events), SPY, cash, 3), expected, events.toString());
        }
        assertThat(refused).isBetween(300, 2500);
        assertThat((double) alike / answered).as("alike to the last bit").isGreaterThan(0.9);
    }

    private static List<SeedTwin.Event> events(Random random) {
        List<SeedTwin.Event> events = new ArrayList<>();
        int rows = random.nextInt(30);
        boolean odd = random.nextBoolean();
        long step = List.of(86_400_000_000_000L, 60_000_000_000L, 0L, 1L, 21_600_000_000_000L)
                .get(random.nextInt(5));
        double close = 100;
        for (int row = 0; row < rows; row++) {
            close += 4 * random.nextGaussian();
            double shown = switch (odd ? random.nextInt(40) : 9) {
                case 0 -> 0;
                case 1 -> -close;
                case 2 -> Double.NaN;
                case 3 -> Double.POSITIVE_INFINITY;
                case 4 -> -1e6;
                default -> close;
            };
            events.add(new SeedTwin.Event(row * step - 5_000_000_000L, shown));
        }
        return events;
    }

    private static SeedBars bars(List<SeedTwin.Event> events) {
        long[] times = events.stream().mapToLong(SeedTwin.Event::nanos).toArray();
        double[] closes = events.stream().mapToDouble(SeedTwin.Event::close).toArray();
        return new SeedBars(times, closes, times.length);
    }

    private void requireSame(SeedResult result, SeedTwin.Answer expected, String context) {
        assertThat(result.trades().stream()
                        .map(trade -> new SeedTwin.Trade(trade.quantity(), trade.price()))
                        .toList())
                .as(context)
                .isEqualTo(expected.trades());
        assertThat(times(result)).as(context).isEqualTo(times(expected));
        for (int row = 0; row < result.bars().rows(); row++) {
            requireClose(result.equity(row), expected.equity().get(row).equity(), context);
        }
        Map<String, Double> metrics = metrics(result.metrics());
        assertThat(metrics.keySet()).isEqualTo(expected.metrics().keySet());
        expected.metrics()
                .forEach((name, value) -> requireClose(metrics.getOrDefault(name, Double.NaN), value, context));
        answered++;
        alike += metrics.equals(expected.metrics()) ? 1 : 0;
    }

    private static List<Long> times(SeedResult result) {
        return Arrays.stream(result.bars().times())
                .limit(result.bars().rows())
                .boxed()
                .toList();
    }

    private static List<Long> times(SeedTwin.Answer expected) {
        return expected.equity().stream()
                .map(point -> point.nanos() == null ? (Long) SeedBars.NO_TIME : point.nanos())
                .toList();
    }

    /** A rate that is 1 ± a few units in the last place, less 1, keeps few digits: hence the absolute part. */
    private static void requireClose(double value, double expected, String context) {
        assertThat(value).as(context).isCloseTo(expected, within(1e-9 * Math.abs(expected) + 1e-11));
    }

    private static Map<String, Double> metrics(SeedMetrics metrics) {
        Map<String, Double> named = new LinkedHashMap<>();
        named.put("initial_value", metrics.initialValue());
        named.put("final_value", metrics.finalValue());
        named.put("total_pnl", metrics.totalPnl());
        named.put("total_return_pct", metrics.totalReturnPct());
        named.put("cagr", metrics.cagr());
        named.put("sharpe_ratio", metrics.sharpeRatio());
        named.put("max_drawdown", metrics.maxDrawdown());
        named.put("max_drawdown_pct", metrics.maxDrawdownPct());
        return named;
    }
}
