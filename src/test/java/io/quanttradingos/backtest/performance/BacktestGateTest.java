package io.quanttradingos.backtest.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.statistics.ExpectedMaximumSharpe;
import io.quanttradingos.statistics.MinimumTrackRecordLength;
import io.quanttradingos.statistics.ProbabilisticSharpeRatio;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestGateTest {
    private static final BacktestGate GATE = new BacktestGate(GateRules.defaults());

    /** Ten years of days with a yearly Sharpe ratio of 1.2: enough for a single trial. */
    private static final ReturnSample GOOD = sample(2520, 1.2);

    private static ReturnSample sample(int returns, double yearlySharpe) {
        return new ReturnSample(returns, yearlySharpe / Math.sqrt(252), -0.3, 6);
    }

    private static GateEvidence evidence(ReturnSample sample) {
        return new GateEvidence(sample, 252, Trials.single(), 40, 35.0, null, 1000);
    }

    private static GateEvidence with(
            double returnPct, @Nullable Double atTwiceCosts, @Nullable Double overfitting, int exposed) {
        return new GateEvidence(GOOD, 252, Trials.single(), returnPct, atTwiceCosts, overfitting, exposed);
    }

    private static GateCheck check(GateVerdict verdict, String name) {
        return verdict.checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_long_and_good_run_passes_with_all_its_numbers() {
        GateVerdict verdict = GATE.judge(new GateEvidence(GOOD, 252, Trials.single(), 40, 35.0, 0.2, 1000));
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdict.reason()).isEqualTo("all 7 checks hold");
        assertThat(verdict.checks())
                .extracting(GateCheck::name)
                .containsExactly(
                        "exposed_bars",
                        "total_return_pct",
                        "probabilistic_sharpe_ratio",
                        "return_pct_at_twice_costs",
                        "probability_of_backtest_overfitting",
                        "track_record_length",
                        "deflated_sharpe_ratio");
        assertThat(verdict.checks())
                .extracting(GateCheck::text)
                .containsExactly(
                        "the run was in the market for 1000 bars, at least the 60 needed",
                        "the total return of 40 % is above 0",
                        "a yearly Sharpe ratio of 1.2 exceeds 0 with probability 0.9999, at least 0.5",
                        "at twice the costs the total return is 35 %, above 0",
                        "the probability of backtest overfitting is 0.2, below 0.5",
                        "there are 2520 returns, at least the 489 it takes to exceed a yearly Sharpe ratio of 0 with 0.95",
                        "as the only trial, a yearly Sharpe ratio of 0 is exceeded with probability 0.9999, at least 0.95");
        assertThat(verdict.honesty().trials()).isEqualTo(1);
        assertThat(verdict.honesty().varianceOfTrials()).isNull();
        assertThat(verdict.honesty().standardError())
                .isCloseTo(Curves.known(verdict.honesty().standardErrorPerBar()) * Math.sqrt(252), within(1e-15));
    }

    @Test
    void a_loss_fails_and_so_does_a_return_of_nothing() {
        assertThat(GATE.judge(with(-0.01, 35.0, null, 1000)).verdict()).isEqualTo(Verdict.FAIL);
        GateVerdict nothing = GATE.judge(with(0, 35.0, null, 1000));
        assertThat(nothing.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(nothing.reason()).isEqualTo("the total return of 0 % is not above 0");
        GateVerdict hair = GATE.judge(with(1e-9, 35.0, null, 1000));
        assertThat(hair.verdict()).isEqualTo(Verdict.PASS);
        assertThat(check(hair, "total_return_pct").text()).isEqualTo("the total return of 0.000000001 % is above 0");
    }

    @Test
    void losing_at_twice_the_costs_fails_and_not_knowing_is_not_enough() {
        assertThat(GATE.judge(with(40, 0.0, null, 1000)).verdict()).isEqualTo(Verdict.FAIL);
        GateVerdict unknown = GATE.judge(with(40, null, null, 1000));
        assertThat(unknown.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(unknown.reason()).isEqualTo("the return at twice the costs is not known");
        assertThat(check(unknown, "return_pct_at_twice_costs").value()).isNull();
    }

    @Test
    void a_search_that_overfits_fails_at_the_limit() {
        assertThat(GATE.judge(with(40, 35.0, Math.nextDown(0.5), 1000)).verdict())
                .isEqualTo(Verdict.PASS);
        GateVerdict verdict = GATE.judge(with(40, 35.0, 0.5, 1000));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.reason()).isEqualTo("the probability of backtest overfitting is 0.5, not below 0.5");
    }

    @Test
    void the_unit_of_evidence_is_a_bar_in_the_market() {
        assertThat(GATE.judge(with(40, 35.0, null, 60)).verdict()).isEqualTo(Verdict.PASS);
        GateVerdict verdict = GATE.judge(with(40, 35.0, null, 59));
        assertThat(verdict.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(verdict.reason()).isEqualTo("the run was in the market for 59 bars, fewer than the 60 needed");
    }

    @Test
    void a_run_that_never_traded_has_shown_nothing_and_fails_nothing() {
        double[] flat = new double[300];
        Arrays.fill(flat, 1000);
        GateEvidence idle = GateEvidence.of(Curves.daily(flat), 0, Trials.single(), 0.0, null, 0);
        GateVerdict verdict = GATE.judge(idle);
        assertThat(verdict.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(verdict.reason())
                .startsWith("the run was never in the market; the total return of 0 % is not above 0;"
                        + " the Sharpe ratio cannot be computed: the returns are too few or equal");
        assertThat(check(verdict, "probabilistic_sharpe_ratio").value()).isNull();
        assertThat(verdict.honesty().minimumTrackRecordLength()).isNull();
        assertThat(GATE.judge(GateEvidence.of(Curves.daily(100), 0, Trials.single(), null, null, 0))
                        .verdict())
                .isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void a_track_record_passes_at_its_minimum_length_and_not_one_return_earlier() {
        int enough = (int) Math.ceil(MinimumTrackRecordLength.of(GOOD.sharpePerBar(), 0, -0.3, 6, 0.95));
        assertThat(GATE.judge(evidence(sample(enough, 1.2))).verdict()).isEqualTo(Verdict.PASS);
        GateVerdict verdict = GATE.judge(evidence(sample(enough - 1, 1.2)));
        assertThat(verdict.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(verdict.reason())
                .isEqualTo("there are 488 returns, fewer than the 489 it takes to exceed a yearly Sharpe ratio of 0"
                        + " with 0.95; as the only trial, a yearly Sharpe ratio of 0 is exceeded with probability"
                        + " 0.9499, below 0.95");
    }

    @Test
    void a_sharpe_ratio_below_the_hurdle_fails_and_at_it_is_too_little() {
        GateVerdict below = GATE.judge(evidence(sample(2520, -0.0001)));
        assertThat(below.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(below.reason())
                .isEqualTo("a yearly Sharpe ratio of -0.0001 exceeds 0 with probability 0.4999, below 0.5");
        assertThat(check(below, "track_record_length").text())
                .isEqualTo("no track record would be long enough: the Sharpe ratio is not above 0");
        assertThat(check(below, "track_record_length").limit()).isNull();
        assertThat(GATE.judge(evidence(sample(2520, 0))).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        BacktestGate demanding = new BacktestGate(new GateRules(0.95, 1.3, 60, 0.5));
        assertThat(demanding.judge(evidence(GOOD)).verdict()).isEqualTo(Verdict.FAIL);
        BacktestGate milder = new BacktestGate(new GateRules(0.95, 1.1, 60, 0.5));
        assertThat(milder.judge(evidence(GOOD)).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(check(milder.judge(evidence(GOOD)), "probabilistic_sharpe_ratio")
                        .value())
                .isCloseTo(
                        ProbabilisticSharpeRatio.of(GOOD.sharpePerBar(), 1.1 / Math.sqrt(252), 2520, -0.3, 6),
                        within(1e-15));
    }

    @Test
    void the_more_was_tried_the_more_a_run_must_show() {
        double variance = 0.25 / 252;
        GateVerdict few = GATE.judge(new GateEvidence(GOOD, 252, new Trials(3, variance), 40, 35.0, 0.1, 1000));
        GateVerdict many = GATE.judge(new GateEvidence(GOOD, 252, new Trials(1000, variance), 40, 35.0, 0.1, 1000));
        assertThat(few.verdict()).isEqualTo(Verdict.PASS);
        assertThat(many.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
        assertThat(many.reason())
                .isEqualTo("the best of 1000 trials without skill would show a yearly Sharpe ratio of 1.6276,"
                        + " which is exceeded with probability 0.0914, below 0.95");
        double luck = ExpectedMaximumSharpe.of(1000, variance);
        assertThat(many.honesty().expectedMaximumSharpePerBar()).isEqualTo(luck);
        assertThat(many.honesty().deflatedSharpeRatio())
                .isEqualTo(ProbabilisticSharpeRatio.of(GOOD.sharpePerBar(), luck, 2520, -0.3, 6));
        BacktestGate demanding = new BacktestGate(new GateRules(0.95, 0.2, 60, 0.5));
        assertThat(check(
                                demanding.judge(
                                        new GateEvidence(GOOD, 252, new Trials(1000, variance), 40, 35.0, 0.1, 1000)),
                                "deflated_sharpe_ratio")
                        .text())
                .startsWith("the best of 1000 trials without skill would show a yearly Sharpe ratio of 1.6276;"
                        + " with the hurdle of 0.2 that is exceeded with probability");
    }

    @Test
    void trials_of_unknown_variance_are_taken_to_vary_as_ratios_without_skill_do() {
        GateVerdict verdict = GATE.judge(new GateEvidence(GOOD, 252, new Trials(10, Double.NaN), 40, 35.0, null, 1000));
        assertThat(verdict.honesty().varianceOfTrials()).isCloseTo(1 / 2519.0, within(1e-15));
        assertThat(verdict.honesty().deflatedSharpeRatio()).isBetween(0.5, 0.999);
    }

    @Test
    void the_deflated_ratio_decides_at_the_confidence_itself() {
        double deflated =
                Curves.known(GATE.judge(evidence(sample(489, 1.2))).honesty().deflatedSharpeRatio());
        assertThat(deflated).isBetween(0.95, 0.951);
        BacktestGate just = new BacktestGate(new GateRules(deflated, 0, 60, 0.5));
        BacktestGate barely = new BacktestGate(new GateRules(Math.nextUp(deflated), 0, 60, 0.5));
        assertThat(check(just.judge(evidence(sample(489, 1.2))), "deflated_sharpe_ratio")
                        .passed())
                .isTrue();
        GateCheck missed = check(barely.judge(evidence(sample(489, 1.2))), "deflated_sharpe_ratio");
        assertThat(missed.passed()).isFalse();
        assertThat(missed.otherwise()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void a_failure_outweighs_missing_evidence_and_only_failures_are_the_reason() {
        GateVerdict verdict = GATE.judge(new GateEvidence(sample(30, 1), 252, Trials.single(), -2, null, 0.7, 10));
        assertThat(verdict.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict.reason())
                .isEqualTo("the total return of -2 % is not above 0; the probability of backtest overfitting is 0.7,"
                        + " not below 0.5");
        assertThat(verdict.checks().stream().filter(GateCheck::passed).map(GateCheck::name))
                .containsExactly("probabilistic_sharpe_ratio");
    }

    /** One trade held for ten years is judged by its bars: a real market's long rise may pass. */
    @Test
    void holding_is_not_refused_for_its_single_trade() {
        double[] closes = Curves.walk(new Random(11), 3780, 0.0006, 0.009);
        EquityCurve curve = Curves.daily(closes);
        double made = (curve.finalValue() / 100 - 1) * 100;
        GateVerdict verdict = GATE.judge(GateEvidence.of(curve, 0, Trials.single(), made, null, curve.bars()));
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void more_trials_or_higher_costs_never_improve_a_verdict(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            ReturnSample sample = sample(20 + random.nextInt(4000), 3 * random.nextDouble() - 0.5);
            double variance = 0.001 * random.nextDouble();
            int trials = 1 + random.nextInt(50);
            double made = 20 * random.nextDouble() - 3;
            Double overfitting = random.nextBoolean() ? null : random.nextDouble();
            int exposed = random.nextInt(200);
            GateEvidence base =
                    new GateEvidence(sample, 252, new Trials(trials, variance), made, made, overfitting, exposed);
            GateEvidence worse = new GateEvidence(
                    sample,
                    252,
                    new Trials(trials + 1 + random.nextInt(50), variance),
                    made,
                    made - 2,
                    overfitting,
                    exposed);
            assertThat(GATE.judge(worse).verdict())
                    .isGreaterThanOrEqualTo(GATE.judge(base).verdict());
        }
    }

    @Test
    void trials_count_even_without_a_ratio_and_their_variance_is_of_those_with_one() {
        Trials trials = Trials.of(new double[] {0.1, Double.NaN, 0.3});
        assertThat(trials.count()).isEqualTo(3);
        assertThat(trials.variance()).isCloseTo(0.02, within(1e-15));
        assertThat(Trials.of(new double[] {0.1}).variance()).isNaN();
        assertThatThrownBy(() -> Trials.of(new double[0]))
                .hasMessage("needs at least 1 trial and no negative variance, were 0 and NaN");
        assertThatThrownBy(() -> new Trials(2, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rules_out_of_range_are_refused_by_their_key() {
        assertThatThrownBy(() -> new GateRules(0.5, 0, 60, 0.5))
                .hasMessage("confidence must be from 0.8 to 0.9999, was 0.5");
        assertThatThrownBy(() -> new GateRules(Double.NaN, 0, 60, 0.5))
                .hasMessage("confidence must be from 0.8 to 0.9999, was NaN");
        assertThatThrownBy(() -> new GateRules(0.95, -1, 60, 0.5))
                .hasMessage("hurdle_sharpe must be from 0 to 10, was -1");
        assertThatThrownBy(() -> new GateRules(0.95, 0, 1, 0.5))
                .hasMessage("minimum_exposed_bars must be from 2 to 1000000, was 1");
        assertThatThrownBy(() -> new GateRules(0.95, 0, 60, 0))
                .hasMessage("overfitting_limit must be above 0 to 1, was 0");
    }

    @Test
    void verdicts_are_written_by_their_keys() {
        assertThat(Verdict.values())
                .extracting(Verdict::toString)
                .containsExactly("pass", "insufficient_evidence", "fail");
    }
}
