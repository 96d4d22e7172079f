package io.quanttradingos.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;

/** A decision in one line, for a log. */
final class TimerLine {
    private TimerLine() {}

    static String of(String json) {
        try {
            JsonNode answer = Json.mapper().readTree(json);
            return answer.path("run_id").asText() + " as of "
                    + answer.path("asof").asText() + ": "
                    + answer.path("decision").path("reason").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is not JSON", e);
        }
    }
}
