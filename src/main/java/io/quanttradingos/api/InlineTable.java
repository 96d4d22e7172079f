package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A table sent as a JSON array of objects, rewritten as the CSV it stands for, so that one reader serves both.
 *
 * <p>The header holds every key in the order first met; object {@code n} (counted from 0) stands on line {@code n + 2}.
 */
final class InlineTable {
    private InlineTable() {}

    static byte[] csv(String field, JsonNode records) {
        if (!records.isArray()) {
            throw wrong(field, "must be an array of objects");
        }
        if (records.isEmpty()) {
            throw wrong(field, "must hold at least one object");
        }
        Set<String> header = new LinkedHashSet<>();
        for (JsonNode item : records) {
            if (!item.isObject()) {
                throw wrong(field, "must be an array of objects, has an element " + shown(item));
            }
            item.fieldNames().forEachRemaining(header::add);
        }
        StringBuilder csv =
                new StringBuilder(line(header.stream().map(InlineTable::quoted).toList()));
        for (JsonNode item : records) {
            csv.append(line(
                    header.stream().map(key -> cell(field, key, item.path(key))).toList()));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return String.join(",", cells) + "\n";
    }

    private static String cell(String field, String key, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isContainerNode()) {
            throw wrong(field, "'" + key + "' must be a number or a text, was " + shown(value));
        }
        return quoted(value.asText());
    }

    /** Quoted where a delimiter, a quote or a line break is inside. */
    private static String quoted(String text) {
        boolean plain =
                text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String shown(JsonNode node) {
        String text = node.toString();
        return Shortened.to(40, text);
    }

    private static Refusal wrong(String field, String message) {
        return Refusal.invalid(List.of(new InputProblem("request", null, field, message)));
    }
}
