package io.quanttradingos.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Shortened;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The schema that Camel publishes for its YAML, read for what a user can get wrong: names, kinds of values, what is missing.
 *
 * <p>Which of several forms of an expression is meant is not told apart: a name that any of them has is known. What slips through
 * there, Camel itself refuses at the start.
 */
final class DslSchema {
    private static final String RESOURCE = "/schema/camelYamlDsl.json";
    private static final int MOST_LISTED = 8;

    private final JsonNode root;
    private String file = "";
    private List<InputProblem> problems = new ArrayList<>();

    DslSchema() {
        try (InputStream in = DslSchema.class.getResourceAsStream(RESOURCE)) {
            this.root = new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what does not fit. */
    void check(RouteFile routes, List<InputProblem> into) {
        this.file = routes.name();
        this.problems = into;
        if (routes.root() instanceof SequenceNode list) {
            list.getValue().forEach(entry -> check(entry, root.path("items"), "an entry"));
        }
    }

    private void check(Node node, JsonNode given, String what) {
        JsonNode schema = resolved(given);
        if (schema.has("oneOf") && !schema.has("properties")) {
            ofForms(node, schema.path("oneOf"), what);
            return;
        }
        String type = schema.path("type").asText(schema.has("properties") ? "object" : "");
        switch (type) {
            case "object" -> object(node, schema, what);
            case "array" -> array(node, schema, what);
            case "boolean", "number", "integer", "string" -> scalar(node, schema, type, what);
            default -> {
                // the schema says nothing
            }
        }
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        while (at.has("$ref") && !at.has("properties")) {
            at = root.at(at.path("$ref").asText().substring(1));
        }
        return at;
    }

    /** A text or keys with values: the form that is written decides. */
    private void ofForms(Node node, JsonNode forms, String what) {
        for (JsonNode form : forms) {
            boolean isText = resolved(form).path("type").asText().equals("string");
            if (isText == node instanceof ScalarNode) {
                check(node, form, what);
                return;
            }
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isEmpty()) {
            wrong(node, what, "must have keys with values, was '" + cut(scalar.getValue()) + "'");
        }
    }

    private void object(Node node, JsonNode schema, String what) {
        if (!(node instanceof MappingNode mapping)) {
            if (!(node instanceof ScalarNode scalar && scalar.getValue().isEmpty())) {
                wrong(node, what, "must have keys with values");
            }
            return;
        }
        Map<String, JsonNode> known = known(schema);
        boolean closed = schema.has("additionalProperties")
                && !schema.path("additionalProperties").asBoolean(true);
        for (NodeTuple entry : mapping.getValue()) {
            String name = String.valueOf(RouteFile.text(entry.getKeyNode()));
            JsonNode of = known.get(name);
            if (of != null) {
                check(entry.getValueNode(), of, name);
            } else if (closed) {
                wrong(entry.getKeyNode(), name, unknown(name, known));
            }
        }
        for (JsonNode required : schema.path("required")) {
            if (RouteFile.value(mapping, required.asText()) == null) {
                wrong(node, what, "needs " + required.asText());
            }
        }
        if (schema.has("maxProperties")
                && mapping.getValue().size() > schema.path("maxProperties").asInt()) {
            Node second = mapping.getValue().get(1).getKeyNode();
            wrong(second, RouteFile.text(second), "begins a step of its own: put '- ' before it, or indent it");
        }
    }

    private static String unknown(String name, Map<String, JsonNode> known) {
        String hint = NearestName.of(name, known.keySet())
                .map(near -> "; did you mean " + near + "?")
                .orElseGet(() -> known.size() > MOST_LISTED ? "" : "; known are " + String.join(", ", known.keySet()));
        return "is no step or property that Camel knows here" + hint;
    }

    /** The properties of an object, also those that only one of its forms has. */
    private Map<String, JsonNode> known(JsonNode schema) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            known.put(property.getKey(), property.getValue());
        }
        for (String forms : List.of("anyOf", "oneOf")) {
            for (JsonNode form : schema.path(forms)) {
                known(resolved(form)).forEach((name, of) -> {
                    if (known.getOrDefault(name, of).isEmpty() || !known.containsKey(name)) {
                        known.put(name, of);
                    }
                });
            }
        }
        return known;
    }

    private void array(Node node, JsonNode schema, String what) {
        if (!(node instanceof SequenceNode list)) {
            wrong(node, what, "must be a list, each entry beginning with '- '");
            return;
        }
        list.getValue().forEach(entry -> check(entry, schema.path("items"), "an entry of " + what));
    }

    private void scalar(Node node, JsonNode schema, String type, String what) {
        String text = RouteFile.text(node);
        if (text == null) {
            wrong(node, what, "must be one value");
            return;
        }
        if (text.contains("{{") || text.contains("${") || text.startsWith("#")) {
            return;
        }
        boolean fits = switch (type) {
            case "boolean" -> text.equals("true") || text.equals("false");
            case "number", "integer" -> text.matches("-?\\d+(\\.\\d+)?");
            default -> true;
        };
        if (!fits) {
            String expected = type.equals("boolean") ? "true or false" : "a number";
            wrong(node, what, "must be " + expected + ", was '" + cut(text) + "'");
        }
        List<String> allowed = new ArrayList<>();
        schema.path("enum").forEach(word -> allowed.add(word.asText()));
        if (!allowed.isEmpty() && allowed.stream().noneMatch(text::equalsIgnoreCase)) {
            wrong(node, what, "must be one of " + String.join(", ", allowed) + ", was '" + cut(text) + "'");
        }
    }

    private void wrong(Node node, @Nullable String what, String message) {
        String name = what == null || what.startsWith("an entry") ? null : cut(what);
        String sentence = name == null && what != null ? what.toLowerCase(Locale.ROOT) + " " + message : message;
        problems.add(new InputProblem(file, RouteFile.line(node), name, sentence));
    }

    private static String cut(String text) {
        return Shortened.to(60, text);
    }
}
