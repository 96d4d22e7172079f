package io.quanttradingos.journal;

/**
 * From when on something in a journal is a finding.
 *
 * @param minimumTrades trades below which a journal is too short to show anything
 * @param minimumGroupTrades trades below which a weekday, side, month or holding time is not judged by itself
 * @param groupTStatistic how far below 0 a group's t statistic must be, as a positive number
 * @param significance the probability of any false group finding that is accepted
 * @param profitShare share of all winning symbols' profit above which one symbol makes most of it
 * @param lossShare share of all winning symbols' profit above which one symbol's loss is named
 * @param feeShare share of the gross result above which fees are named
 * @param missingStopShare share of trades above which missing stops are named
 * @param beyondStopShare share of the trades with a stop above which exits beyond it are named
 * @param streakProbability probability below which the longest losing streak is more than chance
 * @param largestLossMultiple of the average loss above which the largest is named
 * @param busyDayTrades trades on one day from which it may be called busy
 * @param busyDayMultiple of the average trading day, which must be exceeded too
 */
public record FindingPolicy(
        int minimumTrades,
        int minimumGroupTrades,
        double groupTStatistic,
        double significance,
        double profitShare,
        double lossShare,
        double feeShare,
        double missingStopShare,
        double beyondStopShare,
        double streakProbability,
        double largestLossMultiple,
        int busyDayTrades,
        double busyDayMultiple) {
    public FindingPolicy {
        requireCount(minimumTrades, "minimum_trades");
        requireCount(minimumGroupTrades, "minimum_group_trades");
        Limits.require(groupTStatistic >= 0 && groupTStatistic <= 10, "group_t_statistic", "[0, 10]", groupTStatistic);
        requireProbability(significance, "significance");
        requireShare(profitShare, "profit_share");
        requireShare(lossShare, "loss_share");
        requireShare(feeShare, "fee_share");
        requireShare(missingStopShare, "missing_stop_share");
        requireShare(beyondStopShare, "beyond_stop_share");
        requireProbability(streakProbability, "streak_probability");
        requireMultiple(largestLossMultiple, "largest_loss_multiple");
        requireCount(busyDayTrades, "busy_day_trades");
        requireMultiple(busyDayMultiple, "busy_day_multiple");
    }

    /** A group of 30 carries a t test; the rest is where an experienced reader of journals would look up. */
    public static FindingPolicy defaults() {
        return new FindingPolicy(30, 30, 2, 0.05, 0.5, 0.1, 0.2, 0.1, 0.05, 0.05, 10, 10, 3);
    }

    private static void requireCount(int value, String key) {
        Limits.require(value >= 2 && value <= 1_000_000, key, "[2, 1000000]", value);
    }

    private static void requireShare(double value, String key) {
        Limits.require(value >= 0 && value <= 1, key, "[0, 1]", value);
    }

    private static void requireProbability(double value, String key) {
        Limits.require(value > 0 && value <= 0.5, key, "(0, 0.5]", value);
    }

    private static void requireMultiple(double value, String key) {
        Limits.require(value >= 1 && value <= 1000, key, "[1, 1000]", value);
    }
}
