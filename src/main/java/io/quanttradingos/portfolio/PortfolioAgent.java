package io.quanttradingos.portfolio;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Measures a portfolio from closing prices: value, risk, return and where each comes from.
 *
 * <pre>{@code
 * PortfolioReport report = new PortfolioAgent(PortfolioPolicy.defaults()).report(prices, holdings, null);
 * }</pre>
 *
 * <p>Same prices and holdings, same report: no clock, no chance, and no price after the day of valuation.
 */
public final class PortfolioAgent {
    private final PortfolioPolicy policy;

    public PortfolioAgent(PortfolioPolicy policy) {
        this.policy = policy;
    }

    /** The held symbols, cash aside, that have no price at all, ascending: what to fetch before asking for a report. */
    public List<Symbol> missing(PriceTable prices, Holdings holdings) {
        return Book.of(holdings, policy).securitySymbols().stream()
                .filter(symbol -> !hasPrice(prices, symbol))
                .toList();
    }

    /**
     * The report.
     *
     * @param asOf the day of valuation, or the last date before it with a price of every holding; null for the last one
     * @throws Refusal {@code NOT_USABLE} where a held symbol has no price up to that day, where no date has a price of
     *     every holding, or where nothing is held; {@code TOO_LARGE} beyond the positions the policy allows
     */
    public PortfolioReport report(PriceTable prices, Holdings holdings, @Nullable LocalDate asOf) {
        PriceTable known = asOf == null ? prices : prices.until(asOf);
        Book book = Book.of(holdings, policy);
        requireUsable(known, holdings, book, asOf);
        SharedPath path = SharedPath.of(known, book);
        if (!Double.isFinite(path.totalValue())) {
            throw Refusal.notUsable("the holdings are worth more than can be counted");
        }
        Warnings warnings = new Warnings();
        holdings.notes().forEach(warnings::add);
        path.warn(warnings);
        return report(known, book, path, warnings);
    }

    /** What every figure means, by name, for the answer's {@code conventions}. */
    public Map<String, String> conventions() {
        Map<String, String> conventions = new LinkedHashMap<>();
        conventions.put(
                "returns", "simple daily, P_t/P_{t-1} - 1, over the dates all holdings share; holdings constant");
        conventions.put("annualisation", "252 days; sample deviation (n - 1)");
        conventions.put("risk_free", String.valueOf(policy.riskFree()));
        conventions.put("cagr", "calendar days / 365.25; null below " + policy.minimumCagrDays() + " days");
        conventions.put("sortino", "shortfall below the riskless return, mean over all n");
        conventions.put("max_drawdown", "fraction of the earlier high, negative");
        conventions.put("calmar", "cagr / |max_drawdown| over the whole path");
        conventions.put("ulcer_index", "root of the sum of squared drawdowns over n - 1, as a fraction");
        conventions.put("alpha", "Jensen's, compounded: (1 + daily alpha)^252 - 1, against " + policy.benchmark());
        conventions.put(
                "var",
                "one-day return at the quantile, losses negative; historical: type 7; cvar: mean of the"
                        + " floor((n - 1)p) + 1 smallest");
        conventions.put("skew", "bias-adjusted; kurtosis: bias-adjusted, in excess of the normal 3");
        conventions.put("weight", "value / total_value (net); hhi: gross weights without cash");
        conventions.put(
                "portfolio_heat",
                "stops: loss at the stops / total_value, " + policy.atrMultiple() + " daily deviations of "
                        + policy.volatilityWindow() + " days where there is none; volatility_proxy: min(1, "
                        + policy.proxyFactor() + " vol_annual)");
        return conventions;
    }

    private void requireUsable(PriceTable known, Holdings holdings, Book book, @Nullable LocalDate asOf) {
        if (holdings.positions().isEmpty()) {
            throw Refusal.notUsable("there are no holdings");
        }
        if (book.securities().size() > policy.maximumPositions()) {
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    "at most " + policy.maximumPositions() + " positions are reported on, there are "
                            + book.securities().size(),
                    List.of(),
                    null);
        }
        String until = asOf == null ? "" : " on or before " + asOf;
        if (known.rows() == 0) {
            throw Refusal.notUsable("there are no prices" + until);
        }
        List<Symbol> missing = missing(known, holdings);
        if (!missing.isEmpty()) {
            throw Refusal.notUsable("there are no prices" + until + " of: "
                    + missing.stream().map(Symbol::text).collect(Collectors.joining(", ")));
        }
    }

    private static boolean hasPrice(PriceTable prices, Symbol symbol) {
        int column = prices.column(symbol);
        if (column < 0) {
            return false;
        }
        double[] closes = prices.closes(column);
        for (int row = prices.rows() - 1; row >= 0; row--) {
            if (!Double.isNaN(closes[row])) {
                return true;
            }
        }
        return false;
    }

    private PortfolioReport report(PriceTable known, Book book, SharedPath path, Warnings warnings) {
        double[] values = values(book, path);
        double[] returns = PathReturns.of(path, warnings);
        PathStatistics history = PathStatistics.of(path, returns, policy, warnings);
        BenchmarkComparison market = BenchmarkComparison.of(known, path, returns, policy, warnings);
        TailStatistics tail = TailStatistics.of(returns, warnings);
        Exposure exposure = Exposure.of(values, path.totalValue(), warnings);
        RiskBreakdown risk = RiskBreakdown.of(path, book.securitySymbols(), values, warnings);
        PortfolioHeat heat = PortfolioHeat.of(known, path, book, history.volAnnual(), policy, warnings);
        return new PortfolioReport(
                path.lastDate(),
                path.firstDate(),
                path.dates(),
                path.totalValue(),
                book.securities().size(),
                heat.heat(),
                heat.method(),
                history.volAnnual(),
                history.retTotal(),
                history.cagr(),
                history.sharpe(),
                history.sortino(),
                history.maxDrawdown(),
                history.peak(),
                history.trough(),
                history.recovery(),
                history.calmar(),
                history.ulcerIndex(),
                market.benchmark(),
                market.beta(),
                market.alpha(),
                tail.var_95(),
                tail.var_99(),
                tail.cvar_95(),
                tail.cvar_99(),
                tail.skew(),
                tail.kurtosis(),
                exposure.gross(),
                exposure.net(),
                exposure.herfindahl(),
                exposure.effectivePositions(),
                risk.diversificationRatio(),
                rows(book, path, risk),
                risk.correlation(),
                warnings.sentences());
    }

    private static double[] values(Book book, SharedPath path) {
        double[] values = new double[book.securities().size()];
        for (int member = 0; member < values.length; member++) {
            values[member] = book.securities().get(member).shares() * path.lastPrice(member);
        }
        return values;
    }

    private static List<HoldingReport> rows(Book book, SharedPath path, RiskBreakdown risk) {
        List<HoldingReport> rows = new ArrayList<>();
        List<@Nullable Double> contributions = risk.contributions();
        for (int member = 0; member < contributions.size(); member++) {
            rows.add(HoldingReport.of(
                    book.securities().get(member),
                    path.lastPrice(member),
                    path.totalValue(),
                    path.periodReturn(member),
                    contributions.get(member)));
        }
        boolean risksKnown = !contributions.isEmpty() && contributions.get(0) != null;
        for (Holding cash : book.cash()) {
            rows.add(HoldingReport.ofCash(cash, path.totalValue(), risksKnown));
        }
        return rows;
    }
}
