package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.backtest.BacktestQuestion.GateWish;
import io.quanttradingos.backtest.BacktestQuestion.WalkForwardWish;
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
 * sweep           {"fast": [5, 10], "slow": {"from": 50, "to": 200, "step": 50}}   fast=5;10,slow=50:200:50
 * gate            {"regime": ["Risk-On"], "guardian": true}       regime=Risk-On;Low Vol,guardian=true
 * walk_forward    {"in_sample": 504, "out_of_sample": 126, "anchored": false}      504:126 or 504:126:anchored
 * </pre>
 */
final class BacktestFields {
    private static final int MOST_VALUES = 10_000;

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
            List<Object> values = new ArrayList<>();
            value.forEach(item -> values.add(Json.mapper().convertValue(item, Object.class)));
            return values;
        }
        if (value.isObject()) {
            return range(check, name, value.path("from"), value.path("to"), value.path("step"));
        }
        if (value.isTextual() && value.asText().contains(":")) {
            String[] parts = value.asText().split(":", -1);
            JsonNode[] numbers = new JsonNode[3];
            for (int i = 0; i < 3; i++) {
                numbers[i] = number(i < parts.length ? parts[i] : i == 2 ? "1" : "");
            }
            return range(check, name, numbers[0], numbers[1], numbers[2]);
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
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(first + i * by);
        }
        return values;
    }

    static GateWish gate(FieldChecks check, @Nullable JsonNode given) {
        List<String> regimes = null;
        boolean allocation = false;
        boolean guardian = false;
        for (Map.Entry<String, JsonNode> entry : entries(check, "gate", given).entrySet()) {
            switch (entry.getKey()) {
                case "regime" -> regimes = words(check, entry.getValue());
                case "allocation" -> allocation = flag(check, "allocation", entry.getValue());
                case "guardian" -> guardian = flag(check, "guardian", entry.getValue());
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

    private static boolean flag(FieldChecks check, String name, JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        if (!value.asText().equals("true") && !value.asText().equals("false")) {
            check.wrong("gate", "'" + name + "' must be true or false, was " + shown(value.toString()));
        }
        return value.asText().equals("true");
    }

    static @Nullable WalkForwardWish walkForward(FieldChecks check, @Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        boolean isText = given.isTextual();
        String[] parts = isText ? given.asText().split(":", -1) : new String[0];
        int inSample = isText ? whole(number(parts[0])) : whole(given.path("in_sample"));
        int outOfSample = isText ? whole(number(parts.length > 1 ? parts[1] : "")) : whole(given.path("out_of_sample"));
        boolean anchored = isText
                ? parts.length > 2 && parts[2].strip().equals("anchored")
                : given.path("anchored").asBoolean(false);
        if (inSample < 2 || outOfSample < 1) {
            check.wrong(
                    "walk_forward",
                    "needs in_sample, 2 bars or more, and out_of_sample, 1 bar or more, was "
                            + shown(given.toString()));
            return null;
        }
        return new WalkForwardWish(inSample, outOfSample, anchored);
    }

    private static int whole(JsonNode node) {
        return node.isNumber() && node.asDouble() == Math.rint(node.asDouble()) ? node.asInt() : -1;
    }

    /** An object's entries, or those of a text such as {@code fast=10,slow=20}. */
    private static Map<String, JsonNode> entries(FieldChecks check, String field, @Nullable JsonNode given) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (given == null || given.isNull()) {
            return entries;
        }
        if (given.isObject()) {
            given.fields().forEachRemaining(entry -> entries.put(entry.getKey(), entry.getValue()));
        } else if (given.isTextual()) {
            for (String pair : given.asText().split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1) {
                    check.wrong(
                            field, "must be an object or name=value pairs parted by commas, has '" + shown(pair) + "'");
                } else {
                    entries.put(
                            pair.substring(0, equals).strip(),
                            Json.mapper()
                                    .getNodeFactory()
                                    .textNode(pair.substring(equals + 1).strip()));
                }
            }
        } else {
            check.wrong(field, "must be an object, was " + shown(given.toString()));
        }
        return entries;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
