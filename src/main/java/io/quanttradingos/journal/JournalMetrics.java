package io.quanttradingos.journal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a journal of closed trades. Every one is after fees but {@code grossPnl}; what cannot be computed is
 * null. Losses are negative, shares are fractions.
 *
 * @param winRate wins over all trades, flat ones included
 * @param totalPnl net, the sum over all trades
 * @param profitFactor what was won over what was lost; null without a losing trade
 * @param expectancy net result per trade
 * @param firstDate the first closing day, the exit's where written
 * @param fees null where the file has no column of them
 * @param feesToGross fees over gross result; null where fees are unknown or the gross result is not above 0
 * @param flats trades no farther from 0 than the policy says
 * @param payoffRatio average win over average loss, positive
 * @param breakEvenWinRate the share of wins among decided trades at which the two averages cancel
 * @param kellyFraction share of capital that would have grown fastest, see {@link Tally#kellyFraction}; at most 1,
 *     negative where nothing should have been risked
 * @param standardDeviation of the results, divisor n - 1
 * @param tStatistic of the mean result against 0
 * @param nWithR trades with a stop on the losing side of the entry
 * @param stoppedOut trades that ended at their stop
 * @param beyondStop trades that ended worse than their stop
 * @param expectancyR mean of R, the net result over |entry - stop| times quantity
 * @param meanRStoppedOut mean R of the trades that ended at their stop
 * @param maxDrawdown of the running sum of results, in currency, at most 0
 * @param maxDrawdownPeak null where the fall is from the very start
 * @param maxDrawdownFraction deepest fall of account plus running sum, a fraction of its high; null without account size
 * @param bestDay by closing day
 * @param busiestDay by date, the one with most trades
 * @param byMonth by single month, {@code 2024-01}
 * @param byMonthOfYear all Januaries together, and so on
 * @param byHoldingTime null where the file has no exit dates
 */
public record JournalMetrics(
        int nTrades,
        double winRate,
        @Nullable Double avgWin,
        @Nullable Double avgLoss,
        double totalPnl,
        @Nullable Double profitFactor,
        double expectancy,
        @Nullable ExpectancyInterval expectancyInterval,
        LocalDate firstDate,
        LocalDate lastDate,
        double grossPnl,
        @Nullable Double fees,
        @Nullable Double feesToGross,
        int wins,
        int losses,
        int flats,
        @Nullable Double payoffRatio,
        @Nullable Double breakEvenWinRate,
        @Nullable Double kellyFraction,
        double median,
        @Nullable Double standardDeviation,
        @Nullable Double tStatistic,
        @Nullable Double largestWin,
        @Nullable Double largestLoss,
        int nWithStop,
        int noStop,
        int nWithR,
        int stoppedOut,
        int beyondStop,
        @Nullable Double expectancyR,
        @Nullable Double worstR,
        @Nullable Double meanRStoppedOut,
        @Nullable Double sqn,
        int longestWinStreak,
        int longestLossStreak,
        TradeStreak currentStreak,
        double maxDrawdown,
        @Nullable LocalDate maxDrawdownPeak,
        @Nullable LocalDate maxDrawdownTrough,
        @Nullable LocalDate maxDrawdownRecovery,
        @Nullable Double maxDrawdownFraction,
        DayOfTrades bestDay,
        DayOfTrades worstDay,
        DayOfTrades busiestDay,
        Map<String, TradeGroup> bySymbol,
        Map<String, TradeGroup> bySide,
        Map<String, TradeGroup> byWeekday,
        Map<String, TradeGroup> byMonth,
        Map<String, TradeGroup> byMonthOfYear,
        @Nullable Map<String, TradeGroup> byHoldingTime) {

    public JournalMetrics {
        bySymbol = inOrder(bySymbol);
        bySide = inOrder(bySide);
        byWeekday = inOrder(byWeekday);
        byMonth = inOrder(byMonth);
        byMonthOfYear = inOrder(byMonthOfYear);
        byHoldingTime = byHoldingTime == null ? null : inOrder(byHoldingTime);
    }

    private static <V> Map<String, V> inOrder(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
