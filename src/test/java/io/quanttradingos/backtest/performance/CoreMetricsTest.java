package io.quanttradingos.backtest.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.quanttradingos.statistics.Drawdown;
import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.PopulationSkewness;
import io.quanttradingos.statistics.RawKurtosis;
import io.quanttradingos.statistics.SampleDeviation;
import io.quanttradingos.statistics.SharpeRatio;
import io.quanttradingos.statistics.SimpleReturns;
import io.quanttradingos.statistics.TotalReturn;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoreMetricsTest {
    private static final double RELATIVE = 1e-9;

    private final CoreMetrics core = new CoreMetrics();

    /** Quiet and wild, drifting and not, short and long: every figure as the statistics give it. */
    @ParameterizedTest
    @CsvSource({
        "0.0004, 0.01, 2520",
        "0.0, 0.01, 2520",
        "-0.002, 0.03, 300",
        "0.01, 0.0001, 1000",
        "0.001, 0.000001, 1000",
        "0.0001, 0.3, 5000",
        "0.00001, 0.0005, 200000",
        "0.0004, 0.01, 3"
    })
    void figures_agree_with_the_statistics_to_nine_digits(double mean, double deviation, int length) {
        for (long seed = 1; seed <= 5; seed++) {
            agrees(Curves.walk(new Random(seed), length, mean, deviation));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.95, 5, 40})
    void a_single_jump_anywhere_costs_no_digits(double jump) {
        for (int place : new int[] {1, 77, 499}) {
            double[] path = Curves.walk(new Random(place), 500, 0.0003, 0.008);
            for (int i = place; i < path.length; i++) {
                path[i] *= 1 + jump;
            }
            agrees(path);
        }
    }

    private void agrees(double[] path) {
        double[] returns = SimpleReturns.of(path);
        core.measure(Curves.withRubbishBehind(path), path.length, path[0]);
        double deviation = SampleDeviation.of(returns);
        assertThat(core.returns()).isEqualTo(returns.length);
        close(core.totalReturn(), TotalReturn.of(path));
        close(core.deviation(), deviation);
        close(core.volatility(365), deviation * Math.sqrt(365));
        // Near zero a mean has no relative digits; it is exact against the deviation it is divided by.
        assertThat(core.mean()).isCloseTo(Mean.of(returns), within(1e-13 * (deviation + Math.abs(core.mean()))));
        double sharpe = SharpeRatio.perReturn(returns, 0.0001);
        assertThat(core.sharpePerBar(0.0001)).isCloseTo(sharpe, within(1e-12 + RELATIVE * Math.abs(sharpe)));
        double skewness = PopulationSkewness.of(returns);
        assertThat(core.skewness()).isCloseTo(skewness, within(1e-11 + RELATIVE * Math.abs(skewness)));
        close(core.kurtosis(), RawKurtosis.of(returns));
        assertThat(core.maxDrawdownPct())
                .isCloseTo(-100 * Drawdown.deepest(path).depth(), within(1e-12));
    }

    private static void close(double actual, double wanted) {
        assertThat(actual).isCloseTo(wanted, within(RELATIVE * Math.abs(wanted)));
    }

    @Test
    void the_initial_cash_is_the_first_peak_and_what_the_first_return_is_measured_from() {
        core.measure(new double[] {99, 96, 98}, 3, 100);
        double[] returns = {-0.04, 98.0 / 96 - 1};
        assertThat(core.returns()).isEqualTo(2);
        assertThat(core.mean()).isCloseTo(Mean.of(returns), within(1e-15));
        assertThat(core.maxDrawdownPct()).isCloseTo(4, within(1e-12));
        assertThat(core.totalReturn()).isCloseTo(-0.02, within(1e-15));
        core.measure(new double[] {99}, 1, 100);
        assertThat(core.maxDrawdownPct()).isCloseTo(1, within(1e-12));
        core.measure(new double[] {110, 104.5}, 2, 100);
        assertThat(core.maxDrawdownPct()).isCloseTo(5, within(1e-12));
    }

    @Test
    void too_few_returns_and_returns_without_a_spread_have_no_ratios() {
        core.measure(new double[] {100}, 1, 100);
        assertThat(core.returns()).isZero();
        assertThat(core.totalReturn()).isZero();
        assertThat(core.mean()).isNaN();
        assertThat(core.deviation()).isNaN();
        core.measure(new double[] {100, 101}, 2, 100);
        assertThat(core.mean()).isCloseTo(0.01, within(1e-15));
        assertThat(core.deviation()).isNaN();
        assertThat(core.sharpePerBar(0)).isNaN();
        double[] flat = new double[50];
        Arrays.fill(flat, 100);
        core.measure(flat, 50, 100);
        assertThat(core.deviation()).isZero();
        assertThat(core.sharpePerBar(0)).isNaN();
        assertThat(core.skewness()).isNaN();
        assertThat(core.kurtosis()).isNaN();
        assertThat(core.maxDrawdownPct()).isZero();
        double[] steady = new double[300];
        Arrays.setAll(steady, bar -> 100 * Math.pow(1.001, bar));
        core.measure(steady, 300, 100);
        assertThat(core.mean()).isCloseTo(0.001, within(1e-15));
        assertThat(core.sharpeRatio(252)).isNaN();
    }

    @Test
    void a_run_ends_where_nothing_is_left() {
        double[] ruined = {100, 90, -10, 50, 200};
        core.measure(ruined, 5, 100);
        assertThat(core.returns()).isEqualTo(2);
        assertThat(core.totalReturn()).isCloseTo(-1.1, within(1e-15));
        assertThat(core.maxDrawdownPct()).isCloseTo(110, within(1e-12));
        assertThat(core.mean()).isCloseTo((-0.1 - 100.0 / 90) / 2, within(1e-15));
        core.measure(new double[] {0, 5}, 2, 100);
        assertThat(core.totalReturn()).isEqualTo(-1);
        assertThat(core.maxDrawdownPct()).isEqualTo(100);
    }

    @Test
    void measuring_allocates_nothing() {
        double[] path = Curves.walk(new Random(1), 2520, 0.0004, 0.01);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        core.measure(path, path.length, 100);
        long before = threads.getThreadAllocatedBytes(thread);
        double sum = 0;
        for (int run = 0; run < 2000; run++) {
            core.measure(path, path.length, 100);
            sum += core.sharpePerBar(0) + core.maxDrawdownPct() + core.kurtosis();
        }
        assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(10_000);
        assertThat(sum).isNotZero();
    }
}
