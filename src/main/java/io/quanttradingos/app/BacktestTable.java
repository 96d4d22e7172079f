package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.app.Page.Align;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a backtest says, as a report to read. */
final class BacktestTable {
    private static final int MOST_COMBINATIONS = 10;

    private BacktestTable() {}

    /** The answer of {@code POST /backtest}. */
    static String of(JsonNode answer) {
        Page page = new Page()
                .line("Backtest of " + Figures.text(answer.path("strategy_type")) + " on "
                        + Figures.text(answer.path("symbol")));
        if (answer.has("run_id")) {
            page.line("run " + Figures.text(answer.path("run_id")));
        }
        JsonNode data = answer.path("data");
        if (!Figures.missing(data)) {
            page.line(Figures.text(data.path("bars")) + " bars from " + Figures.text(data.path("first")) + " to "
                    + Figures.text(data.path("last")) + ", " + parameters(answer.path("parameters")));
            gate(page, answer.path("gate"));
        }
        metrics(page.section("RESULT"), answer);
        if (!Figures.missing(data)) {
            costs(page.section("COSTS"), answer.path("costs"));
            honesty(page.section("HOW SURE THIS IS"), answer.path("honesty"));
            orders(page, answer.path("orders"));
            sweep(page, answer.path("sweep"));
            walkForward(page, answer.path("walk_forward"));
        }
        RegimeTable.warnings(page, answer.path("warnings"));
        return page.toString();
    }

    private static String parameters(JsonNode parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            pairs.add(entry.getKey() + " " + (value.isContainerNode() ? value.toString() : Figures.input(value)));
        });
        return pairs.isEmpty() ? "no parameters" : String.join(", ", pairs);
    }

    private static void gate(Page page, JsonNode gate) {
        page.section(
                "GATE: " + Figures.text(gate.path("verdict")).replace('_', ' ').toUpperCase(Locale.ROOT));
        Set<String> checks = new LinkedHashSet<>();
        for (JsonNode check : gate.path("checks")) {
            checks.add((check.path("passed").asBoolean() ? "holds: " : "does not hold: ")
                    + Figures.text(check.path("text")));
        }
        page.items(List.copyOf(checks));
    }

    private static void metrics(Page page, JsonNode answer) {
        JsonNode metrics = answer.path("metrics");
        JsonNode trades = answer.path("trade_statistics");
        JsonNode benchmark = answer.path("benchmark");
        page.figures(List.of(
                "Initial value",
                Figures.amount(metrics.path("initial_value")),
                "Final value",
                Figures.amount(metrics.path("final_value")),
                "Total return",
                points(metrics.path("total_return_pct")),
                "Return a year",
                points(metrics.path("cagr")),
                "Holding gave",
                points(benchmark.path("return_pct")),
                "Beta to holding",
                Figures.decimals(benchmark.path("beta"), 2),
                "Sharpe ratio",
                Figures.decimals(metrics.path("sharpe_ratio"), 2),
                "Volatility a year",
                Figures.percent(metrics.path("volatility")),
                "Deepest drawdown",
                points(metrics.path("max_drawdown_pct")),
                "in currency",
                Figures.amount(metrics.path("max_drawdown")),
                "Trades",
                Figures.text(answer.path("num_trades")),
                "won",
                Figures.percent(trades.path("win_rate")),
                "Profit factor",
                Figures.decimals(trades.path("profit_factor"), 2),
                "Time in the market",
                Figures.percent(trades.path("exposure"))));
    }

    private static String points(JsonNode percent) {
        String text = Figures.decimals(percent, 2);
        return text.equals(Figures.UNKNOWN) ? text : text + " %";
    }

    private static void costs(Page page, JsonNode costs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Costs", "final value", "return", "Sharpe ratio"));
        for (JsonNode at : costs.path("at")) {
            rows.add(List.of(
                    Figures.input(at.path("multiple")) + " times",
                    Figures.amount(at.path("final_value")),
                    points(at.path("total_return_pct")),
                    Figures.decimals(at.path("sharpe_ratio"), 2)));
        }
        page.table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT), rows);
        String even = Figures.decimals(costs.path("break_even_bps"), 1);
        page.sentence("Paid " + Figures.amount(costs.path("total"))
                + (even.equals(Figures.UNKNOWN)
                        ? "; nothing was gained that costs could use up."
                        : "; breaks even at " + even + " basis points of what was traded."));
    }

    private static void honesty(Page page, JsonNode honesty) {
        page.figures(List.of(
                "Standard error of the Sharpe ratio",
                Figures.decimals(honesty.path("standard_error"), 2),
                "Probability that it is above 0",
                Figures.percent(honesty.path("probabilistic_sharpe_ratio")),
                "Trials so far",
                Figures.text(honesty.path("trials")),
                "that, deflated by the trials",
                Figures.percent(honesty.path("deflated_sharpe_ratio")),
                "Bars needed for 95 %",
                Figures.decimals(honesty.path("minimum_track_record_length"), 0),
                "Probability of overfitting",
                Figures.percent(honesty.path("probability_of_backtest_overfitting"))));
    }

    private static void orders(Page page, JsonNode orders) {
        if (orders.path("not_filled").isEmpty()) {
            return;
        }
        page.section("ORDERS NOT FILLED");
        List<List<String>> rows = new ArrayList<>();
        for (JsonNode order : orders.path("not_filled")) {
            rows.add(List.of(
                    Figures.text(order.path("submitted")),
                    Figures.text(order.path("symbol")),
                    Figures.text(order.path("status")),
                    Figures.text(order.path("note"))));
        }
        page.table(List.of(Align.LEFT, Align.LEFT, Align.LEFT, Align.LEFT), rows);
    }

    private static void sweep(Page page, JsonNode sweep) {
        if (Figures.missing(sweep)) {
            return;
        }
        page.section("SWEEP OF " + Figures.text(sweep.path("combinations")) + " COMBINATIONS, THE BEST FIRST");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Sharpe ratio", "return", "drawdown", "trades", "parameters"));
        for (JsonNode row : sweep.path("best")) {
            if (rows.size() <= MOST_COMBINATIONS) {
                rows.add(List.of(
                        Figures.decimals(row.path("sharpe_ratio"), 2),
                        points(row.path("total_return_pct")),
                        points(row.path("max_drawdown_pct")),
                        Figures.text(row.path("trades")),
                        parameters(row.path("parameters"))));
            }
        }
        page.table(List.of(Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.LEFT), rows);
    }

    private static void walkForward(Page page, JsonNode walk) {
        if (Figures.missing(walk)) {
            return;
        }
        page.section("WALK-FORWARD");
        page.figures(List.of(
                "Windows",
                Integer.toString(walk.path("windows").size()),
                "Efficiency",
                Figures.decimals(walk.path("efficiency"), 2),
                "Return out of sample",
                points(walk.path("total_return_pct")),
                "Sharpe ratio out of sample",
                Figures.decimals(walk.path("sharpe_ratio"), 2)));
    }
}
