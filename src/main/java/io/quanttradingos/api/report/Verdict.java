package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Whether and how much may be traded, in one sentence, with the figures a reader looks for first. */
final class Verdict {
    private Verdict() {}

    static void write(Markup page, JsonNode answer) {
        JsonNode decision = answer.path("decision");
        page.open("div", "class", "head").open("div");
        page.element("p", sentence(decision), "class", "symbol long");
        page.element(
                "p",
                "Portfolio " + Words.textOr(answer.at("/account/portfolio_id"), "unknown") + ", as of "
                        + Words.textOr(answer.path("asof"), "an unknown day"),
                "class",
                "period");
        page.close();
        page.open("div", "class", "verdict " + tone(decision));
        page.element("p", badge(decision), "class", "badge");
        page.open("p", "class", "reason")
                .value(Words.text(decision.path("reason")))
                .close();
        page.close();
        page.open("div").open("div", "class", "tiles");
        tile(page, "Position size", Words.percent(decision.path("position_size_multiplier")), "of full size");
        tile(page, "Regime", Words.percent(answer.at("/regime/confidence")), "confidence");
        tile(page, "Value", Words.decimals(answer.at("/portfolio/total_value"), 2), "of the portfolio");
        tile(page, "Drawdown", Words.percent(answer.at("/account/drawdown")), "from the peak");
        tile(page, "Heat", Words.percent(answer.at("/portfolio/portfolio_heat")), "of the portfolio");
        tile(page, "Discipline", Words.decimals(answer.path("execution_discipline_score"), 2), "of 1");
        page.close().close().close();
    }

    private static String sentence(JsonNode decision) {
        JsonNode allowed = decision.path("allow_trade");
        String mode = ", risk mode " + Words.textOr(decision.path("risk_mode"), "unknown") + ".";
        if (!allowed.isBoolean()) {
            return "It is not known whether new trades are allowed" + mode;
        }
        String size = Words.percent(decision.path("position_size_multiplier"));
        return allowed.asBoolean()
                ? "New trades are allowed at " + (size == null ? "an unknown part" : size) + " of full size" + mode
                : "New trades are not allowed" + mode;
    }

    private static String badge(JsonNode decision) {
        JsonNode allowed = decision.path("allow_trade");
        return !allowed.isBoolean() ? "Unknown" : allowed.asBoolean() ? "Allowed" : "Not allowed";
    }

    private static String tone(JsonNode decision) {
        JsonNode allowed = decision.path("allow_trade");
        if (!allowed.isBoolean()) {
            return "unsure";
        }
        boolean full = decision.path("position_size_multiplier").asDouble() >= 1;
        return allowed.asBoolean() ? full ? "pass" : "unsure" : "fail";
    }

    private static void tile(Markup page, String label, @Nullable String figure, String below) {
        page.open("div", "class", "tile").element("p", label, "class", "label");
        page.open("p", "class", "figure").value(figure).close();
        page.element("p", below, "class", "below").close();
    }
}
