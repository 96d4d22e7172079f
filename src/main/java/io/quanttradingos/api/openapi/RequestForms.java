package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * Adds the other two forms of a body: {@code application/x-www-form-urlencoded} with the scalar fields, and
 * {@code multipart/form-data} with the same fields and the files.
 */
final class RequestForms {
    /** In the facts of an operation: the parts that are files. */
    static final String KEY = "files";

    private static final String UPLOAD = "Upload";
    private static final String PLAN = "plan_file";
    /** By name; where a part means something else in one schema, by that schema and the name. */
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "prices_file",
            "A price file, wide (date and one column per ticker) or long (date, symbol, close), as CSV.",
            "holdings_file",
            "A holdings file as CSV: symbol, shares[, avg_price][, stop_price].",
            "trades_file",
            "A trades file as CSV: date, symbol, side, entry_price, exit_price, shares[, stop_price].",
            "JournalUpload.trades_file",
            "Closed trades as CSV: date, symbol, side, qty, entry, exit[, fees][, stop][, exit_date].",
            PLAN,
            "A plan as a JSON file.",
            "file",
            "The file to look at: CSV of any known format, or a workbook (.xlsx).");

    private RequestForms() {}

    static void add(ObjectNode document) {
        Tree.forEachOperation(document, (id, operation) -> {
            JsonNode files = operation.remove(KEY);
            if (operation.path("requestBody").path("content") instanceof ObjectNode content) {
                add(Tree.schemas(document), content, files == null ? Tree.object() : files);
            }
        });
    }

    private static void add(ObjectNode schemas, ObjectNode content, JsonNode files) {
        String request = Tree.referenced(content.path("application/json").path("schema"));
        String stem = request.replaceFirst("Request$", "");
        ObjectNode form = form(schemas.path(request));
        schemas.set(stem + "Form", form);
        content.putObject("application/x-www-form-urlencoded").set("schema", Tree.reference(stem + "Form"));
        ObjectNode multipart = content.putObject("multipart/form-data");
        if (files.isEmpty()) {
            multipart.set("schema", Tree.reference(stem + "Form"));
            return;
        }
        ObjectNode upload = form.deepCopy();
        for (JsonNode file : files) {
            addPart(stem + UPLOAD, file.asText(), upload, multipart);
        }
        schemas.set(stem + UPLOAD, upload);
        multipart.set("schema", Tree.reference(stem + UPLOAD));
    }

    private static void addPart(String schema, String name, ObjectNode upload, ObjectNode multipart) {
        String usual = DESCRIPTIONS.getOrDefault(name, "A file.");
        Tree.child(upload, "properties")
                .putObject(name)
                .put("type", "string")
                .put("format", "binary")
                .put("description", DESCRIPTIONS.getOrDefault(schema + "." + name, usual));
        Tree.child(multipart, "encoding")
                .putObject(name)
                .put("contentType", name.equals(PLAN) ? "application/json" : "text/csv, application/octet-stream");
    }

    private static ObjectNode form(JsonNode request) {
        ObjectNode form = request.deepCopy();
        ObjectNode fields = form.putObject("properties");
        for (Map.Entry<String, JsonNode> field : Tree.properties(request).properties()) {
            if (Tree.isScalar(field.getValue())) {
                fields.set(field.getKey(), field.getValue().deepCopy());
            }
        }
        return form;
    }
}
