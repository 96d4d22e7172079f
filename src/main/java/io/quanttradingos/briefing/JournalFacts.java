package io.quanttradingos.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.journal.JournalReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a language model is told of a journal: all but the single months, and of many symbols those with the most trades. */
final class JournalFacts {
    static final int MOST_SYMBOLS = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalFacts() {}

    /**
     * As JSON, short enough for any journal.
     *
     * @param json writes a value as it stands in an answer
     */
    static String of(JournalReport report, Function<Object, byte[]> json) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("metrics", report.metrics());
        told.put("findings", report.findings());
        told.put("warnings", report.warnings());
        try {
            ObjectNode facts = (ObjectNode) JSON.readTree(json.apply(told));
            shorten(facts.withObject("/metrics"));
            return JSON.writeValueAsString(facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void shorten(ObjectNode metrics) {
        metrics.remove("by_month");
        ObjectNode symbols = metrics.withObject("/by_symbol");
        metrics.put("symbols_left_out", Math.max(0, symbols.size() - MOST_SYMBOLS));
        symbols.retain(mostTraded(symbols));
    }

    private static Set<String> mostTraded(ObjectNode symbols) {
        Comparator<Map.Entry<String, JsonNode>> fewestFirst =
                Comparator.comparingInt(symbol -> symbol.getValue().path("n").asInt());
        List<Map.Entry<String, JsonNode>> mostFirst =
                symbols.properties().stream().sorted(fewestFirst.reversed()).toList();
        return mostFirst.stream().limit(MOST_SYMBOLS).map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
