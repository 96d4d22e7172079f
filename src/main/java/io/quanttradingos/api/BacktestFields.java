package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.backtest.BacktestQuestion.GateWish;
import io.quanttradingos.backtest.BacktestQuestion.WalkForwardWish;
import io.quanttradingos.backtest.research.Axis;
import io.quanttradingos.failure.Shortened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a backtest's request that are objects, each also in the short form that a query or a command line can
 * hold.
 *
 * <pre>
 * parameters      {"fast": 10, "slow": 20}                        fast=10,slow=20
 * parameters      {"weights": {"SPY": 0.6, "TLT": 0.4}}           weights=SPY:0.6,TLT:0.4
 * sweep           {"fast": [5, 10], "slow": {"from": 50, "to": 200, "step": 50}}   fast=5;10,slow=50:200:50
 * gate            {"regime": ["Risk-On"], "guardian": true}       regime=Risk-On;Low Vol,guardian=true
 * walk_forward    {"in_sample": 504, "out_of_sample": 126, "anchored": false}      504:126 or 504:126:anchored
 * </pre>
 */
final class BacktestFields {
    private static final int MOST_VALUES = 10_000;
    private static final int LEAST_IN_SAMPLE = 3;

    private BacktestFields() {}

    static Map<String, Object> parameters(FieldChecks check, @Nullable JsonNode given) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        entries(check, "parameters", given).forEach((name, value) -> {
            Object plain = Json.mapper().convertValue(value, Object.class);
            if (plain == null) {
                check.wrong("parameters", "'" + shown(name) + "' must have a value");
            } else {
                parameters.put(name, plain);
            }
        });
        return parameters;
    }

    static Map<String, List<Object>> grid(FieldChecks check, @Nullable JsonNode given) {
        Map<String, List<Object>> grid = new LinkedHashMap<>();
        entries(check, "sweep", given).forEach((name, value) -> grid.put(name, values(check, name, value)));
        return grid;
    }

    private static List<Object> values(FieldChecks check, String name, JsonNode value) {
        if (value.isArray() && !value.isEmpty()) {
            return listed(check, name, value);
        }
        if (value.isObject()) {
            refuseOthers(check, "sweep", "'" + shown(name) + "' ", value, List.of("from", "to", "step"));
            return range(check, name, value.path("from"), value.path("to"), value.path("step"));
        }
        if (value.isTextual() && value.asText().contains(":")) {
            return spelledRange(check, name, value.asText());
        }
        if (value.isTextual()) {
            List<Object> values = new ArrayList<>();
            for (String part : value.asText().split(";", -1)) {
                values.add(part.strip());
            }
            return values;
        }
        if (value.isNumber()) {
            return List.of(value.numberValue());
        }
        check.wrong(
                "sweep",
                "'" + shown(name) + "' must be a list of values or an object with from, to and step, was "
                        + shown(value.toString()));
        return List.of();
    }

    /** From a text such as {@code 5:20:5}; a fourth part is no number, and so is what is left out. */
    private static List<Object> spelledRange(FieldChecks check, String name, String text) {
        String[] parts = text.split(":", 3);
        return range(check, name, number(parts[0]), number(parts[1]), number(parts.length > 2 ? parts[2] : "1"));
    }

    private static List<Object> listed(FieldChecks check, String name, JsonNode list) {
        List<Object> values = new ArrayList<>();
        for (JsonNode item : list) {
            if (item.isNull()) {
                check.wrong("sweep", "'" + shown(name) + "' must list values, has a null");
            } else {
                values.add(Json.mapper().convertValue(item, Object.class));
            }
        }
        return values;
    }

    /** A name nobody knows would be a wish that passes in silence. */
    private static void refuseOthers(
            FieldChecks check, String field, String what, JsonNode object, List<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                check.wrong(field, what + "has no '" + shown(name) + "'; it has " + String.join(", ", known));
            }
        });
    }

    private static JsonNode number(String text) {
        try {
            return Json.mapper().getNodeFactory().numberNode(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return Json.mapper().getNodeFactory().textNode(text);
        }
    }

    private static List<Object> range(FieldChecks check, String name, JsonNode from, JsonNode to, JsonNode step) {
        double first = from.isNumber() ? from.asDouble() : Double.NaN;
        double last = to.isNumber() ? to.asDouble() : Double.NaN;
        double by = step.isMissingNode() ? 1 : step.isNumber() ? step.asDouble() : Double.NaN;
        double count = Math.floor((last - first) / by + 1e-9) + 1;
        if (!(by > 0) || !(count >= 1) || count > MOST_VALUES) {
            check.wrong(
                    "sweep",
                    "'" + shown(name) + "' must go from a number to one not below it in positive steps, at most "
                            + MOST_VALUES + " of them, was from " + shown(from.asText()) + " to " + shown(to.asText())
                            + " by " + shown(step.isMissingNode() ? "1" : step.asText()));
            return List.of();
        }
        return Axis.range(name, first, last, by).values();
    }

    static GateWish gate(FieldChecks check, @Nullable JsonNode given) {
        List<String> regimes = null;
        boolean allocation = false;
        boolean guardian = false;
        for (Map.Entry<String, JsonNode> entry : entries(check, "gate", given).entrySet()) {
            switch (entry.getKey()) {
                case "regime" -> regimes = words(check, entry.getValue());
                case "allocation" -> allocation = flag(check, "gate", "allocation", entry.getValue());
                case "guardian" -> guardian = flag(check, "gate", "guardian", entry.getValue());
                default ->
                    check.wrong(
                            "gate", "has no '" + shown(entry.getKey()) + "'; it has regime, allocation and guardian");
            }
        }
        return new GateWish(regimes, allocation, guardian, null);
    }

    private static @Nullable List<String> words(FieldChecks check, JsonNode value) {
        List<String> words = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(item -> words.add(item.asText()));
        } else if (value.isTextual()) {
            words.addAll(List.of(value.asText().split(";", -1)));
        }
        words.replaceAll(String::strip);
        words.removeIf(String::isEmpty);
        if (words.isEmpty() || words.size() > 50) {
            check.wrong("gate", "'regime' must list 1 to 50 labels or parts of one, such as Risk-On");
            return null;
        }
        return words;
    }

    private static boolean flag(FieldChecks check, String field, String name, JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (!value.asText().equals("true") && !value.asText().equals("false")) {
            check.wrong(field, "'" + name + "' must be true or false, was " + shown(value.toString()));
        }
        return value.asText().equals("true");
    }

    static @Nullable WalkForwardWish walkForward(FieldChecks check, @Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        JsonNode plan = given.isTextual() ? spelled(given.asText()) : given;
        refuseOthers(check, "walk_forward", "", plan, List.of("in_sample", "out_of_sample", "anchored"));
        int inSample = whole(plan.path("in_sample"));
        int outOfSample = whole(plan.path("out_of_sample"));
        boolean anchored = plan.has("anchored") && flag(check, "walk_forward", "anchored", plan.path("anchored"));
        if (inSample < LEAST_IN_SAMPLE || outOfSample < 1) {
            check.wrong(
                    "walk_forward",
                    "needs in_sample, " + LEAST_IN_SAMPLE + " bars or more, and out_of_sample, 1 bar or more, was "
                            + shown(given.toString()));
            return null;
        }
        return new WalkForwardWish(inSample, outOfSample, anchored);
    }

    /** What a text such as {@code 504:126:anchored} says, as the object it stands for. */
    private static JsonNode spelled(String text) {
        String[] parts = text.split(":", -1);
        ObjectNode plan = Json.mapper().createObjectNode();
        plan.set("in_sample", number(parts[0]));
        plan.set("out_of_sample", number(parts.length > 1 ? parts[1] : ""));
        for (int i = 2; i < parts.length; i++) {
            plan.put(parts[i].strip(), true);
        }
        return plan;
    }

    private static int whole(JsonNode node) {
        boolean isWhole = node.isNumber() && node.asDouble() == Math.rint(node.asDouble());
        return isWhole && node.asDouble() <= Integer.MAX_VALUE ? node.asInt() : -1;
    }

    /** An object's entries, or those of a text such as {@code fast=10,slow=20}. */
    private static Map<String, JsonNode> entries(FieldChecks check, String field, @Nullable JsonNode given) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (given == null || given.isNull()) {
            return entries;
        }
        if (given.isObject()) {
            given.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        } else if (given.isTextual()) {
            pairs(check, field, given.asText())
                    .forEach((name, value) ->
                            entries.put(name, Json.mapper().getNodeFactory().textNode(value)));
        } else {
            check.wrong(field, "must be an object, was " + shown(given.toString()));
        }
        return entries;
    }

    /** The pairs of a text; a map's entries, {@code weights=SPY:0.6,TLT:0.4}, belong to the name before them. */
    private static Map<String, String> pairs(FieldChecks check, String field, String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String last = null;
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                last = pair.substring(0, equals).strip();
                if (pairs.put(last, pair.substring(equals + 1).strip()) != null) {
                    check.wrong(field, "has '" + shown(last) + "' twice");
                }
            } else if (last != null && equals < 0 && pair.contains(":")) {
                pairs.merge(last, pair, (before, more) -> before + "," + more);
            } else {
                check.wrong(field, "must be an object or name=value pairs parted by commas, has '" + shown(pair) + "'");
            }
        }
        return pairs;
    }

    private static String shown(String text) {
        return Shortened.to(40, text);
    }
}
