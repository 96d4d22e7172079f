package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.JsonNames;
import java.util.Optional;

/**
 * Makes the schema of a record say what is really written for it: the JSON names in the record's order, what is always
 * there, what may be null, and the words that stand for constants.
 */
final class RecordSchemas {
    /** Where the generator leaves the type a schema was made from. */
    private static final String TYPE_NAME = "x-className";

    private RecordSchemas() {}

    static void finish(ObjectNode document) {
        for (JsonNode schema : Tree.schemas(document)) {
            record(schema).ifPresent(type -> finish((ObjectNode) schema, type));
        }
    }

    static void mark(ObjectNode schema, Class<?> type) {
        schema.putObject(TYPE_NAME).put("format", type.getName());
    }

    /** The record a schema was made from; empty where it was made from something else. */
    private static Optional<Class<?>> record(JsonNode schema) {
        String name = schema.path(TYPE_NAME).path("format").asText();
        try {
            Class<?> type = Class.forName(name, false, RecordSchemas.class.getClassLoader());
            return type.isRecord() ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static void finish(ObjectNode schema, Class<?> type) {
        ObjectNode generated = Tree.properties(schema);
        ArrayNode alreadyRequired = schema.withArray("/required").deepCopy();
        ArrayNode required = schema.putArray("required");
        ObjectNode finished = schema.putObject("properties");
        for (RecordField field : RecordField.of(type)) {
            JsonNode property = generated.path(field.javaName());
            finished.set(
                    field.jsonName(),
                    ValueSchemas.of(property, field.type(), field.isNullable() && field.isRequired()));
            if (field.isRequired() || contains(alreadyRequired, field.javaName())) {
                required.add(field.jsonName());
            }
        }
        if (required.isEmpty()) {
            schema.remove("required");
        }
    }

    private static boolean contains(ArrayNode names, String javaName) {
        for (JsonNode name : names) {
            if (JsonNames.snakeCase(name.asText()).equals(JsonNames.snakeCase(javaName))) {
                return true;
            }
        }
        return false;
    }
}
