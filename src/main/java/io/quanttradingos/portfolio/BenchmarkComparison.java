package io.quanttradingos.portfolio;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.statistics.Alpha;
import io.quanttradingos.statistics.Beta;
import io.quanttradingos.units.Symbol;
import org.jspecify.annotations.Nullable;

/** How the portfolio moved with its benchmark, between the same dates. */
record BenchmarkComparison(
        Symbol benchmark, @Nullable Double beta, @Nullable Double alpha) {
    static BenchmarkComparison of(
            PriceTable prices, SharedPath path, double[] returns, PortfolioPolicy policy, Warnings warnings) {
        Symbol benchmark = Symbol.of(policy.benchmark());
        int column = prices.column(benchmark);
        if (returns.length == 0) {
            return new BenchmarkComparison(benchmark, null, null);
        }
        if (column < 0) {
            warnings.add("beta and alpha are unknown: there are no prices of " + benchmark + ".");
            return new BenchmarkComparison(benchmark, null, null);
        }
        double[] market = path.returns(column);
        String unknown = " is unknown: fewer than two returns of " + benchmark
                + " lie between the dates of the portfolio, or they do not vary.";
        return new BenchmarkComparison(
                benchmark,
                warnings.known(Beta.of(returns, market), "beta" + unknown),
                warnings.known(Alpha.compounded(returns, market, policy.riskFree()), "alpha" + unknown));
    }
}
