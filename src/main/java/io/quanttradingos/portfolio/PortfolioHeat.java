package io.quanttradingos.portfolio;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.statistics.AnnualVolatility;
import io.quanttradingos.statistics.SimpleReturns;
import io.quanttradingos.statistics.TradingYear;
import org.jspecify.annotations.Nullable;

/**
 * What would be lost if every stop were hit at once, as a share of the net value.
 *
 * @param heat null where it cannot be told
 * @param method {@link #STOPS} where any position has a stop, else {@link #VOLATILITY_PROXY}
 */
record PortfolioHeat(@Nullable Double heat, String method) {
    static final String STOPS = "stops";
    static final String VOLATILITY_PROXY = "volatility_proxy";

    static PortfolioHeat of(
            PriceTable prices,
            SharedPath path,
            Book book,
            @Nullable Double volAnnual,
            PortfolioPolicy policy,
            Warnings warnings) {
        if (book.securities().stream().allMatch(holding -> holding.stopPrice() == null)) {
            return new PortfolioHeat(proxy(volAnnual, policy, warnings), VOLATILITY_PROXY);
        }
        double loss = 0;
        for (int member = 0; member < book.securities().size(); member++) {
            Holding holding = book.securities().get(member);
            double price = path.lastPrice(member);
            Double stop = holding.stopPrice();
            loss += stop == null
                    ? withoutStop(prices, path, holding, price, policy, warnings)
                    : atStop(holding, price, stop, warnings);
        }
        double total = path.totalValue();
        return new PortfolioHeat(
                warnings.known(
                        total > 0 ? loss / total : Double.NaN,
                        "portfolio_heat is unknown: a part of it is, or the net value is not positive."),
                STOPS);
    }

    private static @Nullable Double proxy(@Nullable Double volAnnual, PortfolioPolicy policy, Warnings warnings) {
        if (volAnnual == null) {
            warnings.add("portfolio_heat is unknown: no position has a stop, and vol_annual is unknown.");
            return null;
        }
        return proxy(volAnnual, policy);
    }

    /** Heat where no position has a stop; NaN for an unknown volatility. */
    static double proxy(double volAnnual, PortfolioPolicy policy) {
        return Math.min(1, policy.proxyFactor() * volAnnual);
    }

    private static double atStop(Holding holding, double price, double stop, Warnings warnings) {
        double shares = holding.shares();
        if ((price - stop) * shares < 0) {
            warnings.add(holding.symbol() + " at " + price + " has passed its stop of " + stop
                    + "; it adds nothing to portfolio_heat.");
        }
        return lossAtStop(price, stop, shares);
    }

    /** In currency; a stop that is passed costs nothing any more. */
    static double lossAtStop(double price, double stop, double shares) {
        return Math.max(0, (price - stop) * shares);
    }

    private static double withoutStop(
            PriceTable prices,
            SharedPath path,
            Holding holding,
            double price,
            PortfolioPolicy policy,
            Warnings warnings) {
        double[] closes = prices.closes(prices.column(holding.symbol()));
        double loss = lossWithoutStop(closes, path.lastRow(), price, holding.shares(), policy);
        if (Double.isNaN(loss)) {
            warnings.add(holding.symbol() + " has no stop and fewer than " + (policy.volatilityWindow() + 1)
                    + " prices to estimate one from.");
        }
        return loss;
    }

    /** Some multiple of the security's own daily range, which its daily deviation stands for; NaN with too few closes. */
    static double lossWithoutStop(double[] closes, int lastRow, double price, double shares, PortfolioPolicy policy) {
        double daily = recentVolatility(closes, lastRow, policy.volatilityWindow()) / Math.sqrt(TradingYear.DAYS);
        return policy.atrMultiple() * daily * Math.abs(price * shares);
    }

    /** Over the security's own last closes, whatever days the others traded on. */
    private static double recentVolatility(double[] closes, int lastRow, int window) {
        double[] recent = new double[window + 1];
        int missing = recent.length;
        for (int row = lastRow; row >= 0 && missing > 0; row--) {
            if (!Double.isNaN(closes[row])) {
                recent[--missing] = closes[row];
            }
        }
        return missing > 0 ? Double.NaN : AnnualVolatility.of(SimpleReturns.of(recent));
    }
}
