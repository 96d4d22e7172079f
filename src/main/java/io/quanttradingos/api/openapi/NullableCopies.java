package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/**
 * Adds a twin that may be null for each object that is null in some places: in OpenAPI 3.0 a reference cannot be made
 * nullable where it stands.
 */
final class NullableCopies {
    private static final String SUFFIX = "OrNull";

    private NullableCopies() {}

    static String nameOf(String schema) {
        return schema + SUFFIX;
    }

    static void add(ObjectNode document) {
        ObjectNode schemas = Tree.schemas(document);
        TreeSet<String> wanted = new TreeSet<>();
        for (JsonNode reference : document.findValues("$ref")) {
            String name = Tree.referenced(Tree.object().set("$ref", reference));
            if (name.endsWith(SUFFIX) && !schemas.has(name)) {
                wanted.add(name);
            }
        }
        for (String name : wanted) {
            ObjectNode twin = schemas.path(name.substring(0, name.length() - SUFFIX.length()))
                    .deepCopy();
            schemas.set(name, twin.put("nullable", true));
        }
    }
}
