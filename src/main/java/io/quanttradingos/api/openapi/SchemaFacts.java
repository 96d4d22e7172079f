package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Adds what {@code answers.yaml} and {@code requests.yaml} say of schemas and their properties. A schema that no route
 * answers with, for example because the route was taken out, is left out in silence; a test finds misspelt names.
 */
final class SchemaFacts {
    static final List<String> FILES = List.of("answers.yaml", "requests.yaml");

    /** Names the schema whose properties are described too. */
    private static final String LIKE = "like";

    private SchemaFacts() {}

    static void add(ObjectNode document) {
        ObjectNode schemas = Tree.schemas(document);
        for (String file : FILES) {
            ObjectNode all = Facts.read(file);
            for (Map.Entry<String, JsonNode> facts : all.properties()) {
                if (schemas.get(facts.getKey()) instanceof ObjectNode schema) {
                    add(schema, facts.getValue(), all);
                } else if (facts.getValue().has("type") || facts.getValue().has("anyOf")) {
                    schemas.set(facts.getKey(), facts.getValue());
                }
            }
        }
    }

    private static void add(ObjectNode schema, JsonNode facts, ObjectNode all) {
        JsonNode like = all.path(facts.path(LIKE).asText());
        if (!like.isMissingNode()) {
            add(schema, like, all);
        }
        ObjectNode own = facts.deepCopy();
        own.remove(List.of("properties", LIKE));
        Tree.merge(schema, own);
        for (Map.Entry<String, JsonNode> property : Tree.properties(facts).properties()) {
            if (Tree.properties(schema).get(property.getKey()) instanceof ObjectNode there) {
                Tree.merge(there, property.getValue());
            }
        }
    }
}
