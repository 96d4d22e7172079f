package io.quanttradingos.camel;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON schema that Camel publishes for its YAML, with as much of JSON Schema as that one uses.
 *
 * <p>A word the schema uses and this does not know is an error, so that nothing passes unchecked.
 */
final class YamlSchema {
    private static final Set<String> DESCRIPTIVE =
            Set.of("title", "description", "default", "deprecated", "definitions", "$schema", "format");

    private final JsonNode root;

    private YamlSchema(JsonNode root) {
        this.root = root;
    }

    static YamlSchema ofCamel() {
        try (InputStream in = YamlSchema.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return new YamlSchema(Json.mapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What does not fit, each with its place; empty where all does. */
    List<String> problems(JsonNode document) {
        return problems(document, root, "");
    }

    private List<String> problems(JsonNode value, JsonNode schema, String at) {
        List<String> problems = new ArrayList<>();
        for (Iterator<Map.Entry<String, JsonNode>> words = schema.fields(); words.hasNext(); ) {
            Map.Entry<String, JsonNode> word = words.next();
            JsonNode argument = word.getValue();
            switch (word.getKey()) {
                case "$ref" ->
                    problems.addAll(problems(value, root.at(argument.asText().substring(1)), at));
                case "type" -> {
                    if (!hasType(value, argument.asText())) {
                        problems.add(at + " must be of type " + argument.asText() + ", was " + value);
                    }
                }
                case "properties" ->
                    argument.fields().forEachRemaining(property -> {
                        if (value.has(property.getKey())) {
                            String place = at + "/" + property.getKey();
                            problems.addAll(problems(value.get(property.getKey()), property.getValue(), place));
                        }
                    });
                case "required" ->
                    argument.forEach(name -> {
                        if (value.isObject() && !value.has(name.asText())) {
                            problems.add(at + " needs " + name.asText());
                        }
                    });
                case "additionalProperties" -> problems.addAll(additional(value, schema, argument, at));
                case "items" -> {
                    for (int i = 0; i < value.size() && value.isArray(); i++) {
                        problems.addAll(problems(value.get(i), argument, at + "/" + i));
                    }
                }
                case "enum" -> {
                    if (value.isTextual() && !contains(argument, value)) {
                        problems.add(at + " must be one of " + argument + ", was " + value);
                    }
                }
                case "maxProperties" -> {
                    if (value.size() > argument.asInt()) {
                        problems.add(at + " may have " + argument + " property, has " + value.size());
                    }
                }
                case "oneOf" -> {
                    if (fitting(value, argument, at) != 1) {
                        problems.add(at + " fits " + fitting(value, argument, at) + " of the forms it may have one of");
                    }
                }
                case "anyOf" -> {
                    if (fitting(value, argument, at) == 0) {
                        problems.add(at + " fits none of the forms it may have");
                    }
                }
                case "not" -> {
                    if (problems(value, argument, at).isEmpty()) {
                        problems.add(at + " has a form it may not have");
                    }
                }
                default -> {
                    if (!DESCRIPTIVE.contains(word.getKey())) {
                        throw new IllegalStateException("the schema uses the unknown word " + word.getKey());
                    }
                }
            }
        }
        return problems;
    }

    private List<String> additional(JsonNode value, JsonNode schema, JsonNode argument, String at) {
        List<String> problems = new ArrayList<>();
        value.fieldNames().forEachRemaining(name -> {
            if (schema.path("properties").has(name)) {
                return;
            }
            if (argument.isObject()) {
                problems.addAll(problems(value.get(name), argument, at + "/" + name));
            } else if (!argument.asBoolean()) {
                problems.add(at + " has the unknown property " + name);
            }
        });
        return problems;
    }

    private long fitting(JsonNode value, JsonNode forms, String at) {
        long fitting = 0;
        for (JsonNode form : forms) {
            fitting += problems(value, form, at).isEmpty() ? 1 : 0;
        }
        return fitting;
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode candidate : values) {
            if (candidate.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** A number or a truth may be written as a text, which may be a placeholder. */
    private static boolean hasType(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "number", "integer" -> value.isNumber() || value.isTextual();
            case "boolean" -> value.isBoolean() || value.isTextual();
            default -> throw new IllegalStateException("the schema uses the unknown type " + type);
        };
    }
}
