package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Adds the query parameters of the operations that take the fields of a request there. */
final class QueryFields {
    /** In the facts of an operation: the schema whose fields it takes. */
    static final String KEY = "query";

    private QueryFields() {}

    static void add(ObjectNode document) {
        Tree.forEachOperation(document, (id, operation) -> {
            JsonNode schema = operation.remove(KEY);
            if (schema != null) {
                add(operation, Tree.schemas(document).path(schema.asText()));
            }
        });
    }

    private static void add(ObjectNode operation, JsonNode request) {
        ArrayNode parameters = operation.putArray("parameters");
        for (Map.Entry<String, JsonNode> field : Tree.properties(request).properties()) {
            if (Tree.isScalar(field.getValue())) {
                parameters.add(parameter(field.getKey(), field.getValue().deepCopy()));
            }
        }
    }

    private static ObjectNode parameter(String name, ObjectNode schema) {
        ObjectNode parameter =
                Tree.object().put("name", name).put("in", "query").put("required", false);
        for (String ofTheParameter : List.of("description", "example")) {
            JsonNode value = schema.remove(ofTheParameter);
            if (value != null) {
                parameter.set(ofTheParameter, value);
            }
        }
        parameter.set("schema", schema);
        return parameter;
    }
}
