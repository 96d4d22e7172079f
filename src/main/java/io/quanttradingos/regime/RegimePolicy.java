package io.quanttradingos.regime;

import io.quanttradingos.units.Symbol;
import java.util.List;

/**
 * Every limit, window, weight and role the regime rests on.
 *
 * @param equityBenchmark ticker whose closes are the time axis; where absent, the first column that is neither bond nor
 *     cash stands in
 * @param bondPreference tickers the risk component compares it with, the first one present is taken
 * @param bonds tickers that are not counted in breadth
 * @param cash tickers that are not counted in breadth either
 */
public record RegimePolicy(
        String equityBenchmark,
        List<String> bondPreference,
        List<String> bonds,
        List<String> cash,
        TrendPolicy trend,
        VolatilityPolicy volatility,
        BreadthPolicy breadth,
        RiskPolicy risk,
        ConfirmationPolicy confirmation) {
    public RegimePolicy {
        requireTicker("equity_benchmark", equityBenchmark);
        bondPreference = tickers("bond_preference", bondPreference);
        bonds = tickers("bonds", bonds);
        cash = tickers("cash", cash);
        requireNotAmong(equityBenchmark, "bond_preference", bondPreference);
        requireNotAmong(equityBenchmark, "bonds", bonds);
        requireNotAmong(equityBenchmark, "cash", cash);
        // A date with a trend then always has a volatility and, by the benchmark itself, a breadth.
        PolicyChecks.atMost(
                "volatility_window",
                volatility.volatilityWindow(),
                "short_slow_window + slope_lag - 1",
                trend.rowsNeeded() - 1);
        PolicyChecks.atMost(
                "breadth_window", breadth.breadthWindow(), "short_slow_window + slope_lag", trend.rowsNeeded());
    }

    public static RegimePolicy defaults() {
        return new RegimePolicy(
                "SPY",
                List.of("TLT", "IEF", "AGG"),
                List.of("TLT", "IEF", "SHY", "AGG", "BND", "LQD", "HYG", "TIP"),
                List.of("CASH", "USD"),
                TrendPolicy.defaults(),
                VolatilityPolicy.defaults(),
                BreadthPolicy.defaults(),
                RiskPolicy.defaults(),
                ConfirmationPolicy.defaults());
    }

    private static List<String> tickers(String key, List<String> tickers) {
        tickers.forEach(ticker -> requireTicker(key, ticker));
        return List.copyOf(tickers);
    }

    private static void requireTicker(String key, String ticker) {
        boolean canonical =
                Symbol.parse(ticker).map(symbol -> symbol.text().equals(ticker)).orElse(false);
        if (!canonical) {
            throw PolicyChecks.refused(key, "of tickers in upper case", "'" + ticker + "'");
        }
    }

    private static void requireNotAmong(String benchmark, String otherKey, List<String> others) {
        if (others.contains(benchmark)) {
            throw PolicyChecks.refused("equity_benchmark", "a ticker that is not among " + otherKey, benchmark);
        }
    }
}
