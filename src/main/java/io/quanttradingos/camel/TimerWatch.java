package io.quanttradingos.camel;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Service;
import org.apache.camel.component.quartz.QuartzComponent;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the timer going where the machine's clock is set back.
 *
 * <p>Quartz knows its next tick by the clock: set back by a day, the next one would come a day late. Then ticks of so many
 * minutes keep their distance, and those of a cron expression follow the clock as it is now. Set forward, Quartz ticks by
 * itself within half a minute.
 */
public final class TimerWatch implements Service, CamelContextAware {
    private static final Logger LOG = LoggerFactory.getLogger(TimerWatch.class);
    private static final int LOOK_SECONDS = 10;
    /** Less is what a time service corrects in passing; a tick is late by that once. */
    private static final Duration LEAST = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private @Nullable CamelContext context;
    private @Nullable ScheduledThreadPoolExecutor looks;
    private Instant seen;
    private long seenAt;

    /**
     * Looks at nothing yet.
     *
     * @param nanos a clock that is never set
     */
    public TimerWatch(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.seen = clock.instant();
        this.seenAt = nanos.getAsLong();
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }

    @Override
    public void setCamelContext(@Nullable CamelContext camelContext) {
        this.context = camelContext;
    }

    @Override
    public synchronized void start() {
        if (looks == null) {
            looks = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "timer-watch");
                thread.setDaemon(true);
                return thread;
            });
            var unused = looks.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public synchronized void stop() {
        if (looks != null) {
            looks.shutdownNow();
            looks = null;
        }
    }

    /** Whether the clock was set back since the last look; then the ticks follow it. */
    public synchronized void look() {
        long at = nanos.getAsLong();
        Instant expected = seen.plusNanos(at - seenAt);
        seen = clock.instant();
        seenAt = at;
        if (Duration.between(seen, expected).compareTo(LEAST) >= 0) {
            LOG.warn("the clock was set back from {} to {}: the timer follows it", expected, seen);
            follow(expected);
        }
    }

    private void follow(Instant expected) {
        CamelContext running = context;
        if (running == null) {
            return;
        }
        try {
            Scheduler scheduler =
                    running.getComponent("quartz", QuartzComponent.class).getScheduler();
            for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.anyTriggerGroup())) {
                Trigger trigger = scheduler.getTrigger(key);
                if (trigger != null && trigger.getNextFireTime() != null) {
                    Date next = Date.from(begin(trigger, expected));
                    scheduler.rescheduleJob(
                            key, trigger.getTriggerBuilder().startAt(next).build());
                }
            }
        } catch (SchedulerException | RuntimeException e) {
            LOG.error("the timer cannot follow the clock; start the service again", e);
        }
    }

    private Instant begin(Trigger trigger, Instant expected) {
        Duration left = Duration.between(expected, trigger.getNextFireTime().toInstant());
        return trigger instanceof SimpleTrigger && !left.isNegative() ? seen.plus(left) : seen;
    }
}
