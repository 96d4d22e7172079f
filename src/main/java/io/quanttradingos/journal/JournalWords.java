package io.quanttradingos.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report says of itself: how its numbers are defined and what they do not show. */
final class JournalWords {
    private JournalWords() {}

    static Map<String, String> conventions(JournalPolicy policy) {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put("pnl", "after fees, except gross_pnl");
        conventions.put("flats", "net results no farther from 0 than " + policy.flatWithin());
        conventions.put("order", "by exit date where written, else by date; of one day, as in the file");
        conventions.put("win_rate", "wins / all trades; break_even_win_rate is of wins and losses alone");
        conventions.put("profit_factor", "sum of wins / |sum of losses|; null without a loss");
        conventions.put("standard_deviation", "sample, n - 1");
        conventions.put("kelly_fraction", "wins / n - losses / n / payoff_ratio");
        conventions.put("r", "net result / (|entry - stop| * quantity), of trades with a stop on the losing side");
        conventions.put("sqn", "sqrt(min(n, 100)) * mean R / sample deviation of R (Van Tharp)");
        conventions.put("streaks", "in order of closing; a flat trade ends a streak");
        conventions.put(
                "max_drawdown",
                "deepest fall of the running sum of results, from 0 before the first trade, in currency;"
                        + " max_drawdown_fraction is of account_size plus that sum and needs an account_size");
        conventions.put("expectancy_interval", "percentile bootstrap of the mean, trades drawn independently");
        conventions.put(
                "by_weekday, by_month, busiest_day", "of the column date; best_day and worst_day of the closing");
        conventions.put("by_holding_time", "calendar days from date to exit date");
        return conventions;
    }

    static List<String> warnings(Journal journal, Figures figures, @Nullable Double account) {
        List<String> warnings = new ArrayList<>();
        warnOfFees(journal, warnings);
        warnOfStops(figures.risk(), warnings);
        warnOfOutcomes(figures, warnings);
        if (journal.given.exitDays()) {
            count(warnings, journal.exitDays, "without an exit date: dated by the entry, and in no holding time");
        }
        if (account != null && figures.curve().fraction() == null) {
            warnings.add("the losses would have used up the account, so max_drawdown_fraction is unknown");
        }
        return warnings;
    }

    private static void warnOfFees(Journal journal, List<String> warnings) {
        if (!journal.given.fees()) {
            warnings.add("the journal has no column of fees, so results are before any there were");
            return;
        }
        int missing = 0;
        for (double fee : journal.fees) {
            missing += Double.isNaN(fee) ? 1 : 0;
        }
        if (missing > 0) {
            warnings.add(Amount.trades(missing) + " without a fee, counted as free");
        }
    }

    private static void warnOfStops(RiskMultiples risk, List<String> warnings) {
        int misplaced = risk.withStop() - risk.known();
        if (misplaced > 0) {
            warnings.add(Amount.trades(misplaced)
                    + " with a stop that is not on the losing side of the entry: the risk at entry is unknown, so they"
                    + " have no R");
        }
        if (risk.known() == 0) {
            warnings.add("no trade has a stop to measure its risk by, so expectancy_r and sqn are unknown");
        } else if (risk.sqn() == null) {
            warnings.add("sqn is unknown: it needs two trades that differ in R");
        }
    }

    private static void warnOfOutcomes(Figures figures, List<String> warnings) {
        Tally tally = figures.tally();
        if (tally.wins() == 0) {
            warnings.add("no trade won, so avg_win, payoff_ratio, kelly_fraction and largest_win are unknown");
        }
        if (tally.losses() == 0) {
            warnings.add("no trade lost, so avg_loss, profit_factor, payoff_ratio, kelly_fraction and largest_loss are"
                    + " unknown");
        }
        if (tally.trades() == 1) {
            warnings.add("one trade has no spread, so standard_deviation, t_statistic and expectancy_interval are"
                    + " unknown");
        } else if (figures.spread().tStatistic() == null) {
            warnings.add("all trades came to the same, so t_statistic is unknown");
        }
    }

    private static void count(List<String> warnings, int[] exitDays, String what) {
        int missing = 0;
        for (int day : exitDays) {
            missing += day == Journal.NO_DAY ? 1 : 0;
        }
        if (missing > 0) {
            warnings.add(Amount.trades(missing) + " " + what);
        }
    }
}
