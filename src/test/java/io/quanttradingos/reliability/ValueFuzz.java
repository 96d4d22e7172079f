package io.quanttradingos.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes up the value of one field: what its schema asks for, or what it rules out. */
final class ValueFuzz {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Path SAMPLE = Path.of("data", "sample");
    private static final int MOST_ROWS = 120;
    private static final int LONG_TEXT = 100_000;
    private static final List<Double> NUMBERS = List.of(
            0.0,
            -0.0,
            1.0,
            -1.0,
            0.5,
            100.0,
            1e-12,
            1e9,
            2147483647.0,
            2147483648.0,
            -2147483648.0,
            9.007199254740993e15,
            1e300,
            -1e300,
            Double.MAX_VALUE,
            Double.MIN_VALUE);
    private static final List<String> PATHS = List.of(
            "sample/prices.csv",
            "sample/ohlcv.csv",
            "sample/holdings.csv",
            "sample/trades.csv",
            "sample/plan.json",
            "sample/journal.csv",
            "sample",
            "config/regime.yaml",
            "../state/runs.db");
    private static final List<String> SYMBOLS = List.of("SPY", "TLT", "AAPL", "^GSPC", "BTC-USD", "BRK.B", "NOPE");

    private final JsonNode document;

    ValueFuzz(JsonNode document) {
        this.document = document;
    }

    /** A schema behind its reference. */
    JsonNode resolved(JsonNode schema) {
        JsonNode at = schema;
        for (int i = 0; i < 8; i++) {
            if (at.has("$ref")) {
                at = document.at(at.path("$ref").asText().substring(1));
            } else if (at.path("allOf").size() > 0) {
                at = at.path("allOf").get(0);
            } else {
                return at;
            }
        }
        return at;
    }

    JsonNode property(JsonNode schema, String name) {
        return resolved(schema.path("properties").path(name));
    }

    /** What the schema asks for, or anything but. */
    JsonNode any(String name, JsonNode schema, RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> right(name, schema, random);
            case 1 -> NODES.textNode(HostileTexts.any(random));
            case 2 -> boundary(schema, random);
            default -> anything(random);
        };
    }

    /** What the schema asks for, as far as it can be told. */
    JsonNode right(String name, JsonNode schema, RandomGenerator random) {
        if (List.of("prices", "holdings", "trades", "bars", "journal").contains(name)) {
            return rows(name, random);
        }
        if (name.equals("plan")) {
            return tree("plan.json");
        }
        if (name.endsWith("_path")) {
            return NODES.textNode(PATHS.get(random.nextInt(PATHS.size())));
        }
        if (name.equals("symbol") || name.equals("ticker")) {
            return NODES.textNode(SYMBOLS.get(random.nextInt(SYMBOLS.size())));
        }
        JsonNode choice = schema.path("enum");
        if (choice.size() > 0) {
            return choice.get(random.nextInt(choice.size()));
        }
        if (schema.has("example") && random.nextBoolean()) {
            return schema.path("example");
        }
        return typed(name, schema, random);
    }

    private JsonNode typed(String name, JsonNode schema, RandomGenerator random) {
        return switch (schema.path("type").asText()) {
            case "integer" -> NODES.numberNode(random.nextInt(1, 300));
            case "number" -> NODES.numberNode(random.nextInt(4) == 0 ? random.nextInt(1, 1000) : random.nextDouble());
            case "boolean" -> NODES.booleanNode(random.nextBoolean());
            case "array" -> array(name, schema, random);
            case "object" -> object(schema, random);
            default ->
                NODES.textNode(
                        schema.path("format").asText().equals("date")
                                ? "20" + random.nextInt(16, 24) + "-0" + random.nextInt(1, 10) + "-1"
                                        + random.nextInt(10)
                                : HostileTexts.any(random));
        };
    }

    private ArrayNode array(String name, JsonNode schema, RandomGenerator random) {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(right(name.endsWith("s") ? name.substring(0, name.length() - 1) : name, item(schema), random));
        }
        return array;
    }

    private JsonNode item(JsonNode schema) {
        return resolved(schema.path("items"));
    }

    private ObjectNode object(JsonNode schema, RandomGenerator random) {
        ObjectNode object = NODES.objectNode();
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (random.nextBoolean()) {
                object.set(name, right(name, property(schema, name), random));
            }
        });
        if (schema.path("additionalProperties").isObject()) {
            JsonNode value = resolved(schema.path("additionalProperties"));
            object.set("fast", any("fast", value, random));
        }
        return object;
    }

    private JsonNode boundary(JsonNode schema, RandomGenerator random) {
        double edge = random.nextBoolean()
                ? schema.path("minimum").asDouble(0)
                : schema.path("maximum").asDouble(1);
        return switch (random.nextInt(4)) {
            case 0 -> NODES.numberNode(edge);
            case 1 -> NODES.numberNode(Math.nextUp(edge));
            case 2 -> NODES.numberNode((long) edge + random.nextInt(-1, 2));
            default -> NODES.textNode(Double.toString(edge));
        };
    }

    /** Any JSON value at all. */
    JsonNode anything(RandomGenerator random) {
        return switch (random.nextInt(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2, 3, 4 -> NODES.numberNode(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 5 -> NODES.numberNode(new BigDecimal("1e" + random.nextInt(-400, 400)));
            case 6 -> NODES.textNode(Double.toString(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            case 7, 8, 9 -> NODES.textNode(HostileTexts.any(random));
            case 10 -> NODES.arrayNode().add(HostileTexts.any(random)).add(1).addNull();
            case 11 -> NODES.objectNode().put(HostileTexts.any(random), 1);
            case 12 -> random.nextInt(10) == 0 ? NODES.textNode("x".repeat(random.nextInt(LONG_TEXT))) : deep(random);
            default -> NODES.arrayNode();
        };
    }

    private static JsonNode deep(RandomGenerator random) {
        JsonNode at = NODES.numberNode(1);
        for (int i = random.nextInt(200); i > 0; i--) {
            at = random.nextBoolean()
                    ? NODES.arrayNode().add(at)
                    : NODES.objectNode().set("a", at);
        }
        return at;
    }

    private JsonNode rows(String name, RandomGenerator random) {
        ArrayNode rows = NODES.arrayNode();
        List<String> lines = lines(name.equals("bars") ? "ohlcv.csv" : name + ".csv");
        String[] header = lines.get(0).split(",", -1);
        int count = Math.min(lines.size() - 1, 1 + random.nextInt(MOST_ROWS));
        for (String line : lines.subList(1, 1 + count)) {
            ObjectNode row = rows.addObject();
            String[] cells = line.split(",", -1);
            for (int i = 0; i < Math.min(cells.length, header.length); i++) {
                row.set(header[i], cell(cells[i]));
            }
        }
        if (random.nextBoolean()) {
            ObjectNode row = (ObjectNode) rows.get(random.nextInt(count));
            row.set(header[random.nextInt(header.length)], anything(random));
        }
        return rows;
    }

    private static JsonNode cell(String text) {
        if (text.isEmpty()) {
            return NODES.nullNode();
        }
        return text.matches("-?[0-9]+(\\.[0-9]+)?") ? NODES.numberNode(new BigDecimal(text)) : NODES.textNode(text);
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(SAMPLE.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String file) {
        try {
            return Json.mapper().readTree(SAMPLE.resolve(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
