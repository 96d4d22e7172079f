package io.quanttradingos.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {
    private static final SentimentPolicy POLICY = SentimentPolicy.defaults();

    private static SentimentShift shift(double z) {
        return new SentimentShift(5, 5, 0.1 * z, 0.0, 0.1 * z, 0.1, z);
    }

    @ParameterizedTest
    @CsvSource({
        "0.35, 0.5, 3, true",
        "-0.35, 0.5, 3, true",
        "0.3499, 0.5, 3, false",
        "0.35, 0.4999, 3, false",
        "0.35, 0.5, 2, false",
        "0, 1, 100, false",
        "NaN, 1, 100, false",
        "1, NaN, 100, false"
    })
    void a_score_raises_an_alert_exactly_at_its_thresholds(
            double score, double confidence, int articles, boolean raised) {
        AlertDecision decision = AlertRule.decide(score, confidence, articles, SentimentShift.NONE, POLICY);

        assertThat(decision.raised()).isEqualTo(raised);
        assertThat(decision.direction()).isEqualTo(!raised ? null : score > 0 ? Direction.BULLISH : Direction.BEARISH);
    }

    @Test
    void the_reason_says_what_was_reached_or_missing() {
        assertThat(AlertRule.decide(-0.5, 0.75, 6, SentimentShift.NONE, POLICY).reason())
                .isEqualTo("The score -0.5 reaches 0.35 with a confidence of 0.75 from 6 scored articles.");
        assertThat(AlertRule.decide(0.2, 0.75, 6, SentimentShift.NONE, POLICY).reason())
                .isEqualTo("The score 0.2 is nearer to 0 than 0.35.");
        assertThat(AlertRule.decide(0.5, 0.25, 6, SentimentShift.NONE, POLICY).reason())
                .isEqualTo("The confidence 0.25 is below 0.5.");
        assertThat(AlertRule.decide(0.5, 0.75, 1, SentimentShift.NONE, POLICY).reason())
                .isEqualTo("Only 1 article could be scored, 3 are needed.");
        assertThat(AlertRule.decide(null, 0, 0, SentimentShift.NONE, POLICY).reason())
                .isEqualTo("There is no score to alert on.");
        assertThat(AlertRule.decide(0.1, 0.9, 9, shift(1), POLICY).reason())
                .isEqualTo("The score 0.1 is nearer to 0 than 0.35. The latest days moved the score by 0.1,"
                        + " 1 standard errors, fewer than the 2.5 that are worth an alert.");
    }

    @ParameterizedTest
    @CsvSource({"2.5, true, BULLISH", "-2.5, true, BEARISH", "2.49, false,", "-2.49, false,"})
    void a_shift_raises_an_alert_whatever_the_score(double z, boolean raised, Direction direction) {
        AlertDecision decision = AlertRule.decide(0.0, 0, 0, shift(z), POLICY);

        assertThat(decision.raised()).isEqualTo(raised);
        assertThat(decision.direction()).isEqualTo(direction);
        assertThat(AlertRule.decide(null, 0, 0, shift(z), POLICY).raised()).isEqualTo(raised);
    }

    @Test
    void where_both_hold_the_score_gives_the_direction_and_both_are_told() {
        AlertDecision decision = AlertRule.decide(0.5, 0.75, 6, shift(-3), POLICY);

        assertThat(decision.direction()).isEqualTo(Direction.BULLISH);
        assertThat(decision.reason())
                .contains("reaches 0.35")
                .contains("by -0.3, 3 standard errors, and 2.5 are worth");
    }

    @Test
    void a_gate_tells_what_it_stopped_and_why() {
        AlertDecision raised = AlertRule.decide(-0.5, 0.75, 6, SentimentShift.NONE, POLICY);

        AlertDecision stopped = raised.gated(false, "The Sharpe ratio is 0.1, below 0.5.");
        AlertDecision passed = raised.gated(true, "The Sharpe ratio is 0.9.");

        assertThat(stopped.raised()).isFalse();
        assertThat(stopped.direction()).isEqualTo(Direction.BEARISH);
        assertThat(stopped.gate()).isEqualTo(AlertDecision.Gate.STOPPED);
        assertThat(stopped.reason())
                .isEqualTo("The gate stopped the alert: The Sharpe ratio is 0.1, below 0.5. Without it: "
                        + raised.reason());
        assertThat(passed.raised()).isTrue();
        assertThat(passed.gate()).hasToString("passed");
        assertThat(passed.reason()).isEqualTo(raised.reason() + " The gate let it through: The Sharpe ratio is 0.9.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void gates_never_raise_an_alert(long seed) {
        Random random = new Random(seed);
        int raisedBefore = 0;
        for (int i = 0; i < 2_000; i++) {
            AlertDecision decision = AlertRule.decide(
                    random.nextDouble() * 2 - 1,
                    random.nextDouble(),
                    random.nextInt(9),
                    shift(random.nextGaussian() * 2),
                    POLICY);
            AlertDecision gated = decision;
            boolean allPassed = true;
            for (int gates = random.nextInt(3); gates >= 0; gates--) {
                boolean passes = random.nextBoolean();
                allPassed &= passes;
                gated = gated.gated(passes, "why");
            }
            raisedBefore += decision.raised() ? 1 : 0;

            assertThat(gated.raised()).isEqualTo(decision.raised() && allPassed);
            assertThat(gated.direction()).isEqualTo(decision.direction());
        }
        assertThat(raisedBefore).isBetween(200, 1_800);
    }

    @Test
    void a_raised_alert_without_a_direction_is_refused() {
        assertThatThrownBy(() -> new AlertDecision(true, null, "", AlertDecision.Gate.NOT_ASKED))
                .hasMessage("a raised alert has a direction and was not stopped, was null and not_asked");
        assertThatThrownBy(() -> Direction.of(Double.NaN)).hasMessage("a direction needs a sign, was NaN");
    }
}
