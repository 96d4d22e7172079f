package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * One holding at the day of valuation.
 *
 * @param price the close; 1 for cash
 * @param value shares times price, negative when short
 * @param weight value over the net value of the portfolio; null where that is not positive
 * @param periodReturn the return of the price over the report's dates, whichever way it is held
 * @param unrealisedPnl (price - average price) · shares; null without an average price
 * @param unrealisedPnlPct the same in percent of what was paid or received
 * @param riskContribution the share of the portfolio's variance; all sum to 1, a hedge has a negative one, cash 0
 */
public record HoldingReport(
        Symbol symbol,
        double shares,
        double price,
        double value,
        @Nullable Double weight,
        @Nullable Double periodReturn,
        @Nullable Double averagePrice,
        @Nullable Double unrealisedPnl,
        @Nullable Double unrealisedPnlPct,
        @Nullable Double riskContribution,
        @Nullable Double stopPrice) {

    /** A security's row. */
    static HoldingReport of(
            Holding holding, double price, double total, double periodReturn, @Nullable Double riskContribution) {
        Double paid = holding.averagePrice();
        double profit = paid == null ? Double.NaN : (price - paid) * holding.shares();
        double cost = paid == null ? Double.NaN : paid * Math.abs(holding.shares());
        double value = price * holding.shares();
        return new HoldingReport(
                holding.symbol(),
                holding.shares(),
                price,
                value,
                Warnings.known(total > 0 ? value / total : Double.NaN),
                Warnings.known(periodReturn),
                paid,
                Warnings.known(profit),
                Warnings.known(100 * profit / cost),
                riskContribution,
                holding.stopPrice());
    }

    /** A cash row: it neither gains nor varies. */
    static HoldingReport ofCash(Holding cash, double total, boolean risksKnown) {
        double amount = cash.shares();
        return new HoldingReport(
                cash.symbol(),
                amount,
                1,
                amount,
                Warnings.known(total > 0 ? amount / total : Double.NaN),
                0.0,
                null,
                null,
                null,
                risksKnown ? (Double) 0.0 : null,
                null);
    }
}
