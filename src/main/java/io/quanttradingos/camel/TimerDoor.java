package io.quanttradingos.camel;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first and last step of the timer's route. */
public final class TimerDoor {
    private static final Logger LOG = LoggerFactory.getLogger(TimerDoor.class);
    private static final Duration PUNCTUAL = Duration.ofSeconds(2);
    private static final DecisionRequest DEFAULTS = DecisionRequest.defaults(Door.TIMER);

    private final Schedule schedule;
    private final Consumer<String> answers;
    private final DoorWatch watch;
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable Instant lastDue;

    /**
     * Wires it.
     *
     * @param answers told each decision's JSON
     * @param lastRun when the last scheduled run was made, before this start; null where there was none
     * @param watch told of each tick
     */
    public TimerDoor(Schedule schedule, Consumer<String> answers, @Nullable Instant lastRun, DoorWatch watch) {
        this.watch = watch;
        this.schedule = schedule;
        this.answers = answers;
        this.lastDue = lastRun;
    }

    /** The endpoint of the timer: one run at a time, a missed one made up for at once, in the schedule's time zone. */
    public static String endpoint(Schedule schedule) {
        if (schedule instanceof Schedule.ByCron cron) {
            return "quartz:decision?stateful=true&cron=" + cron.quartz().replace(' ', '+') + "&trigger.timeZone="
                    + cron.zone().getId();
        }
        Schedule.EveryMinutes every = (Schedule.EveryMinutes) schedule;
        return "quartz:decision?stateful=true&trigger.repeatCount=-1&trigger.repeatInterval="
                + every.interval().toMillis();
    }

    /** A full run on the configured defaults; says so where runs before it were missed or this one is late. */
    public synchronized DecisionRequest due(Exchange exchange) {
        Instant due = instant(exchange, "scheduledFireTime");
        Instant fired = instant(exchange, "fireTime");
        List<String> warnings = new ArrayList<>();
        Instant before = lastDue;
        long missed = before == null ? 0 : schedule.dueBetween(before, due);
        if (missed > 0) {
            watch.missed(missed);
            warnings.add((missed == Schedule.MOST_COUNTED ? missed + " or more" : missed) + " scheduled "
                    + (missed == 1 ? "run was" : "runs were") + " missed between " + before + " and " + due + ".");
        } else if (before != null && due.isBefore(before.minus(PUNCTUAL))) {
            warnings.add("The clock was set back: the scheduled run before this one was due at " + before + ".");
        }
        Duration late = Duration.between(due, fired);
        if (late.compareTo(PUNCTUAL) > 0) {
            warnings.add("This run was due at " + due + " and started " + late.toSeconds() + " s late.");
        }
        lastDue = due;
        warnings.forEach(LOG::warn);
        LOG.info("the scheduled run due at {} begins", due);
        return DEFAULTS.withWarnings(warnings);
    }

    private static Instant instant(Exchange exchange, String header) {
        return exchange.getMessage().getHeader(header, Date.class).toInstant();
    }

    /** Passes a decision on. */
    public void done(byte[] answer) {
        answers.accept(new String(answer, StandardCharsets.UTF_8));
        watch.ticked(true);
    }

    /** Says why a run gave no decision; the next one comes as scheduled. */
    public void failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        failures.incrementAndGet();
        watch.ticked(false);
        if (failure instanceof Refusal refusal) {
            LOG.error("the scheduled run gave no decision: {}", refusal.detail());
        } else {
            LOG.error("the scheduled run failed", failure);
        }
    }

    /** How many runs gave no decision since the start. */
    public int failures() {
        return failures.get();
    }
}
