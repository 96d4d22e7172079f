package io.quanttradingos.backtest.performance;

import org.jspecify.annotations.Nullable;

/**
 * What the trades of a run have in common. Wins, losses, averages and extremes are of closed trades; exposure, turnover
 * and costs of all. What cannot be computed is null.
 *
 * @param trades closed and open ones
 * @param openTrades those the run ended in
 * @param winRate share of closed trades with a pnl above 0
 * @param profitFactor what the winners won over what the losers lost; null without a loss
 * @param expectancy the mean pnl of a trade, in currency
 * @param expectancyPct the mean return of a trade, in percent of its entry
 * @param averageWin the mean pnl of the winners, in currency
 * @param averageLoss the mean pnl of the losers, in currency, below 0
 * @param averageHoldBars bars from entry to exit; 0 for a trade within one bar
 * @param averageHoldDays calendar days from the entry's bar to the exit's
 * @param bestTradePct the highest return of a trade, in percent
 * @param worstTradePct the lowest
 * @param averageMaePct how deep a trade stood at its worst, in percent of its entry, at most 0
 * @param averageMfePct how high it stood at its best, at least 0
 * @param exposure share of bars in the market, see {@link Exposure}
 * @param exposedBars how many bars that are
 * @param turnover what was bought and sold in a calendar year over the average equity; 2 is everything bought and sold
 *     once
 * @param costsTotal in currency
 */
public record TradeStatistics(
        int trades,
        int openTrades,
        @Nullable Double winRate,
        @Nullable Double profitFactor,
        @Nullable Double expectancy,
        @Nullable Double expectancyPct,
        @Nullable Double averageWin,
        @Nullable Double averageLoss,
        @Nullable Double averageHoldBars,
        @Nullable Double averageHoldDays,
        @Nullable Double bestTradePct,
        @Nullable Double worstTradePct,
        @Nullable Double averageMaePct,
        @Nullable Double averageMfePct,
        double exposure,
        int exposedBars,
        @Nullable Double turnover,
        double costsTotal) {

    /** The statistics of a run's trades. */
    public static TradeStatistics of(TradeColumns trades, EquityCurve curve) {
        ClosedTrades closed = new ClosedTrades(trades, curve);
        int exposed = Exposure.bars(trades, curve.bars());
        double costs = 0;
        for (int trade = 0; trade < trades.trades(); trade++) {
            costs += trades.costs(trade);
        }
        return new TradeStatistics(
                trades.trades(),
                trades.trades() - closed.count,
                Wording.known((double) closed.winners / closed.count),
                closed.losers == 0 ? null : Wording.known(closed.won / -closed.lost),
                Wording.known((closed.won + closed.lost) / closed.count),
                Wording.known(closed.returns / closed.count * 100),
                Wording.known(closed.won / closed.winners),
                Wording.known(closed.lost / closed.losers),
                Wording.known(closed.holdBars / closed.count),
                Wording.known(closed.holdDays / closed.count),
                Wording.known(closed.best * 100),
                Wording.known(closed.worst * 100),
                Wording.known(closed.adverse / closed.count * 100),
                Wording.known(closed.favourable / closed.count * 100),
                (double) exposed / curve.bars(),
                exposed,
                Wording.known(Turnover.perYear(trades, curve)),
                costs);
    }
}
