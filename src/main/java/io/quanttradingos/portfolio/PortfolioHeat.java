package io.quanttradingos.portfolio;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.statistics.AnnualVolatility;
import io.quanttradingos.statistics.SimpleReturns;
import io.quanttradingos.statistics.TradingYear;
import io.quanttradingos.units.Symbol;
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
        return Math.min(1, policy.proxyFactor() * volAnnual);
    }

    private static double atStop(Holding holding, double price, double stop, Warnings warnings) {
        double loss = (price - stop) * holding.shares();
        if (loss < 0) {
            warnings.add(holding.symbol() + " at " + price + " has passed its stop of " + stop
                    + "; it adds nothing to portfolio_heat.");
        }
        return Math.max(0, loss);
    }

    /** Some multiple of the security's own daily range, which its daily deviation stands for. */
    private static double withoutStop(
            PriceTable prices,
            SharedPath path,
            Holding holding,
            double price,
            PortfolioPolicy policy,
            Warnings warnings) {
        double volatility = recentVolatility(prices, path, holding.symbol(), policy.volatilityWindow());
        if (Double.isNaN(volatility)) {
            warnings.add(holding.symbol() + " has no stop and fewer than " + (policy.volatilityWindow() + 1)
                    + " prices to estimate one from.");
        }
        double daily = volatility / Math.sqrt(TradingYear.DAYS);
        return policy.atrMultiple() * daily * Math.abs(price * holding.shares());
    }

    /** Over the security's own last closes, whatever days the others traded on. */
    private static double recentVolatility(PriceTable prices, SharedPath path, Symbol symbol, int window) {
        double[] closes = prices.closes(prices.column(symbol));
        double[] recent = new double[window + 1];
        int missing = recent.length;
        for (int row = path.lastRow(); row >= 0 && missing > 0; row--) {
            if (!Double.isNaN(closes[row])) {
                recent[--missing] = closes[row];
            }
        }
        return missing > 0 ? Double.NaN : AnnualVolatility.of(SimpleReturns.of(recent));
    }
}
