package io.quanttradingos.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunProbabilityTest {
    /** Adds up the probability of every outcome with such a run. */
    private static double everyOutcome(int length, int trials, double success) {
        double sum = 0;
        for (int outcome = 0; outcome < 1 << trials; outcome++) {
            int run = 0;
            int longest = 0;
            for (int i = 0; i < trials; i++) {
                run = ((outcome >> i) & 1) == 1 ? run + 1 : 0;
                longest = Math.max(longest, run);
            }
            int successes = Integer.bitCount(outcome);
            sum += longest >= length ? Math.pow(success, successes) * Math.pow(1 - success, trials - successes) : 0;
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"0.5", "0.3", "0.9", "0", "1"})
    void agrees_with_counting_every_outcome(double success) {
        for (int trials = 1; trials <= 12; trials++) {
            for (int length = 1; length <= 13; length++) {
                assertThat(RunProbability.atLeast(length, trials, success))
                        .as(length + " of " + trials)
                        .isCloseTo(everyOutcome(length, trials, success), within(1e-12));
            }
        }
    }

    @Test
    void knows_the_textbook_case() {
        // Seven heads on end in a hundred throws: 0.3175 (Feller's approximation 1 - exp(-q p^7 (n - 7 + 1 / q)) gives
        // 0.310).
        assertThat(RunProbability.atLeast(7, 100, 0.5)).isCloseTo(0.3175, within(5e-5));
    }

    @Test
    void refuses_what_is_no_probability() {
        assertThatThrownBy(() -> RunProbability.atLeast(3, 10, Double.NaN))
                .hasMessage("no run of 3 at a probability of NaN");
        assertThatThrownBy(() -> RunProbability.atLeast(0, 10, 0.5)).hasMessage("no run of 0 at a probability of 0.5");
    }

    @ParameterizedTest
    @CsvSource({"-2.045229642, 29, 0.025", "-1.699127027, 29, 0.05", "0, 7, 0.5", "-6.313751515, 1, 0.05"})
    void students_t_is_that_of_the_tables(double t, double degreesOfFreedom, double probability) {
        assertThat(StudentsT.cumulative(t, degreesOfFreedom)).isCloseTo(probability, within(1e-9));
    }
}
