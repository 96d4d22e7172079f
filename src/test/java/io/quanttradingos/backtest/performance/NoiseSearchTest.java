package io.quanttradingos.backtest.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.NoiseSource;
import io.quanttradingos.statistics.RawKurtosis;
import io.quanttradingos.statistics.SampleDeviation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseSearchTest {
    @Test
    void the_gate_refuses_what_a_search_through_noise_finds_where_a_usual_rule_does_not() {
        NoiseOutcome outcome = new NoiseSearch(200, 757, 5, 100).run(GateRules.defaults(), 20261122);
        assertThat(outcome.repetitions()).isEqualTo(100);
        assertThat(outcome.passedGate()).isLessThanOrEqualTo(0.05);
        assertThat(outcome.passedSharpe()).isGreaterThan(0.8);
        // Without deflation one search in several would pass as significant.
        assertThat(outcome.passedUndeflated()).isGreaterThan(0.3);
        assertThat(outcome.meanBestSharpe()).isGreaterThan(0.8);
    }

    /** The other side: what has skill must get through even after a thousand trials, or refusing were no art. */
    @Test
    void the_gate_lets_skill_through_after_the_same_search() {
        Random random = new Random(5);
        BacktestGate gate = new BacktestGate(GateRules.defaults());
        int passed = 0;
        for (int repetition = 0; repetition < 40; repetition++) {
            double[] sharpes = new double[1000];
            Arrays.setAll(sharpes, i -> random.nextGaussian() / Math.sqrt(2519));
            // A true yearly Sharpe ratio of 2.2 over ten years.
            double[] equity = Curves.walk(random, 2520, 2.2 * 0.01 / Math.sqrt(252), 0.01);
            CoreMetrics core = new CoreMetrics();
            core.measure(equity, equity.length, 100);
            sharpes[17] = core.sharpePerBar(0);
            double made = core.totalReturn() * 100;
            GateEvidence evidence =
                    new GateEvidence(core.sample(0), 252, Trials.of(sharpes), made, made, null, equity.length - 1);
            passed += gate.judge(evidence).verdict() == Verdict.PASS ? 1 : 0;
        }
        assertThat(passed).isGreaterThan(35);
    }

    @Test
    void the_same_seed_gives_the_same_outcome_and_another_one_another() {
        NoiseSearch small = new NoiseSearch(20, 100, 3, 5);
        GateRules rules = GateRules.defaults();
        assertThat(small.run(rules, 7)).isEqualTo(small.run(rules, 7));
        assertThat(small.run(rules, 7)).isNotEqualTo(small.run(rules, 8));
    }

    @Test
    void the_noise_is_standard_normal() {
        NoiseSource noise = new NoiseSource(3);
        double[] values = new double[100_000];
        Arrays.setAll(values, i -> noise.normal());
        assertThat(Mean.of(values)).isCloseTo(0, within(0.01));
        assertThat(SampleDeviation.of(values)).isCloseTo(1, within(0.01));
        assertThat(RawKurtosis.of(values)).isCloseTo(3, within(0.06));
    }

    /** The first numbers of SplitMix64 from seed 1234567, as its authors' implementation gives them. */
    @Test
    void the_bits_are_those_of_splitmix64() {
        NoiseSource noise = new NoiseSource(1234567);
        assertThat(noise.bits()).isEqualTo(6457827717110365317L);
        assertThat(noise.bits()).isEqualTo(3203168211198807973L);
        assertThat(noise.bits()).isEqualTo(-8629252141511181193L);
    }

    @Test
    void settings_that_search_nothing_are_refused() {
        assertThatThrownBy(() -> new NoiseSearch(1, 100, 1, 1))
                .hasMessage(
                        "needs at least 2 strategies, 3 bars, 1 bar to hold and 1 repetition, were 1, 100, 1 and 1");
        assertThat(NoiseSearch.defaults()).isEqualTo(new NoiseSearch(1000, 1261, 5, 400));
    }
}
