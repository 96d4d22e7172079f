package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.FillObserver;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.TradeLog;
import java.util.Arrays;

/**
 * How many of the latest trades in a row lost.
 *
 * <p>A trade is a position from its opening to its end, however many fills that took, and lost when all of them together
 * cost more than they earned; one that broke even ends the row.
 */
final class LossRow implements FillObserver {
    private final TradeLog trades;
    private final double[] profit;
    private int seen;
    /** The bars in which the losing trades of the row ended. */
    private int[] ended = new int[8];

    private int count;

    LossRow(TradeLog trades, int instruments) {
        this.trades = trades;
        this.profit = new double[instruments];
    }

    @Override
    public void filled(int order, OrderLog orders, Account account) {
        for (; seen < trades.size(); seen++) {
            int i = trades.instrument(seen);
            profit[i] += trades.profit(seen);
            if (account.entryBar(i) != trades.entryBar(seen) || account.shares(i) * trades.shares(seen) < 0) {
                end(trades.exitBar(seen), profit[i]);
                profit[i] = 0;
            }
        }
    }

    private void end(int bar, double earned) {
        if (!(earned < 0)) {
            count = 0;
            return;
        }
        if (count == ended.length) {
            ended = Arrays.copyOf(ended, count * 2);
        }
        ended[count++] = bar;
    }

    /** The losing trades of the row that ended no more than so many calendar days before a bar. */
    int recent(int bar, int lossDays, MarketDays days) {
        int first = count;
        while (first > 0 && days.epochDay(ended[first - 1]) >= days.epochDay(bar) - lossDays) {
            first--;
        }
        return count - first;
    }
}
