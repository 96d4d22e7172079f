package io.quanttradingos.backtest.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceTest {
    private static Instant at(EquityCurve curve, int bar) {
        return curve.time(bar);
    }

    @Test
    void the_largest_drawdown_in_currency_and_in_percent_are_two() {
        EquityCurve curve = Curves.daily(1000, 500, 10_000, 8000, 9000);
        Performance performance = Performance.of(curve, 0);
        assertThat(performance.maxDrawdown()).isEqualTo(2000);
        assertThat(performance.maxDrawdownDates()).isEqualTo(new DrawdownDates(at(curve, 2), at(curve, 3), null));
        assertThat(performance.maxDrawdownPct()).isEqualTo(50);
        assertThat(performance.maxDrawdownPctDates())
                .isEqualTo(new DrawdownDates(at(curve, 0), at(curve, 1), at(curve, 2)));
    }

    @Test
    void the_initial_cash_is_the_first_peak() {
        EquityCurve curve = Curves.daily(100, new double[] {98, 97, 99, 101});
        Performance performance = Performance.of(curve, 0);
        assertThat(performance.initialValue()).isEqualTo(100);
        assertThat(performance.totalPnl()).isEqualTo(1);
        assertThat(performance.maxDrawdown()).isEqualTo(3);
        assertThat(performance.maxDrawdownPct()).isCloseTo(3, within(1e-12));
        assertThat(performance.maxDrawdownPctDates())
                .isEqualTo(new DrawdownDates(at(curve, 0), at(curve, 1), at(curve, 3)));
        // What the first bar cost is in the first return.
        assertThat(curve.returns()[0]).isCloseTo(-0.03, within(1e-15));
        assertThat(performance.worstBarReturn()).isCloseTo(-0.03, within(1e-15));
        assertThat(performance.bestBarReturn()).isCloseTo(99.0 / 97 - 1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void returns_and_months_and_regimes_multiply_up_to_the_total(long seed) {
        Random random = new Random(seed);
        int length = 60 + random.nextInt(900);
        double[] equity = Curves.walk(random, length, 0.0003, 0.01);
        EquityCurve curve = Curves.daily(101.5, equity);
        Performance performance = Performance.of(curve, 0);
        double growth = equity[length - 1] / 101.5;

        assertThat(performance.totalReturnPct()).isCloseTo((growth - 1) * 100, within(1e-9));
        assertThat(Arrays.stream(curve.returns()).reduce(1, (all, r) -> all * (1 + r)))
                .isCloseTo(growth, within(1e-12 * growth));
        List<YearOfReturns> years = MonthlyReturns.of(curve).years();
        double byMonths = years.stream()
                .flatMap(year -> year.months().stream())
                .filter(Objects::nonNull)
                .reduce(1.0, (all, r) -> all * (1 + r));
        assertThat(byMonths).isCloseTo(growth, within(1e-12 * growth));
        double byYears =
                years.stream().reduce(1.0, (all, year) -> all * (1 + Curves.known(year.total())), (a, b) -> a * b);
        assertThat(byYears).isCloseTo(growth, within(1e-12 * growth));
        byte[] labels = new byte[length];
        for (int bar = 0; bar < length; bar++) {
            labels[bar] = (byte) (random.nextInt(4) - 1);
        }
        RegimeTable regimes = RegimeTable.of(curve, labels, List.of("calm", "wild", "odd"));
        assertThat(regimes.rows().stream().reduce(1.0, (all, r) -> all * (1 + r.returnPct() / 100), (a, b) -> a * b))
                .isCloseTo(growth, within(1e-12 * growth));
        assertThat(regimes.rows().stream().mapToInt(RegimePerformance::bars).sum())
                .isEqualTo(length - 1);
        assertThat(regimes.rows().stream().mapToDouble(RegimePerformance::share).sum())
                .isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void an_account_ten_times_as_large_does_ten_times_as_much_and_just_as_well(long seed) {
        double[] equity = Curves.walk(new Random(seed), 400, 0.0003, 0.01);
        Performance one = Performance.of(Curves.daily(100, equity), 0.02);
        Performance ten = Performance.of(
                Curves.daily(1000, Arrays.stream(equity).map(v -> 10 * v).toArray()), 0.02);
        assertThat(ten.totalPnl()).isCloseTo(10 * one.totalPnl(), within(1e-9));
        assertThat(ten.maxDrawdown()).isCloseTo(10 * one.maxDrawdown(), within(1e-9));
        assertThat(ten.sharpeRatio()).isCloseTo(one.sharpeRatio(), within(1e-9));
        assertThat(ten.cagr()).isCloseTo(one.cagr(), within(1e-9));
        assertThat(ten.maxDrawdownPct()).isCloseTo(one.maxDrawdownPct(), within(1e-9));
        assertThat(ten.maxDrawdownPctDates()).isEqualTo(one.maxDrawdownPctDates());
        Performance without = Performance.of(Curves.daily(100, equity), 0);
        assertThat(Curves.known(without.sharpeRatio()) - Curves.known(one.sharpeRatio()))
                .isCloseTo(0.02 / Curves.known(one.volatility()), within(1e-9));
    }

    /** The same values once as days and once as weeks, months and hours: yearly figures grow with the root. */
    @Test
    void yearly_figures_follow_the_spacing_of_the_bars() {
        double[] equity = Curves.walk(new Random(5), 200, 0.001, 0.01);
        Performance days = Performance.of(Curves.daily(100, equity), 0);
        long[] weekly = new long[200];
        Arrays.setAll(weekly, i -> 7L * i * Curves.DAY);
        Performance weeks = Performance.of(new EquityCurve(weekly, equity, 200, 100), 0);
        long[] hourly = new long[200];
        Arrays.setAll(hourly, i -> i * Curves.DAY / 24);
        Performance hours = Performance.of(new EquityCurve(hourly, equity, 200, 100), 0);
        assertThat(weeks.barsPerYear()).isEqualTo(52);
        assertThat(hours.barsPerYear()).isEqualTo(24 * 365);
        assertThat(Curves.known(weeks.sharpeRatio()) / Curves.known(days.sharpeRatio()))
                .isCloseTo(Math.sqrt(52.0 / 252), within(1e-12));
        assertThat(Curves.known(hours.volatility()) / Curves.known(days.volatility()))
                .isCloseTo(Math.sqrt(24 * 365 / 252.0), within(1e-12));
        assertThat(Curves.known(weeks.sortino()) / Curves.known(days.sortino()))
                .isCloseTo(Math.sqrt(52.0 / 252), within(1e-12));
        assertThat(weeks.skewness()).isEqualTo(days.skewness());
    }

    @Test
    void a_year_of_ten_percent_grows_by_ten_percent() {
        double[] equity = new double[366];
        long[] times = new long[366];
        for (int i = 0; i < 366; i++) {
            equity[i] = 1000 + i * 100.0 / 365;
            times[i] = i * Curves.DAY;
        }
        EquityCurve curve = new EquityCurve(times, equity, 366, 1000);
        Performance performance = Performance.of(curve, 0);
        assertThat(performance.cagr()).isCloseTo((Math.pow(1.1, 365.25 / 365) - 1) * 100, within(1e-9));
        assertThat(performance.sortino()).isNull();
        assertThat(performance.calmar()).isNull();
        assertThat(performance.maxDrawdownPctDates()).isEqualTo(new DrawdownDates(null, null, null));
        assertThat(performance.warnings(curve))
                .containsExactly(
                        "sortino is null: no return fell short of the riskless one",
                        "calmar is null: there was no drawdown");
    }

    @Test
    void under_thirty_days_there_is_no_yearly_growth_and_at_thirty_there_is() {
        double[] equity = {100, 102, 101};
        long[] short30 = {0, 5 * Curves.DAY, 30 * Curves.DAY - 1};
        EquityCurve curve = new EquityCurve(short30, equity, 3, 100);
        Performance performance = Performance.of(curve, 0);
        assertThat(performance.cagr()).isNull();
        assertThat(performance.calmar()).isNull();
        assertThat(performance.warnings(curve))
                .containsExactly(
                        "cagr and calmar are null: the bars span 30 days, and fewer than 30 say nothing of a year");
        long[] just30 = {0, 5 * Curves.DAY, 30 * Curves.DAY};
        curve = new EquityCurve(just30, equity, 3, 100);
        performance = Performance.of(curve, 0);
        assertThat(performance.cagr()).isCloseTo((Math.pow(1.01, 365.25 / 30) - 1) * 100, within(1e-9));
        assertThat(performance.warnings(curve)).isEmpty();
    }

    @Test
    void a_ruined_account_has_lost_a_hundred_percent_a_year() {
        EquityCurve curve = Curves.daily(100, 90, 95, -5, 40, 80);
        Performance performance = Performance.of(curve, 0);
        assertThat(performance.bars()).isEqualTo(4);
        assertThat(performance.finalValue()).isEqualTo(-5);
        assertThat(performance.cagr()).isEqualTo(-100);
        assertThat(performance.totalReturnPct()).isEqualTo(-105);
        assertThat(performance.maxDrawdown()).isEqualTo(105);
        assertThat(performance.maxDrawdownPct()).isEqualTo(105);
        assertThat(performance.worstBarReturn()).isCloseTo(-100.0 / 95, within(1e-12));
        assertThat(performance.warnings(curve))
                .containsExactly(
                        "equity fell to -5 at 2020-01-06T00:00:00Z: the run is measured up to there and cagr is -100");
        assertThat(Performance.of(Curves.daily(100, 0), 0).cagr()).isEqualTo(-100);
    }

    @Test
    void what_cannot_be_computed_is_null_and_says_why() {
        Performance single = Performance.of(Curves.daily(100), 0);
        assertThat(single.barsPerYear()).isNull();
        assertThat(single.volatility()).isNull();
        assertThat(single.bestBarReturn()).isNull();
        assertThat(single.totalReturnPct()).isZero();
        assertThat(single.warnings(Curves.daily(100)))
                .containsExactly(
                        "cagr and calmar are null: the bars span 0 days, and fewer than 30 say nothing of a year",
                        "volatility, sharpe_ratio, skewness and kurtosis are null: they need 2 returns, there are none",
                        "bars_per_year, sortino, best_bar_return and worst_bar_return are null: there is a single bar");
        Performance two = Performance.of(Curves.daily(100, 99), 0);
        assertThat(two.warnings(Curves.daily(100, 99)))
                .contains("volatility, sharpe_ratio, skewness and kurtosis are null: they need 2 returns, there is 1");
        double[] flat = new double[40];
        Arrays.fill(flat, 100);
        Performance idle = Performance.of(Curves.daily(flat), 0);
        assertThat(idle.sharpeRatio()).isNull();
        assertThat(idle.volatility()).isZero();
        assertThat(idle.cagr()).isZero();
        assertThat(idle.maxDrawdown()).isZero();
        assertThat(idle.warnings(Curves.daily(flat)))
                .containsExactly(
                        "sharpe_ratio, skewness and kurtosis are null: the returns have no spread",
                        "sortino is null: no return fell short of the riskless one",
                        "calmar is null: there was no drawdown");
    }

    @Test
    void a_curve_that_makes_no_sense_is_refused() {
        long[] times = {0, Curves.DAY};
        double[] equity = {1, 2};
        assertThatThrownBy(() -> new EquityCurve(times, equity, 0, 1))
                .hasMessage("length must be from 1 to the arrays' 2 and 2, was 0");
        assertThatThrownBy(() -> new EquityCurve(times, equity, 3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EquityCurve(times, equity, 2, 0))
                .hasMessage("initial cash must be positive, was 0.0");
        assertThatThrownBy(() -> new EquityCurve(times, new double[] {1, Double.NaN}, 2, 1))
                .hasMessage("equity of bar 1 must be finite, was NaN");
        assertThatThrownBy(() -> new EquityCurve(new long[] {5, 5}, equity, 2, 1))
                .hasMessage("times must ascend, bar 1 does not");
    }

    @Test
    void a_month_without_a_bar_is_null_and_the_first_begins_with_the_cash() {
        long[] times = Arrays.stream(
                        new String[] {"2019-11-15", "2019-11-30", "2020-02-01", "2020-02-29", "2022-01-01"})
                .mapToLong(day -> LocalDate.parse(day).toEpochDay() * Curves.DAY)
                .toArray();
        double[] equity = {99, 110, 100, 121, 242};
        List<YearOfReturns> years =
                MonthlyReturns.of(new EquityCurve(times, equity, 5, 100)).years();
        assertThat(years).extracting(YearOfReturns::year).containsExactly(2019, 2020, 2021, 2022);
        assertThat(years.get(0).months().get(10)).isCloseTo(0.1, within(1e-12));
        assertThat(years.get(0).months().get(11)).isNull();
        assertThat(years.get(1).months().get(0)).isNull();
        assertThat(years.get(1).months().get(1)).isCloseTo(0.1, within(1e-12));
        assertThat(years.get(1).total()).isCloseTo(0.1, within(1e-12));
        assertThat(years.get(2).months()).hasSize(12).containsOnlyNulls();
        assertThat(years.get(2).total()).isNull();
        assertThat(years.get(3).months().get(0)).isCloseTo(1, within(1e-12));
    }

    @Test
    void series_have_one_value_per_bar() {
        double[] equity = Curves.walk(new Random(2), 300, 0.0005, 0.01);
        equity[1] = 90;
        EquityCurve curve = Curves.daily(110, equity);
        PerformanceSeries series = PerformanceSeries.of(curve);
        assertThat(series.window()).isEqualTo(75);
        assertThat(series.drawdown()).hasSize(300);
        assertThat(series.drawdown()[0]).isCloseTo(100.0 / 110 - 1, within(1e-15));
        assertThat(-100 * Arrays.stream(series.drawdown()).min().orElseThrow())
                .isCloseTo(Performance.of(curve, 0).maxDrawdownPct(), within(1e-12));
        assertThat(series.rollingSharpeRatio()).hasSize(300);
        assertThat(series.rollingSharpeRatio()[74]).isNaN();
        EquityCurve first = Curves.daily(110, Arrays.copyOf(equity, 76));
        Performance ofFirst = Performance.of(first, 0);
        assertThat(series.rollingSharpeRatio()[75]).isCloseTo(ofFirst.sharpeRatio(), within(1e-9));
        assertThat(series.rollingVolatility()[75]).isCloseTo(ofFirst.volatility(), within(1e-9));
        assertThat(series.returnHistogram().total()).isEqualTo(299);
        assertThat(PerformanceSeries.of(Curves.daily(100, 101)).window()).isEqualTo(20);
        assertThat(PerformanceSeries.of(Curves.daily(Curves.walk(new Random(2), 2520, 0, 0.01)))
                        .window())
                .isEqualTo(126);
        long[] daily7 = new long[300];
        Arrays.setAll(daily7, i -> i * Curves.DAY);
        assertThat(PerformanceSeries.of(new EquityCurve(daily7, equity, 300, 110))
                        .rollingVolatility()[75])
                .isCloseTo(Curves.known(ofFirst.volatility()) * Math.sqrt(365.0 / 252), within(1e-9));
    }

    @Test
    void holding_compared_with_holding_has_nothing_to_explain() {
        double[] closes = Curves.walk(new Random(8), 250, 0.0004, 0.01);
        BuyAndHoldComparison same =
                BuyAndHoldComparison.of(Curves.daily(closes), Curves.withRubbishBehind(closes), 0.03);
        assertThat(same.excessReturnPct()).isZero();
        assertThat(same.alpha()).isCloseTo(0, within(1e-12));
        assertThat(same.beta()).isCloseTo(1, within(1e-12));
        assertThat(same.correlation()).isCloseTo(1, within(1e-12));
        assertThat(same.informationRatio()).isNull();
        assertThat(same.trackingError()).isZero();
        // Half of it held: half the returns.
        double[] returns = Curves.daily(closes).returns();
        double[] half = Curves.grown(Arrays.stream(returns).map(r -> r / 2).toArray());
        BuyAndHoldComparison halved = BuyAndHoldComparison.of(Curves.daily(half), closes, 0);
        assertThat(halved.beta()).isCloseTo(0.5, within(1e-12));
        assertThat(halved.correlation()).isCloseTo(1, within(1e-12));
        assertThat(halved.trackingError())
                .isCloseTo(Curves.known(Performance.of(Curves.daily(closes), 0).volatility()) / 2, within(1e-12));
    }

    @Test
    void a_return_belongs_to_the_regime_known_when_it_began() {
        EquityCurve curve = Curves.daily(100, 110, 55, 66, 66);
        byte[] labels = {0, 0, 1, -1, 1};
        RegimeTable table = RegimeTable.of(curve, labels, List.of("calm", "wild", "never"));
        assertThat(table.rows()).extracting(RegimePerformance::regime).containsExactly("calm", "wild", "unknown");
        RegimePerformance calm = table.rows().get(0);
        // The fall by half began in the calm; the label of its own close says wild.
        assertThat(calm.bars()).isEqualTo(2);
        assertThat(calm.share()).isEqualTo(0.5);
        assertThat(calm.returnPct()).isCloseTo(-45, within(1e-12));
        assertThat(calm.maxDrawdownPct()).isCloseTo(50, within(1e-12));
        assertThat(calm.volatility()).isCloseTo(0.6 / Math.sqrt(2) * Math.sqrt(252), within(1e-12));
        assertThat(calm.sharpeRatio()).isCloseTo(-0.2 / (0.6 / Math.sqrt(2)) * Math.sqrt(252), within(1e-12));
        assertThat(table.rows().get(1).returnPct()).isCloseTo(20, within(1e-12));
        assertThat(table.rows().get(1).volatility()).isNull();
        assertThat(table.rows().get(2).returnPct()).isZero();
        assertThatThrownBy(() -> RegimeTable.of(curve, new byte[] {0, 0, 2, 0, 0}, List.of("calm", "wild")))
                .hasMessage("bar 2 has label 2, there are 2 names");
    }
}
