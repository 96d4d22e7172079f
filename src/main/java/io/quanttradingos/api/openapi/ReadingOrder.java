package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings the document into the order people read it in, the same every time it is generated. */
final class ReadingOrder {
    private static final List<String> DOCUMENT =
            List.of("openapi", "info", "servers", "security", "tags", "paths", "components");
    private static final List<String> OPERATION = List.of(
            "tags", "summary", "description", "operationId", "security", "parameters", "requestBody", "responses");
    private static final List<String> SCHEMA = List.of("description", "type", "required", "properties");

    private ReadingOrder() {}

    static void sort(ObjectNode document) {
        sort(document, DOCUMENT);
        sortByName(Tree.child(document, "paths"));
        Tree.forEachOperation(document, (id, operation) -> {
            sort(operation, OPERATION);
            sortByName(Tree.child(operation, "responses"));
        });
        ObjectNode schemas = Tree.schemas(document);
        sortByName(schemas);
        schemas.forEach(schema -> sort((ObjectNode) schema, SCHEMA));
    }

    private static void sort(ObjectNode object, List<String> first) {
        ObjectNode sorted = Tree.object();
        for (String name : first) {
            if (object.has(name)) {
                sorted.set(name, object.get(name));
            }
        }
        for (Map.Entry<String, JsonNode> rest : object.properties()) {
            if (!sorted.has(rest.getKey())) {
                sorted.set(rest.getKey(), rest.getValue());
            }
        }
        replace(object, sorted);
    }

    private static void sortByName(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        sort(object, names);
    }

    private static void replace(ObjectNode object, ObjectNode sorted) {
        object.removeAll();
        object.setAll(sorted);
    }
}
