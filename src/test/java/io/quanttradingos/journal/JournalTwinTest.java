package io.quanttradingos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.journal.JournalTwin.Groups;
import io.quanttradingos.journal.JournalTwin.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure beside {@link JournalTwin}'s, over seeds; half a cent is flat on both sides, so that rounding decides nothing. */
class JournalTwinTest {
    private static final double ACCOUNT = 1e6;
    private static final JournalPolicy POLICY = new JournalPolicy(
            0.000_001,
            new BootstrapPolicy(1000, 0.95, 1),
            JournalPolicy.defaults().findings());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 120);
    }

    private static List<String> lines(long seed) {
        return RandomJournal.lines(seed, (int) (seed <= 20 ? seed : seed * 2));
    }

    private static JournalMetrics metrics(long seed) {
        return JournalAgent.review(Journal.read(Tables.of(lines(seed))).orRefuse(), POLICY, ACCOUNT)
                .metrics();
    }

    private static void same(String name, @Nullable Double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(name).isNull();
        } else {
            assertThat(actual).as(name).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void results_agree(long seed) {
        JournalMetrics metrics = metrics(seed);
        JournalTwin twin = new JournalTwin(lines(seed));
        List<Double> net = twin.net();
        int n = net.size();
        int wins = twin.wins().size();
        int losses = twin.losses().size();
        assertThat(List.of(metrics.nTrades(), metrics.wins(), metrics.losses(), metrics.flats()))
                .containsExactly(n, wins, losses, n - wins - losses);
        double won = JournalTwin.mean(twin.wins());
        double lost = JournalTwin.mean(twin.losses());
        same("win_rate", metrics.winRate(), (double) wins / n);
        same("avg_win", metrics.avgWin(), won);
        same("avg_loss", metrics.avgLoss(), lost);
        same("total_pnl", metrics.totalPnl(), JournalTwin.sum(net));
        same(
                "gross_pnl",
                metrics.grossPnl(),
                JournalTwin.sum(
                        twin.rows.stream().map(row -> row.gross().doubleValue()).toList()));
        same(
                "fees",
                metrics.fees(),
                JournalTwin.sum(
                        twin.rows.stream().map(row -> row.fee().doubleValue()).toList()));
        same(
                "fees_to_gross",
                metrics.feesToGross(),
                metrics.grossPnl() > 0 ? known(metrics.fees()) / metrics.grossPnl() : Double.NaN);
        same(
                "profit_factor",
                metrics.profitFactor(),
                losses == 0 ? Double.NaN : wins * (wins == 0 ? 0 : won) / (losses * -lost));
        same("expectancy", metrics.expectancy(), JournalTwin.mean(net));
        same("payoff_ratio", metrics.payoffRatio(), won / -lost);
        same("break_even_win_rate", metrics.breakEvenWinRate(), -lost / (won - lost));
        same("kelly_fraction", metrics.kellyFraction(), (double) wins / n - (double) losses / n * -lost / won);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void spreads_agree(long seed) {
        JournalMetrics metrics = metrics(seed);
        JournalTwin twin = new JournalTwin(lines(seed));
        List<Double> net = twin.net();
        double deviation = JournalTwin.deviation(net);
        same("median", metrics.median(), JournalTwin.median(net));
        same("standard_deviation", metrics.standardDeviation(), deviation);
        same("t_statistic", metrics.tStatistic(), JournalTwin.mean(net) / (deviation / Math.sqrt(net.size())));
        same(
                "largest_win",
                metrics.largestWin(),
                twin.wins().stream().mapToDouble(x -> x).max().orElse(Double.NaN));
        same(
                "largest_loss",
                metrics.largestLoss(),
                twin.losses().stream().mapToDouble(x -> x).min().orElse(Double.NaN));
        assertThat(metrics.longestWinStreak()).isEqualTo(twin.longestStreak(1));
        assertThat(metrics.longestLossStreak()).isEqualTo(twin.longestStreak(-1));
        double last = net.get(net.size() - 1);
        assertThat(metrics.currentStreak())
                .isEqualTo(new TradeStreak(last > 0 ? "win" : last < 0 ? "loss" : "flat", twin.currentStreak()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stops_and_multiples_of_risk_agree(long seed) {
        JournalMetrics metrics = metrics(seed);
        JournalTwin twin = new JournalTwin(lines(seed));
        List<Double> multiples = twin.multiples();
        List<Row> stopped = twin.rows.stream()
                .filter(row -> row.stop() != null && row.stop().compareTo(row.exit()) == 0)
                .toList();
        List<Row> beyond = twin.rows.stream()
                .filter(Row::hasMultiple)
                .filter(row -> row.isLong()
                        ? row.exit().compareTo(row.stop()) < 0
                        : row.exit().compareTo(row.stop()) > 0)
                .toList();
        long withStop = twin.rows.stream().filter(row -> row.stop() != null).count();
        assertThat((long) metrics.nWithStop()).isEqualTo(withStop);
        assertThat((long) metrics.noStop()).isEqualTo(twin.rows.size() - withStop);
        assertThat(metrics.nWithR()).isEqualTo(multiples.size());
        assertThat(metrics.stoppedOut()).isEqualTo(stopped.size());
        assertThat(metrics.beyondStop()).isEqualTo(beyond.size());
        same("expectancy_r", metrics.expectancyR(), JournalTwin.mean(multiples));
        same(
                "worst_r",
                metrics.worstR(),
                multiples.stream().mapToDouble(x -> x).min().orElse(Double.NaN));
        same(
                "mean_r_stopped_out",
                metrics.meanRStoppedOut(),
                JournalTwin.mean(stopped.stream()
                        .filter(Row::hasMultiple)
                        .map(Row::multiple)
                        .toList()));
        double tharp = Math.sqrt(Math.min(100, multiples.size()));
        same("sqn", metrics.sqn(), tharp * JournalTwin.mean(multiples) / JournalTwin.deviation(multiples));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_curve_and_its_days_agree(long seed) {
        JournalMetrics metrics = metrics(seed);
        JournalTwin twin = new JournalTwin(lines(seed));
        same("max_drawdown", metrics.maxDrawdown(), twin.deepestFall().doubleValue());
        same("max_drawdown_fraction", metrics.maxDrawdownFraction(), twin.deepestFraction(ACCOUNT));
        if (metrics.maxDrawdown() < 0 && metrics.maxDrawdownPeak() != null) {
            double fell = JournalTwin.sum(twin.rows.stream()
                    .filter(row -> row.closing().isAfter(metrics.maxDrawdownPeak())
                            && row.closing().isBefore(metrics.maxDrawdownTrough()))
                    .map(Row::result)
                    .toList());
            double ends = twin.rows.stream()
                    .filter(row -> row.closing().equals(metrics.maxDrawdownPeak())
                            || row.closing().equals(metrics.maxDrawdownTrough()))
                    .mapToDouble(row -> Math.abs(row.result()))
                    .sum();
            assertThat(metrics.maxDrawdown()).isCloseTo(fell, within(ends + 1e-6));
        }
        days(metrics, twin);
    }

    private static void days(JournalMetrics metrics, JournalTwin twin) {
        Groups closings = twin.by(row -> row.closing().toString());
        double best = closings.rows().values().stream()
                .mapToDouble(JournalTwinTest::sum)
                .max()
                .orElseThrow();
        double worst = closings.rows().values().stream()
                .mapToDouble(JournalTwinTest::sum)
                .min()
                .orElseThrow();
        same("best_day", metrics.bestDay().netPnl(), best);
        same("worst_day", metrics.worstDay().netPnl(), worst);
        same("best_day by date", sum(closings.of(metrics.bestDay().date().toString())), best);
        same("worst_day by date", sum(closings.of(metrics.worstDay().date().toString())), worst);
        Groups dates = twin.by(row -> row.date().toString());
        String busiest = dates.rows().keySet().stream()
                .reduce((a, b) -> dates.of(b).size() > dates.of(a).size() ? b : a)
                .orElseThrow();
        assertThat(metrics.busiestDay().date()).isEqualTo(LocalDate.parse(busiest));
        assertThat(metrics.busiestDay().n()).isEqualTo(dates.of(busiest).size());
        same("busiest_day", metrics.busiestDay().netPnl(), sum(dates.of(busiest)));
        assertThat(metrics.firstDate()).isEqualTo(twin.rows.get(0).closing());
        assertThat(metrics.lastDate())
                .isEqualTo(twin.rows.get(twin.rows.size() - 1).closing());
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    private static double sum(List<Row> rows) {
        return JournalTwin.sum(rows.stream().map(Row::result).toList());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void breakdowns_agree(long seed) {
        JournalMetrics metrics = metrics(seed);
        JournalTwin twin = new JournalTwin(lines(seed));
        assertThat(List.copyOf(metrics.bySymbol().keySet())).isSorted();
        groups(metrics.bySymbol(), twin.by(Row::symbol));
        groups(metrics.bySide(), twin.by(row -> row.isLong() ? "LONG" : "SHORT"));
        groups(metrics.byWeekday(), twin.by(row -> row.date().getDayOfWeek().name()));
        groups(metrics.byMonth(), twin.by(row -> row.date().toString().substring(0, 7)));
        groups(metrics.byMonthOfYear(), twin.by(row -> row.date().getMonth().name()));
        groups(known(metrics.byHoldingTime()), twin.by(JournalTwin::holdingTime));
    }

    private static void groups(Map<String, TradeGroup> actual, Groups expected) {
        assertThat(new TreeSet<>(actual.keySet()))
                .isEqualTo(new TreeSet<>(expected.rows().keySet()));
        actual.forEach((key, group) -> {
            List<Double> net = expected.of(key).stream().map(Row::result).toList();
            double won = JournalTwin.sum(net.stream().filter(x -> x > 0).toList());
            double lost = JournalTwin.sum(net.stream().filter(x -> x < 0).toList());
            double deviation = JournalTwin.deviation(net);
            assertThat(group.key()).isEqualTo(key);
            assertThat(group.n()).isEqualTo(net.size());
            same(key, group.netPnl(), JournalTwin.sum(net));
            same(key, group.expectancy(), JournalTwin.mean(net));
            same(key, group.winRate(), net.stream().filter(x -> x > 0).count() / (double) net.size());
            same(key, group.profitFactor(), lost == 0 ? Double.NaN : won / -lost);
            same(key, group.tStatistic(), JournalTwin.mean(net) / deviation * Math.sqrt(net.size()));
        });
    }
}
