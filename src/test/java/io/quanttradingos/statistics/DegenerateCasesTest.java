package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DegenerateCasesTest {
    private static final double[] NONE = {};
    private static final double[] ONE = {0.01};

    @Test
    void too_few_values_have_no_statistic() {
        assertThat(Mean.of(NONE)).isNaN();
        assertThat(SampleDeviation.of(ONE)).isNaN();
        assertThat(AnnualVolatility.of(ONE)).isNaN();
        assertThat(SharpeRatio.of(ONE, 0)).isNaN();
        assertThat(DownsideDeviation.of(NONE, 0)).isNaN();
        assertThat(SortinoRatio.of(NONE, 0)).isNaN();
        assertThat(Skewness.of(new double[] {1, 2})).isNaN();
        assertThat(ExcessKurtosis.of(new double[] {1, 2, 4})).isNaN();
        assertThat(Quantile.of(NONE, 0.5)).isNaN();
        assertThat(ValueAtRisk.historical(NONE, 0.05)).isNaN();
        assertThat(ConditionalValueAtRisk.historical(NONE, 0.05)).isNaN();
        assertThat(TotalReturn.of(NONE)).isNaN();
        assertThat(UlcerIndex.sample(new double[] {1, 2})).isNaN();
        assertThat(UlcerIndex.published(NONE)).isNaN();
        assertThat(Correlation.of(ONE, ONE)).isNaN();
        assertThat(Beta.of(ONE, ONE)).isNaN();
        assertThat(Alpha.compounded(ONE, ONE, 0)).isNaN();
        assertThat(Drawdown.deepest(NONE).depth()).isNaN();
        assertThat(SimpleReturns.of(NONE)).isEmpty();
        assertThat(SimpleReturns.of(new double[] {5})).isEmpty();
    }

    @Test
    void rounding_in_a_steady_growth_is_no_spread() {
        double[] path = new double[300];
        Arrays.setAll(path, day -> 100 * Math.pow(1.001, day));
        double[] returns = SimpleReturns.of(path);

        assertThat(SampleDeviation.of(returns)).isPositive().isLessThan(1e-15);
        assertThat(SharpeRatio.of(returns, 0)).isNaN();
        assertThat(SortinoRatio.of(returns, 0)).isNaN();
        assertThat(Skewness.of(returns)).isNaN();
        assertThat(ExcessKurtosis.of(returns)).isNaN();
        assertThat(Beta.of(returns, returns)).isNaN();
        assertThat(Correlation.of(returns, returns)).isNaN();
        JointReturns joint = new JointReturns(new double[][] {returns.clone(), returns.clone()});
        assertThat(joint.correlation(0, 1)).isNaN();
        assertThat(joint.varianceShares(new double[] {1e6, 1e6})).containsOnly(Double.NaN);
    }

    @Test
    void a_path_that_only_rises_has_no_drawdown_and_no_calmar_ratio() {
        Drawdown drawdown = Drawdown.deepest(new double[] {1, 2, 2, 3});
        assertThat(drawdown).isEqualTo(new Drawdown(0, -1, -1, -1));
        assertThat(CalmarRatio.of(0.2, drawdown.depth())).isNaN();
    }

    @Test
    void a_drawdown_begins_at_the_last_time_the_high_was_reached() {
        assertThat(Drawdown.deepest(new double[] {100, 90, 120, 110, 120, 90, 100, 120, 90, 130}))
                .isEqualTo(new Drawdown(-0.25, 4, 5, 7));
        assertThat(Drawdown.deepest(new double[] {100, 120, 90, 100})).isEqualTo(new Drawdown(-0.25, 1, 2, -1));
    }

    @Test
    void after_a_value_that_is_not_positive_there_is_no_return() {
        assertThat(SimpleReturns.of(new double[] {2, 1, -1, 3, 0, 1}))
                .containsExactly(-0.5, -2, Double.NaN, -1, Double.NaN);
        assertThat(TotalReturn.of(new double[] {-1, 5})).isNaN();
        assertThat(Drawdown.deepest(new double[] {5, 0, 5}).depth()).isNaN();
        assertThat(Drawdown.deepest(new double[] {5, 4, -5}).depth()).isEqualTo(-2);
        assertThat(Drawdown.series(new double[] {-1, 4, 2})).containsExactly(Double.NaN, 0, -0.5);
    }

    @Test
    void growth_after_a_total_loss_is_minus_one_and_over_no_time_unknown() {
        assertThat(CompoundAnnualGrowthRate.overCalendarDays(-1, 100)).isEqualTo(-1);
        assertThat(CompoundAnnualGrowthRate.overCalendarDays(-1.4, 100)).isEqualTo(-1);
        assertThat(CompoundAnnualGrowthRate.overCalendarDays(0.1, 0)).isNaN();
        assertThat(CompoundAnnualGrowthRate.overReturns(0.1, 0)).isNaN();
        assertThat(CompoundAnnualGrowthRate.overReturns(0.21, 504)).isCloseTo(0.1, within(1e-15));
        assertThat(CompoundAnnualGrowthRate.overCalendarDays(Double.NaN, 100)).isNaN();
    }

    @Test
    void a_missing_value_among_the_others_is_not_passed_over_in_silence() {
        double[] gap = {0.01, Double.NaN, -0.02, 0.03, 0.01};
        assertThat(Mean.of(gap)).isNaN();
        assertThat(SampleDeviation.of(gap)).isNaN();
        assertThat(SharpeRatio.of(gap, 0)).isNaN();
        assertThat(SortinoRatio.of(gap, 0)).isNaN();
        assertThat(Quantile.of(gap, 0.5)).isNaN();
        assertThat(ConditionalValueAtRisk.historical(Quantile.sorted(gap), 0.5)).isNaN();
        assertThat(ExcessKurtosis.of(gap)).isNaN();
    }

    @Test
    void a_riskless_return_lowers_both_ratios_by_its_share() {
        double[] returns = {0.01, -0.005, 0.002, 0.004, -0.001};
        double volatility = AnnualVolatility.of(returns);
        assertThat(SharpeRatio.of(returns, 0) - SharpeRatio.of(returns, 0.05))
                .isCloseTo(0.05 / volatility, within(1e-12));
        assertThat(SortinoRatio.of(returns, 0.05)).isLessThan(SortinoRatio.of(returns, 0));
        // A benchmark compared with itself has nothing left to explain, whatever the riskless return.
        assertThat(Alpha.added(returns, returns, 0.05)).isCloseTo(0, within(1e-14));
        assertThat(Beta.of(returns, returns)).isCloseTo(1, within(1e-15));
    }

    @Test
    void a_range_is_measured_as_if_it_were_alone() {
        double[] values = {9, 1, 2, 4, 9};
        double[] alone = {1, 2, 4};
        assertThat(Mean.of(values, 1, 4)).isEqualTo(Mean.of(alone));
        assertThat(SampleDeviation.of(values, 1, 4)).isEqualTo(SampleDeviation.of(alone));
        assertThat(AnnualVolatility.of(values, 1, 4)).isEqualTo(AnnualVolatility.of(alone));
        assertThat(TotalReturn.of(values, 1, 4)).isEqualTo(3);
        assertThat(SimpleReturns.of(values, 1, 4)).containsExactly(1, 1);
    }

    @Test
    void a_sum_keeps_what_a_plain_loop_loses() {
        assertThat(CompensatedSum.of(new double[] {1e100, 1, -1e100})).isEqualTo(1);
        assertThat(CompensatedSum.of(NONE)).isEqualTo(0);
    }

    @Test
    void callers_mistakes_are_named() {
        assertThatThrownBy(() -> Quantile.of(ONE, 1.5)).hasMessage("probability must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> Quantile.of(ONE, Double.NaN)).hasMessage("probability must be in [0, 1], was NaN");
        assertThatThrownBy(() -> Correlation.of(ONE, NONE)).hasMessage("series must be of one length, were 1 and 0");
        assertThatThrownBy(() -> new JointReturns(new double[][] {{1, 2}, {1}}))
                .hasMessage("every series needs 2 days, one has 1");
        JointReturns joint = new JointReturns(new double[][] {{1, 2}});
        assertThatThrownBy(() -> joint.varianceShares(new double[2]))
                .hasMessage("1 series need as many weights, there were 2");
    }
}
