package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.History;
import java.time.LocalDate;
import java.util.List;

/**
 * How often a strategy looks again: every few bars, weeks or months.
 *
 * <p>It is due at the first bar it is asked for, and then at the first bar of every n-th later week (from Monday) or
 * month. The last bar of a month would need to know that the next one is in another month; the first one knows it.
 */
final class Cadence {
    /** How many units. */
    static final Parameter EVERY =
            Parameter.integer("every", 1, 1, 10_000, "how many of the units pass from one look to the next");

    /** Which units. */
    static final Parameter UNIT = Parameter.choice(
            "every_unit",
            List.of("months", "weeks", "bars"),
            "what is counted; weeks and months by the first bar that is dated in them");

    private static final long DAY = 86_400_000L;
    private static final int DAYS_OF_WEEK = 7;
    /** Days from the Monday before 1970 to 1970. */
    private static final int MONDAY = 3;

    private final int every;
    private final boolean countsBars;
    private final boolean countsWeeks;
    /** The first bar, or the first time, at which it is due again. */
    private long next = Long.MIN_VALUE;

    Cadence(Parameters parameters) {
        this(parameters.integer(EVERY.name()), parameters.text(UNIT.name()));
    }

    Cadence(int every, String unit) {
        this.every = every;
        this.countsBars = unit.equals("bars");
        this.countsWeeks = unit.equals("weeks");
    }

    boolean isDue(History history) {
        return (countsBars ? history.bar() : history.time()) >= next;
    }

    /** Says that what was due is done. */
    void done(History history) {
        if (countsBars) {
            next = history.bar() + (long) every;
            return;
        }
        long day = Math.floorDiv(history.time(), DAY);
        next = DAY * (countsWeeks ? mondayAfter(day) : monthAfter(day));
    }

    private long mondayAfter(long day) {
        long monday = day - Math.floorMod(day + MONDAY, DAYS_OF_WEEK);
        return monday + (long) DAYS_OF_WEEK * every;
    }

    private long monthAfter(long day) {
        return LocalDate.ofEpochDay(day).withDayOfMonth(1).plusMonths(every).toEpochDay();
    }
}
