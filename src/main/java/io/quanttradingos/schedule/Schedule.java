package io.quanttradingos.schedule;

import com.cronutils.mapper.CronMapper;
import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.quanttradingos.failure.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When decisions are due: every so many minutes, or by a UNIX cron expression in a time zone. */
public sealed interface Schedule {

    /** In words, for a log. */
    String description();

    /** More runs than this are not counted, such as where a clock began in 1970 and was then set. */
    long MOST_COUNTED = 100_000;

    /** How many runs were due after one and before another, both left out; {@link #MOST_COUNTED} at most. */
    long dueBetween(Instant one, Instant other);

    /**
     * Every so many minutes from the start on.
     *
     * @param minutes 1 or more
     */
    record EveryMinutes(int minutes) implements Schedule {
        public EveryMinutes {
            if (minutes < 1) {
                throw Refusal.invalid("ORCHESTRATOR_SCHEDULE_MINUTES must be 1 or more, was " + minutes);
            }
        }

        public Duration interval() {
            return Duration.ofMinutes(minutes);
        }

        @Override
        public String description() {
            return minutes == 1 ? "every minute" : "every " + minutes + " minutes";
        }

        @Override
        public long dueBetween(Instant one, Instant other) {
            long whole = Math.round((double) Duration.between(one, other).toMillis()
                    / interval().toMillis());
            return Math.max(0, Math.min(MOST_COUNTED, whole - 1));
        }
    }

    /**
     * By a cron expression.
     *
     * @param expression as it was given, five fields
     * @param quartz the same in Quartz's own dialect
     * @param zone in which its hours are meant
     */
    record ByCron(String expression, String quartz, ZoneId zone) implements Schedule {
        /**
         * Reads an expression.
         *
         * @param now an expression with no date after it is refused
         * @throws Refusal in a sentence that shows the mistake
         */
        public static ByCron parse(String expression, ZoneId zone, Instant now) {
            Cron cron = unix(expression);
            if (ExecutionTime.forCron(cron).nextExecution(now.atZone(zone)).isEmpty()) {
                throw Refusal.invalid(
                        "ORCHESTRATOR_SCHEDULE_CRON '" + expression + "' never comes: there is no such date");
            }
            return new ByCron(expression, quartz(expression, cron), zone);
        }

        private static Cron unix(String expression) {
            try {
                return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(expression);
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid("ORCHESTRATOR_SCHEDULE_CRON '" + expression
                        + "' is no UNIX cron expression of five fields (minute hour day month weekday): " + reason(e));
            }
        }

        private static String quartz(String expression, Cron cron) {
            try {
                return CronMapper.fromUnixToQuartz().map(cron).asString();
            } catch (IllegalArgumentException e) {
                throw Refusal.invalid(
                        "ORCHESTRATOR_SCHEDULE_CRON '" + expression + "' cannot be scheduled: " + reason(e));
            }
        }

        private static String reason(Throwable failure) {
            Throwable root = failure;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage());
        }

        @Override
        public String description() {
            return "by '" + expression + "' in " + zone;
        }

        @Override
        public long dueBetween(Instant one, Instant other) {
            ExecutionTime times = ExecutionTime.forCron(unix(expression));
            long due = 0;
            Optional<ZonedDateTime> next = times.nextExecution(one.atZone(zone));
            while (next.isPresent() && next.get().toInstant().isBefore(other) && due < MOST_COUNTED) {
                due++;
                next = times.nextExecution(next.get());
            }
            return due;
        }
    }
}
