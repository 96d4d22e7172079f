package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;

/** What is held, what it is worth, and where its risk comes from. */
final class PortfolioSection {
    private PortfolioSection() {}

    static void write(Markup page, JsonNode portfolio, JsonNode account) {
        figures(page, portfolio, account);
        page.element("h3", "Holdings");
        holdings(page, portfolio.path("holdings"));
        page.element("h3", "One-day tail");
        tail(page, portfolio);
        page.element(
                "p",
                "A loss is negative. Over " + Words.textOr(portfolio.path("observations"), "an unknown number of")
                        + " shared dates from " + Words.textOr(portfolio.path("first_date"), "an unknown day") + " on.",
                "class",
                "note");
    }

    private static void figures(Markup page, JsonNode portfolio, JsonNode account) {
        Facts.grid(
                page,
                "Value",
                Words.decimals(portfolio.path("total_value"), 2),
                "Peak (" + Words.textOr(account.path("peak_source"), "unknown source") + ")",
                Words.decimals(account.path("peak_equity"), 2),
                "Drawdown",
                Words.percent(account.path("drawdown")),
                "Open positions",
                Words.text(portfolio.path("open_positions")),
                "Heat by "
                        + Words.textOr(portfolio.path("heat_method"), "unknown means")
                                .replace('_', ' '),
                Words.percent(portfolio.path("portfolio_heat")),
                "Volatility a year",
                Words.percent(portfolio.path("vol_annual")),
                "Return a year",
                Words.percent(portfolio.path("cagr")),
                "Deepest drawdown",
                Words.percent(portfolio.path("max_drawdown")),
                "Sharpe ratio",
                Words.decimals(portfolio.path("sharpe"), 2),
                "Sortino ratio",
                Words.decimals(portfolio.path("sortino"), 2),
                "Beta to " + Words.textOr(portfolio.path("benchmark"), "the benchmark"),
                Words.decimals(portfolio.path("beta"), 2),
                "Gross exposure",
                Words.percent(portfolio.path("gross_exposure")),
                "Net exposure",
                Words.percent(portfolio.path("net_exposure")),
                "Effective positions",
                Words.decimals(portfolio.path("effective_positions"), 2));
    }

    private static void holdings(Markup page, JsonNode holdings) {
        if (holdings.isEmpty()) {
            page.element("p", "Nothing is held.", "class", "absent");
            return;
        }
        ReportTable table = new ReportTable("Holdings")
                .words("Symbol")
                .number("Shares")
                .number("Price")
                .number("Value")
                .number("Weight")
                .bars("Weight as a bar")
                .number("Share of risk")
                .bars("Share of risk as a bar")
                .number("Stop")
                .number("Gain")
                .stacked();
        Scale scale = Scale.of(holdings);
        holdings.forEach(holding -> table.row(
                ReportTable.of(Words.text(holding.path("symbol"))),
                ReportTable.of(Words.input(holding.path("shares"))),
                ReportTable.of(Words.decimals(holding.path("price"), 2)),
                ReportTable.of(Words.decimals(holding.path("value"), 2)),
                ReportTable.of(Words.percent(holding.path("weight"))),
                scale.bar(holding.path("weight")),
                ReportTable.of(Words.percent(holding.path("risk_contribution"))),
                scale.bar(holding.path("risk_contribution")),
                ReportTable.of(Words.decimals(holding.path("stop_price"), 2)),
                ReportTable.of(Words.decimals(holding.path("unrealised_pnl"), 2))));
        table.write(page);
    }

    /** Weights and shares of risk on one scale, so that the eye can compare them. */
    private record Scale(double least, double most) {
        static Scale of(JsonNode holdings) {
            double least = 0;
            double most = 0;
            for (JsonNode holding : holdings) {
                for (String field : new String[] {"weight", "risk_contribution"}) {
                    least = Math.min(least, holding.path(field).asDouble());
                    most = Math.max(most, holding.path(field).asDouble());
                }
            }
            return new Scale(least, most);
        }

        ReportTable.Cell bar(JsonNode value) {
            return page -> Bar.write(page, value.asDouble(), least, most);
        }
    }

    private static void tail(Markup page, JsonNode portfolio) {
        ReportTable table = new ReportTable("One-day tail")
                .words("Measure")
                .number("Historical")
                .number("Normal")
                .number("Cornish-Fisher");
        tailRow(table, "Value at risk 95 %", portfolio.path("var_95"));
        tailRow(table, "Value at risk 99 %", portfolio.path("var_99"));
        tailRow(table, "Mean beyond 95 %", portfolio.path("cvar_95"));
        tailRow(table, "Mean beyond 99 %", portfolio.path("cvar_99"));
        table.write(page);
    }

    private static void tailRow(ReportTable table, String name, JsonNode tail) {
        boolean valid = tail.path("cornish_fisher_valid").asBoolean();
        table.row(
                ReportTable.of(name),
                ReportTable.of(Words.percent(tail.path("historical"))),
                ReportTable.of(Words.percent(tail.path("parametric"))),
                ReportTable.of(valid ? Words.percent(tail.path("cornish_fisher")) : "not valid"));
    }
}
