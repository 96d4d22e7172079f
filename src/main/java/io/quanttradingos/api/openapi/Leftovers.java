package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes what the generator leaves behind for itself: its extensions, and schemas and shared answers nothing leads to. */
final class Leftovers {
    private Leftovers() {}

    static void remove(ObjectNode document) {
        removeExtensions(document);
        ObjectNode components = Tree.child(document, "components");
        while (removeUnreferenced(document, components)) {
            // what it led to may be unreferenced now
        }
    }

    private static void removeExtensions(JsonNode node) {
        if (node instanceof ObjectNode object) {
            names(object).stream().filter(name -> name.startsWith("x-")).forEach(object::remove);
        }
        node.forEach(Leftovers::removeExtensions);
    }

    private static boolean removeUnreferenced(ObjectNode document, ObjectNode components) {
        Set<String> wanted = new HashSet<>(document.findValuesAsText("$ref"));
        boolean removed = false;
        for (String kind : List.of("schemas", "responses", "examples")) {
            ObjectNode named = Tree.child(components, kind);
            for (String name : names(named)) {
                if (!wanted.contains("#/components/" + kind + "/" + name)) {
                    named.remove(name);
                    removed = true;
                }
            }
        }
        return removed;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
