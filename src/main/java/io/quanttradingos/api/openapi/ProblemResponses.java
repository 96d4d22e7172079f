package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Adds the problems an operation may answer with; each is described once, in {@code document.yaml}. */
final class ProblemResponses {
    /** In the facts of an operation: the statuses of its problems. */
    static final String KEY = "problems";

    private static final String REFERENCE = "#/components/responses/";
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(400, "InvalidInput"),
            Map.entry(401, "Unauthorized"),
            Map.entry(404, "NotFound"),
            Map.entry(413, "TooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "NotUsable"),
            Map.entry(424, "KeyMissing"),
            Map.entry(500, "InternalError"),
            Map.entry(502, "UpstreamFailed"),
            Map.entry(503, "Overloaded"),
            Map.entry(504, "UpstreamTimedOut"));

    private ProblemResponses() {}

    static void add(ObjectNode document) {
        Tree.forEachOperation(document, (id, operation) -> {
            JsonNode statuses = operation.remove(KEY);
            ObjectNode responses = Tree.child(operation, "responses");
            if (statuses != null) {
                statuses.forEach(status ->
                        responses.putObject(status.asText()).put("$ref", REFERENCE + NAMES.get(status.asInt())));
            }
            responses.putObject("default").put("$ref", REFERENCE + "OtherProblem");
        });
    }
}
