package io.quanttradingos.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.schedule.Schedule;
import java.time.Instant;
import java.util.Date;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** What a tick says about the ticks before it. */
class TimerDoorTest {
    private static final Instant NINE = Instant.parse("2024-03-08T09:00:00Z");

    private final TimerDoor timer = new TimerDoor(new Schedule.EveryMinutes(60), answer -> {}, null, DoorWatch.NONE);

    @Test
    void a_punctual_tick_that_follows_the_last_one_says_nothing() {
        timer.due(tick(NINE, NINE));

        DecisionRequest next = timer.due(tick(NINE.plusSeconds(3600), NINE.plusSeconds(3601)));

        assertThat(next.warnings()).isEmpty();
        assertThat(next.door()).isEqualTo(Door.TIMER);
    }

    @Test
    void ticks_that_were_missed_are_counted() {
        timer.due(tick(NINE, NINE));

        DecisionRequest next = timer.due(tick(NINE.plusSeconds(3 * 3600), NINE.plusSeconds(3 * 3600)));

        assertThat(next.warnings())
                .containsExactly("2 scheduled runs were missed between 2024-03-08T09:00:00Z and 2024-03-08T12:00:00Z.");
    }

    @Test
    void ticks_that_were_missed_while_no_service_ran_are_counted() {
        TimerDoor restarted =
                new TimerDoor(new Schedule.EveryMinutes(60), answer -> {}, NINE.plusMillis(40), DoorWatch.NONE);

        DecisionRequest first = restarted.due(tick(NINE.plusSeconds(5 * 3600), NINE.plusSeconds(5 * 3600)));

        assertThat(first.warnings()).singleElement().asString().startsWith("4 scheduled runs were missed between ");
    }

    @Test
    void a_clock_that_was_set_back_is_told_and_no_tick_counted_as_missed() {
        timer.due(tick(NINE.plusSeconds(86_400), NINE.plusSeconds(86_400)));

        DecisionRequest next = timer.due(tick(NINE, NINE));

        assertThat(next.warnings())
                .containsExactly(
                        "The clock was set back: the scheduled run before this one was due at 2024-03-09T09:00:00Z.");
        assertThat(timer.due(tick(NINE.plusSeconds(3600), NINE.plusSeconds(3600)))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_clock_that_began_in_1970_does_not_make_a_number_of_millions() {
        TimerDoor restarted = new TimerDoor(
                new Schedule.EveryMinutes(1), answer -> {}, Instant.EPOCH.plusSeconds(60), DoorWatch.NONE);

        assertThat(restarted.due(tick(NINE, NINE)).warnings())
                .singleElement()
                .asString()
                .startsWith("100000 or more scheduled runs were missed between 1970-");
    }

    @Test
    void a_tick_that_starts_late_says_how_late() {
        DecisionRequest late = timer.due(tick(NINE, NINE.plusSeconds(90)));

        assertThat(late.warnings()).containsExactly("This run was due at 2024-03-08T09:00:00Z and started 90 s late.");
    }

    /** As the timer hands it over. */
    private static Exchange tick(Instant due, Instant fired) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("scheduledFireTime", Date.from(due));
        exchange.getMessage().setHeader("fireTime", Date.from(fired));
        return exchange;
    }
}
