package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.List;

/** What a portfolio looks like, as a report to read. */
final class PortfolioTable {
    private PortfolioTable() {}

    /** The answer of {@code POST /portfolio-report}. */
    static String of(JsonNode portfolio) {
        return of(portfolio, Terminal.PLAIN);
    }

    static String of(JsonNode portfolio, Terminal terminal) {
        Page page = new Page(terminal)
                .line("Portfolio as of " + Figures.text(portfolio.path("asof")) + ", from "
                        + Figures.text(portfolio.path("first_date")) + " on "
                        + Figures.text(portfolio.path("observations")) + " shared dates");
        write(page.section("FIGURES"), portfolio);
        tail(page.section("ONE-DAY TAIL"), portfolio);
        holdings(page.section("HOLDINGS"), portfolio.path("holdings"));
        RegimeTable.warnings(page, portfolio.path("warnings"));
        return page.toString();
    }

    /** The figures a decision rests on, and those a reader asks for next. */
    static void write(Page page, JsonNode portfolio) {
        page.figures(List.of(
                "Value",
                Figures.amount(portfolio.path("total_value")),
                "Open positions",
                Figures.text(portfolio.path("open_positions")),
                "Volatility a year",
                Figures.percent(portfolio.path("vol_annual")),
                "Heat by " + Figures.text(portfolio.path("heat_method")).replace('_', ' '),
                Figures.percent(portfolio.path("portfolio_heat")),
                "Total return",
                Figures.percent(portfolio.path("ret_total")),
                "Return a year",
                Figures.percent(portfolio.path("cagr")),
                "Deepest drawdown",
                Figures.percent(portfolio.path("max_drawdown")),
                "Sharpe ratio",
                Figures.decimals(portfolio.path("sharpe"), 2),
                "Beta to " + Figures.text(portfolio.path("benchmark")),
                Figures.decimals(portfolio.path("beta"), 2),
                "Sortino ratio",
                Figures.decimals(portfolio.path("sortino"), 2),
                "Gross exposure",
                Figures.percent(portfolio.path("gross_exposure")),
                "Net exposure",
                Figures.percent(portfolio.path("net_exposure")),
                "Effective positions",
                Figures.decimals(portfolio.path("effective_positions"), 2),
                "Value at risk 95 %",
                Figures.percent(portfolio.path("var_95").path("historical"))));
    }

    private static void tail(Page page, JsonNode portfolio) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "historical", "normal", "Cornish-Fisher"));
        tailRow(rows, "Value at risk 95 %", portfolio.path("var_95"));
        tailRow(rows, "Value at risk 99 %", portfolio.path("var_99"));
        tailRow(rows, "Mean beyond 95 %", portfolio.path("cvar_95"));
        tailRow(rows, "Mean beyond 99 %", portfolio.path("cvar_99"));
        page.table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT), rows);
    }

    private static void tailRow(List<List<String>> rows, String name, JsonNode tail) {
        boolean valid = tail.path("cornish_fisher_valid").asBoolean();
        rows.add(List.of(
                name,
                Figures.percent(tail.path("historical")),
                Figures.percent(tail.path("parametric")),
                valid ? Figures.percent(tail.path("cornish_fisher")) : "not valid"));
    }

    private static void holdings(Page page, JsonNode holdings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("symbol", "shares", "price", "value", "weight", "return", "gain", "risk share"));
        for (JsonNode holding : holdings) {
            rows.add(List.of(
                    Figures.text(holding.path("symbol")),
                    Figures.input(holding.path("shares")),
                    Figures.amount(holding.path("price")),
                    Figures.amount(holding.path("value")),
                    Figures.percent(holding.path("weight")),
                    Figures.percent(holding.path("period_return")),
                    Figures.amount(holding.path("unrealised_pnl")),
                    Figures.percent(holding.path("risk_contribution"))));
        }
        page.table(
                List.of(
                        Align.LEFT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT,
                        Align.RIGHT),
                rows);
    }
}
