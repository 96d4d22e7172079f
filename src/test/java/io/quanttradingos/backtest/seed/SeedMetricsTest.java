package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.failure.Refusal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SeedMetricsTest {
    private static final long DAY = 86_400_000_000_000L;

    private static SeedMetrics metrics(double initial, long step, double... equity) {
        long[] times = new long[equity.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = row * step;
        }
        return SeedMetrics.of(initial, new SeedBars(times, equity, equity.length), equity);
    }

    private static void assertNotUsable(Runnable question, String detail) {
        assertThatThrownBy(question::run)
                .isInstanceOf(Refusal.class)
                .hasMessage(detail)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::kind)
                .isEqualTo(Refusal.Kind.NOT_USABLE);
    }

    @Test
    void the_return_is_divided_before_it_is_made_percent() {
        SeedMetrics metrics = metrics(100_000, 29 * DAY, 100_000, 101_800);
        assertThat(metrics.totalReturnPct()).isEqualTo(1.7999999999999998);
        assertThat(metrics.totalPnl()).isEqualTo(1800);
        assertThat(metrics.cagr()).isCloseTo(16.8, within(0.05));
    }

    @Test
    void a_calendar_year_counts_as_1_448_years() {
        assertThat(metrics(100, 365 * DAY, 100, 110).cagr()).isCloseTo(6.80, within(0.005));
        assertThat(metrics(100, 252 * DAY, 100, 110).cagr()).isCloseTo(10, within(1e-12));
        assertThat(metrics(100, 126 * DAY, 100, 110).cagr()).isCloseTo(21, within(1e-12));
    }

    @Test
    void the_drawdown_is_the_largest_in_currency_not_in_percent() {
        SeedMetrics metrics = metrics(1000, DAY, 1000, 500, 10_000, 8000);
        assertThat(metrics.maxDrawdown()).isEqualTo(2000);
        assertThat(metrics.maxDrawdownPct()).isEqualTo(20);
    }

    @Test
    void of_two_equal_falls_the_first_gives_the_percentage() {
        assertThat(metrics(100, DAY, 100, 50, 200, 150).maxDrawdownPct()).isEqualTo(50);
    }

    @Test
    void cash_before_the_first_bar_is_no_peak() {
        assertThat(metrics(1000, DAY, 600, 700, 800).maxDrawdown()).isZero();
    }

    @Test
    void the_deviation_is_the_population_s() {
        // Returns 0.1 and -0.1: mean 0. Returns 0.1 and 0.2: mean 0.15, deviation 0.05.
        assertThat(metrics(100, DAY, 100, 110, 99).sharpeRatio()).isCloseTo(0, within(1e-12));
        assertThat(metrics(100, DAY, 100, 110, 132).sharpeRatio()).isCloseTo(3 * Math.sqrt(252), within(1e-9));
    }

    @Test
    void a_steady_equity_has_no_sharpe_ratio() {
        assertThat(metrics(100, DAY, 100, 100, 100)).isEqualTo(new SeedMetrics(100, 100, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void no_bar_leaves_the_cash_and_zeros() {
        assertThat(metrics(500, DAY)).isEqualTo(new SeedMetrics(500, 500, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void one_bar_shows_a_missed_unit_in_the_last_place() {
        assertThat(metrics(1, DAY, Math.nextUp(1.0)).cagr()).isCloseTo(0.000222, within(1e-6));
        assertThat(metrics(1, DAY, 1).cagr()).isZero();
    }

    @Test
    void a_gain_within_minutes_is_refused_and_a_loss_is_minus_a_hundred() {
        assertNotUsable(
                () -> metrics(100, 60_000_000_000L, 100, 110),
                "cagr cannot be given: the equity went from 100.0 to 110.0 within 6.944444444444445E-4 days, too large a"
                        + " rate for a number when carried on for a year; give bars over more days");
        assertNotUsable(
                () -> metrics(100, 0, 100, 101),
                "cagr cannot be given: the equity went from 100.0 to 101.0 within 2.52E-8 days, too large a rate for a"
                        + " number when carried on for a year; give bars over more days");
        assertThat(metrics(100, 0, 100, 99).cagr()).isEqualTo(-100);
    }

    @Test
    void spans_count_whole_microseconds() {
        double ratio = 1 + 1e-12;
        double cagr = (Math.pow(ratio, 252.0 * 86_400 / 0.02024) - 1) * 100;
        assertThat(metrics(1, 20_240_902, 1, ratio).cagr()).isCloseTo(cagr, within(1e-9 * cagr));
    }

    @Test
    void a_negative_equity_has_no_yearly_rate_unless_the_exponent_is_whole() {
        assertNotUsable(
                () -> metrics(100, 100 * DAY, 100, -50),
                "cagr cannot be given: the equity ends at -50.0, and a negative equity has no yearly rate of growth");
        assertThat(metrics(100, 252 * DAY, 100, -50).cagr()).isEqualTo(-150);
        assertThat(metrics(100, 126 * DAY, 100, -50).cagr()).isEqualTo(-75);
    }

    @Test
    void a_bar_without_a_date_leaves_no_span_but_a_flat_equity_needs_none() {
        long[] times = {0, SeedBars.NO_TIME};
        assertNotUsable(
                () -> SeedMetrics.of(1, new SeedBars(times, new double[2], 2), new double[] {1, 2}),
                "cagr cannot be given: a bar has no date, and stands last");
        assertThat(SeedMetrics.of(1, new SeedBars(times, new double[2], 2), new double[] {1, 1})
                        .cagr())
                .isZero();
    }

    @Test
    void an_equity_that_is_no_number_is_refused_with_its_bar() {
        assertNotUsable(
                () -> metrics(1, DAY, 1, Double.NaN, 3),
                "no metrics can be given: with the close of bar 2 (1970-01-02T00:00:00Z), NaN, the equity is NaN");
        assertNotUsable(
                () -> metrics(1, DAY, 1, 2, Double.NEGATIVE_INFINITY),
                "no metrics can be given: with the close of bar 3 (1970-01-03T00:00:00Z), -Infinity, the equity is"
                        + " -Infinity");
        assertNotUsable(
                () -> metrics(1, DAY, Double.POSITIVE_INFINITY, 2),
                "no metrics can be given: with the close of bar 1 (1970-01-01T00:00:00Z), Infinity, the equity is"
                        + " Infinity");
    }

    @Test
    void more_than_292_years_are_refused() {
        SeedBars bars = new SeedBars(new long[] {Long.MIN_VALUE + 1, Long.MAX_VALUE}, new double[2], 2);
        assertNotUsable(
                () -> SeedMetrics.of(1, bars, new double[] {1, 2}),
                "cagr cannot be given: the bars span more than 292 years");
    }

    @Test
    void a_figure_past_the_largest_double_is_refused() {
        assertNotUsable(
                () -> metrics(1e-150, 504 * DAY, 1e-150, 1e157),
                "total_return_pct is no finite number (Infinity) for this equity curve");
    }
}
