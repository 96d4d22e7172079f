package io.quanttradingos.regime;

/**
 * How the trend is measured, for example against the 200-day average.
 *
 * @param fastWindow closes in the fast moving average, once history is long enough
 * @param slowWindow closes in the slow moving average, once history is long enough
 * @param shortFastWindow closes in the fast average until then
 * @param shortSlowWindow closes in the slow average until then
 * @param slopeLag closes over which the slow average must have risen or fallen
 * @param flipScore score from which a Downtrend may turn up; its negative turns an Uptrend down
 * @param trendFullMargin distance of the close from the slow average, as a fraction of it, that counts as full margin
 * @param trendWeight weight in confidence, above 0 so that confidence is always defined
 */
public record TrendPolicy(
        int fastWindow,
        int slowWindow,
        int shortFastWindow,
        int shortSlowWindow,
        int slopeLag,
        double flipScore,
        double trendFullMargin,
        double trendWeight) {
    private static final int LONGEST = 2_000;

    public TrendPolicy {
        PolicyChecks.inRange("fast_window", fastWindow, 1, LONGEST);
        PolicyChecks.inRange("slow_window", slowWindow, 2, LONGEST);
        PolicyChecks.inRange("short_fast_window", shortFastWindow, 1, LONGEST);
        PolicyChecks.inRange("short_slow_window", shortSlowWindow, 2, LONGEST);
        PolicyChecks.inRange("slope_lag", slopeLag, 1, LONGEST);
        PolicyChecks.atMost("fast_window", fastWindow, "slow_window - 1", slowWindow - 1);
        PolicyChecks.atMost("short_fast_window", shortFastWindow, "short_slow_window - 1", shortSlowWindow - 1);
        PolicyChecks.atMost("short_slow_window", shortSlowWindow, "slow_window", slowWindow);
        PolicyChecks.above("flip_score", flipScore, 0);
        PolicyChecks.inRange("flip_score", flipScore, 0, 1);
        PolicyChecks.above("trend_full_margin", trendFullMargin, 0);
        PolicyChecks.above("trend_weight", trendWeight, 0);
        PolicyChecks.inRange("trend_weight", trendWeight, 0, 1_000);
    }

    /**
     * 50 against 200 days and the slope over 20, after Brock, Lakonishok and LeBaron (1992) and Faber (2007); 20 against
     * 50 days while history is short.
     */
    public static TrendPolicy defaults() {
        return new TrendPolicy(50, 200, 20, 50, 20, 1.0 / 3.0, 0.10, 0.3);
    }

    /** Closes needed before the trend can be assessed at all, with the short windows. */
    public int rowsNeeded() {
        return shortSlowWindow + slopeLag;
    }

    /** Closes from which the long windows are used. */
    public int rowsForLongWindows() {
        return slowWindow + slopeLag;
    }
}
