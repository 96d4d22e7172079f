package io.quanttradingos.sentiment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the news are worth an alert, and why.
 *
 * @param raised whether to alert
 * @param direction which way; kept where the alert was stopped, so that one sees what was stopped; null where there was
 *     none to stop
 * @param reason one or two sentences
 * @param gate what a backtest had to say
 */
public record AlertDecision(boolean raised, @Nullable Direction direction, String reason, Gate gate) {
    /** What became of an alert at the gate. */
    public enum Gate {
        /** No gate was asked, or there was no alert to let through. */
        NOT_ASKED,
        /** The alert was let through. */
        PASSED,
        /** The alert was stopped. */
        STOPPED;

        private final String key = name().toLowerCase(Locale.ROOT);

        /** The name in answers, for example {@code not_asked}. */
        public String key() {
            return key;
        }

        @Override
        public String toString() {
            return key;
        }
    }

    public AlertDecision {
        if (raised && (direction == null || gate == Gate.STOPPED)) {
            throw new IllegalArgumentException(
                    "a raised alert has a direction and was not stopped, was " + direction + " and " + gate);
        }
    }

    static AlertDecision raised(Direction direction, String reason) {
        return new AlertDecision(true, direction, reason, Gate.NOT_ASKED);
    }

    static AlertDecision quiet(String reason) {
        return new AlertDecision(false, null, reason, Gate.NOT_ASKED);
    }

    /**
     * The decision where something else speaks against an alert.
     *
     * @param why a sentence
     */
    public AlertDecision withheld(String why) {
        return raised ? new AlertDecision(false, direction, why + " Without that: " + reason, gate) : this;
    }

    /**
     * The decision after a gate, such as the verdict on a backtest. A gate may stop an alert and never raises one: what was
     * not raised, or was stopped already, stays as it is.
     *
     * @param passed whether the gate lets alerts through
     * @param why the gate's own sentence
     */
    public AlertDecision gated(boolean passed, String why) {
        if (!raised) {
            return this;
        }
        return passed
                ? new AlertDecision(true, direction, reason + " The gate let it through: " + why, Gate.PASSED)
                : new AlertDecision(
                        false,
                        direction,
                        "The gate stopped the alert: " + why + " Without it: " + reason,
                        Gate.STOPPED);
    }
}
