package io.quanttradingos.backtest.performance;

/** Sums over the closed trades of a run. */
final class ClosedTrades {
    int count;
    int winners;
    int losers;
    double won;
    double lost;
    double returns;
    double holdBars;
    double holdDays;
    double best = Double.NEGATIVE_INFINITY;
    double worst = Double.POSITIVE_INFINITY;
    double adverse;
    double favourable;

    ClosedTrades(TradeColumns trades, EquityCurve curve) {
        for (int trade = 0; trade < trades.trades(); trade++) {
            if (!trades.isOpen(trade)) {
                add(trades, trade);
                holdDays += days(curve, trades.entryBar(trade), trades.exitBar(trade));
            }
        }
    }

    private void add(TradeColumns trades, int trade) {
        double pnl = trades.pnl(trade);
        double made = trades.returnOf(trade);
        count++;
        winners += pnl > 0 ? 1 : 0;
        losers += pnl < 0 ? 1 : 0;
        won += Math.max(0, pnl);
        lost += Math.min(0, pnl);
        returns += made;
        holdBars += trades.exitBar(trade) - trades.entryBar(trade);
        best = Math.max(best, made);
        worst = Math.min(worst, made);
        adverse += trades.mae(trade);
        favourable += trades.mfe(trade);
    }

    private static double days(EquityCurve curve, int from, int to) {
        return (curve.millis(to) - curve.millis(from)) / (double) BarsPerYear.MILLIS_PER_DAY;
    }
}
