package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Adds what concerns the document as a whole, from {@code document.yaml}: what it is, where it is served, the token, the
 * tags and the shared answers; and a whole decision as an example.
 */
final class DocumentHead {
    private static final String EXAMPLE = "/openapi/decision-example.json";

    private DocumentHead() {}

    static void add(ObjectNode document) {
        Tree.merge(document, Facts.read("document.yaml"));
        ObjectNode examples = Tree.child(Tree.child(document, "components"), "examples");
        examples.putObject("Decision")
                .put("summary", "A decision on the sample data.")
                .set("value", example());
    }

    private static JsonNode example() {
        try (InputStream in = DocumentHead.class.getResourceAsStream(EXAMPLE)) {
            if (in == null) {
                throw new IllegalStateException(EXAMPLE + " is not on the class path");
            }
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
