package io.quanttradingos.upstream.call;

import java.time.Duration;

/**
 * How patiently, how often and how many at once other services are asked.
 *
 * @param mode whether they are asked at all
 * @param timeouts how long one call may take
 * @param retries how a call that failed in passing is repeated
 * @param load how much is asked at once and in a minute
 * @param breaker when a failing service is left alone
 * @param memory what is kept of their answers
 */
public record CallSettings(
        Mode mode, Timeouts timeouts, Retries retries, Load load, LeavingAlone breaker, Memory memory) {
    /** Whether services are asked. */
    public enum Mode {
        /** They are. */
        LIVE,
        /** They are, and what they answer is recorded. */
        RECORD,
        /** They are not: what was recorded answers. */
        REPLAY
    }

    /**
     * The whole time one call may take.
     *
     * @param data to a service of prices or news
     * @param model to the language model
     */
    public record Timeouts(Duration data, Duration model) {
        public Timeouts {
            requirePositive("timeout of the data services", data);
            requirePositive("timeout of the language model", model);
        }

        Duration of(UpstreamService service) {
            return service == UpstreamService.LANGUAGE_MODEL ? model : data;
        }
    }

    /**
     * How a call is repeated.
     *
     * @param most after the first; 0 repeats none
     * @param firstBackoff the longest pause before the first repetition; it doubles with each
     */
    public record Retries(int most, Duration firstBackoff) {
        public Retries {
            requireAtLeast("retries", most, 0);
            requirePositive("first backoff", firstBackoff);
        }
    }

    /**
     * The bounds of what is asked.
     *
     * @param atOnce calls in work at once, to all services together
     * @param waiting calls that may wait for one of them to end
     * @param perMinute calls a minute to each service but the data service, which is the user's own; 0 sets no bound
     */
    public record Load(int atOnce, int waiting, int perMinute) {
        public Load {
            requireAtLeast("calls at once", atOnce, 1);
            requireAtLeast("waiting calls", waiting, 0);
            requireAtLeast("calls per minute", perMinute, 0);
        }

        int perMinuteOf(UpstreamService service) {
            return service == UpstreamService.DATA_SERVICE ? 0 : perMinute;
        }
    }

    /**
     * When a service that fails is left alone.
     *
     * @param failureShare of the last calls, above 0 and up to 1
     * @param leastCalls before which nothing is concluded; the share is that of the last twice as many calls
     * @param openFor how long it is left alone
     */
    public record LeavingAlone(double failureShare, int leastCalls, Duration openFor) {
        public LeavingAlone {
            if (!(failureShare > 0 && failureShare <= 1)) {
                throw new IllegalArgumentException("failure share must be in (0, 1], was " + failureShare);
            }
            requireAtLeast("least calls", leastCalls, 1);
            requirePositive("time a service is left alone", openFor);
        }
    }

    /**
     * What is kept of answers.
     *
     * @param mostBytes of all answers together, as JSON; 0 keeps none
     * @param longest how long; zero keeps none
     */
    public record Memory(long mostBytes, Duration longest) {
        public Memory {
            if (mostBytes < 0 || longest.isNegative()) {
                throw new IllegalArgumentException(
                        "memory must not be negative, was " + mostBytes + " bytes for " + longest);
            }
        }

        boolean keepsNone() {
            return mostBytes == 0 || longest.isZero();
        }
    }

    /** Services are asked, within the usual bounds. */
    public static CallSettings defaults() {
        return new CallSettings(
                Mode.LIVE,
                new Timeouts(Duration.ofSeconds(8), Duration.ofSeconds(15)),
                new Retries(2, Duration.ofMillis(250)),
                new Load(16, 16, 60),
                new LeavingAlone(0.5, 20, Duration.ofSeconds(10)),
                new Memory(8L * 1024 * 1024, Duration.ofDays(1)));
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be longer than nothing, was " + duration);
        }
    }

    private static void requireAtLeast(String name, int number, int least) {
        if (number < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + number);
        }
    }
}
