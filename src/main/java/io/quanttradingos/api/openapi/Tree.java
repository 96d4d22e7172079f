package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Ways around the JSON tree of an OpenAPI document. */
final class Tree {
    private static final String SCHEMA_REFERENCE = "#/components/schemas/";
    private static final String REFERENCE = "$ref";

    private Tree() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The object under a name, made where it is missing. */
    static ObjectNode child(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }

    static ObjectNode schemas(ObjectNode document) {
        return child(child(document, "components"), "schemas");
    }

    static ObjectNode properties(JsonNode schema) {
        return schema.get("properties") instanceof ObjectNode properties ? properties : object();
    }

    /** Visits every operation with its id. */
    static void forEachOperation(ObjectNode document, BiConsumer<String, ObjectNode> visitor) {
        for (JsonNode path : child(document, "paths")) {
            for (JsonNode operation : path) {
                if (operation instanceof ObjectNode found) {
                    visitor.accept(found.path("operationId").asText(), found);
                }
            }
        }
    }

    static ObjectNode reference(String schema) {
        return object().put(REFERENCE, SCHEMA_REFERENCE + schema);
    }

    static boolean isReference(JsonNode schema) {
        return schema.has(REFERENCE);
    }

    /** The name of the schema a reference leads to. */
    static String referenced(JsonNode reference) {
        return reference.path(REFERENCE).asText().replace(SCHEMA_REFERENCE, "");
    }

    /** Whether a value of this schema fits into one field of a form or a query. */
    static boolean isScalar(JsonNode schema) {
        return List.of("string", "number", "integer", "boolean")
                .contains(schema.path("type").asText());
    }

    /**
     * Lays facts over a node, objects within objects. A lone reference is wrapped first, since nothing may stand beside one
     * in OpenAPI 3.0; a reference among the facts takes the place of all there is.
     */
    static void merge(ObjectNode into, JsonNode facts) {
        if (isReference(facts)) {
            into.removeAll();
        } else if (isReference(into) && !facts.isEmpty()) {
            ObjectNode alone = into.deepCopy();
            into.removeAll();
            into.putArray("allOf").add(alone);
        }
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            if (into.get(fact.getKey()) instanceof ObjectNode there && fact.getValue() instanceof ObjectNode more) {
                merge(there, more);
            } else {
                into.set(fact.getKey(), fact.getValue().deepCopy());
            }
        }
    }
}
