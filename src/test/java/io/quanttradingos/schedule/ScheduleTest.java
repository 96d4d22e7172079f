package io.quanttradingos.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quartz.CronExpression;

class ScheduleTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2024-03-08T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "61 9 * * 1-5 | Value 61 not in range [0, 59]",
                "0 9 * *      | five fields",
                "@daily       | five fields",
                "0 9 1 * 1    | cannot be scheduled",
                "0 0 31 2 *   | never comes"
            })
    void an_invalid_expression_is_refused_with_the_mistake(String expression, String mistake) {
        assertThatThrownBy(() -> Schedule.ByCron.parse(expression, NEW_YORK, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ORCHESTRATOR_SCHEDULE_CRON '" + expression + "'")
                .hasMessageContaining(mistake);
    }

    @Test
    void minutes_below_one_are_refused() {
        assertThatThrownBy(() -> new Schedule.EveryMinutes(0))
                .isInstanceOf(Refusal.class)
                .hasMessage("ORCHESTRATOR_SCHEDULE_MINUTES must be 1 or more, was 0");
    }

    /** Quartz numbers weekdays from Sunday 1, UNIX from Sunday 0: its own parser must fire on the days that were meant. */
    @ParameterizedTest
    @CsvSource({
        "0 9 * * 1-5, 2024-03-08T14:00:00Z, 2024-03-11T13:00:00Z", // across the change to daylight saving time
        "0 9 * * 0,   2024-03-10T13:00:00Z, 2024-03-17T13:00:00Z",
        "30 16 * * 5, 2024-03-08T21:30:00Z, 2024-03-15T20:30:00Z"
    })
    void the_timer_fires_at_the_times_the_expression_means(String unix, Instant first, Instant second)
            throws ParseException {
        CronExpression quartz =
                new CronExpression(Schedule.ByCron.parse(unix, NEW_YORK, NOW).quartz());
        quartz.setTimeZone(TimeZone.getTimeZone(NEW_YORK));

        Instant next = quartz.getNextValidTimeAfter(Date.from(NOW)).toInstant();

        assertThat(next).isEqualTo(first);
        assertThat(quartz.getNextValidTimeAfter(Date.from(next)).toInstant()).isEqualTo(second);
    }

    @Test
    void the_runs_due_between_two_are_counted() {
        Schedule daily = Schedule.ByCron.parse("0 9 * * 1-5", NEW_YORK, NOW);
        Instant friday = Instant.parse("2024-03-08T14:00:00Z");

        assertThat(daily.dueBetween(friday, Instant.parse("2024-03-11T13:00:00Z")))
                .isZero();
        assertThat(daily.dueBetween(friday, Instant.parse("2024-03-14T13:00:00Z")))
                .isEqualTo(3);
        assertThat(new Schedule.EveryMinutes(60).dueBetween(NOW, NOW.plusSeconds(3 * 3600)))
                .isEqualTo(2);
        assertThat(new Schedule.EveryMinutes(60).dueBetween(NOW, NOW.plusSeconds(3600)))
                .isZero();
    }
}
