package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Adds what {@code operations.yaml} says of each operation: its tag, its description, its answers and its parameters by
 * name. The keys {@code query}, {@code files} and {@code problems} are for the steps after this one.
 */
final class OperationFacts {
    static final String FILE = "operations.yaml";

    private OperationFacts() {}

    static void add(ObjectNode document) {
        ObjectNode facts = Facts.read(FILE);
        Tree.forEachOperation(document, (id, operation) -> {
            ObjectNode own = facts.path(id).isObject() ? facts.path(id).deepCopy() : Tree.object();
            ObjectNode parameters = Tree.child(own, "parameters");
            own.remove("parameters");
            Tree.merge(operation, own);
            for (JsonNode parameter : operation.path("parameters")) {
                numericDefault(parameter.path("schema"));
                Tree.merge(
                        (ObjectNode) parameter,
                        parameters.path(parameter.path("name").asText()));
            }
        });
    }

    /** A default is written as text in the routes, whatever its type. */
    private static void numericDefault(JsonNode schema) {
        if (schema instanceof ObjectNode node
                && node.path("type").asText().equals("integer")
                && node.path("default").isTextual()) {
            node.set(
                    "default",
                    IntNode.valueOf(Integer.parseInt(node.path("default").asText())));
        }
    }
}
