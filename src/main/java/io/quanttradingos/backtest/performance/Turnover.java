package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.TradingYear;

/** What was bought and sold in a year over the average equity. */
final class Turnover {
    private Turnover() {}

    /** Both sides of every trade count. NaN for a run over no time or without equity on average. */
    static double perYear(TradeColumns trades, EquityCurve curve) {
        double notional = 0;
        for (int trade = 0; trade < trades.trades(); trade++) {
            notional += trades.tradedNotional(trade);
        }
        double equity = 0;
        for (int bar = 0; bar < curve.bars(); bar++) {
            equity += curve.equity(bar);
        }
        double average = equity / curve.bars();
        double years = curve.days() / TradingYear.CALENDAR_DAYS;
        return years > 0 && average > 0 ? notional / average / years : Double.NaN;
    }
}
