package io.quanttradingos.backtest.performance;

import java.util.Arrays;

/**
 * How many bars like the given ones a year has, decided from their own times alone; for example 252 for days of a stock.
 *
 * <p>The rule, with days as the times' own calendar days:
 *
 * <ol>
 *   <li>A market is open seven days a week when each of the seven weekdays holds at least a fourteenth of the days that
 *       have bars. It has 365 days a year, any other 252.
 *   <li>Where the median number of bars on a day that has any is above one, the bars are within the day: that many times
 *       the days of a year. Of two medians the larger counts, since the first and last day may be cut.
 *   <li>Else the median distance of neighbouring days decides, of two medians the smaller: 1 day is 252 or 365 a year, 5
 *       to 10 days are weeks (52), 20 to 45 are months (12), 60 to 135 quarters (4), 300 to 430 years (1).
 *   <li>Any other distance gives what was counted: the bars after the first per 365.25 days.
 * </ol>
 *
 * <p>Holidays, a missing week, half days and where the data begin therefore change nothing. NaN for fewer than two bars.
 */
public final class BarsPerYear {
    static final long MILLIS_PER_DAY = 86_400_000L;

    private static final int DAYS_OF_WEEKDAY_MARKET = 252;
    private static final int DAYS_OF_SEVEN_DAY_MARKET = 365;
    private static final double CALENDAR_DAYS = 365.25;

    private final int[] weekdays = new int[7];
    private final int[] barsOfDay;
    private final int[] distances;
    private int days;

    private BarsPerYear(long[] times, int length) {
        this.barsOfDay = new int[length];
        this.distances = new int[length];
        long before = Long.MIN_VALUE;
        for (int bar = 0; bar < length; bar++) {
            long day = Math.floorDiv(times[bar], MILLIS_PER_DAY);
            if (day != before) {
                distances[days] = bar == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, day - before);
                weekdays[Math.floorMod(day, 7)]++;
                days++;
                before = day;
            }
            barsOfDay[days - 1]++;
        }
    }

    /**
     * The number for the given bars.
     *
     * @param times in milliseconds since 1970, ascending
     * @param length how many leading entries count
     */
    public static double of(long[] times, int length) {
        return length < 2 ? Double.NaN : new BarsPerYear(times, length).decided(times, length);
    }

    private double decided(long[] times, int length) {
        int withinDay = medianBarsOfDay();
        if (withinDay > 1) {
            return (double) withinDay * daysPerYear();
        }
        int distance = medianDistance();
        if (distance <= 1) {
            return daysPerYear();
        }
        if (distance >= 5 && distance <= 10) {
            return 52;
        }
        if (distance >= 20 && distance <= 45) {
            return 12;
        }
        if (distance >= 60 && distance <= 135) {
            return 4;
        }
        return distance >= 300 && distance <= 430 ? 1 : counted(times, length);
    }

    private static double counted(long[] times, int length) {
        double years = (times[length - 1] - times[0]) / (MILLIS_PER_DAY * CALENDAR_DAYS);
        return (length - 1) / years;
    }

    private int daysPerYear() {
        for (int count : weekdays) {
            if (count == 0 || 14 * count < days) {
                return DAYS_OF_WEEKDAY_MARKET;
            }
        }
        return DAYS_OF_SEVEN_DAY_MARKET;
    }

    private int medianBarsOfDay() {
        Arrays.sort(barsOfDay, 0, days);
        return barsOfDay[days / 2];
    }

    /** The first day has no distance; its entry is left out. */
    private int medianDistance() {
        Arrays.sort(distances, 1, days);
        return distances[days / 2];
    }
}
