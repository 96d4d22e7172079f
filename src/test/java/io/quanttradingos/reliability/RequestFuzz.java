package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes up requests from the document the service serves: every operation, every field, right and wrong. */
final class RequestFuzz {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final List<String> OTHER_METHODS =
            List.of("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "X", "GET", "POST");
    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "application/problem+json",
            "text/csv",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=other",
            "application/octet-stream",
            "a/b/c",
            ";;;",
            "*/*");
    private static final String BOUNDARY = "hostile-boundary";
    private static final int MOST_DIFFERENT_FIELDS = 3;

    /** An operation of the document. */
    private record Operation(String method, String path, JsonNode tree) {}

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    private final FileFuzz files = new FileFuzz();
    private final ValueFuzz values;

    RequestFuzz(JsonNode document) {
        this.document = document;
        this.values = new ValueFuzz(document);
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new Operation(operation.getKey(), path.getKey(), operation.getValue()));
                }
            }
        }
    }

    int operations() {
        return operations.size();
    }

    FuzzRequest next(RandomGenerator random) {
        Operation operation = operations.get(random.nextInt(operations.size()));
        String method = random.nextInt(40) == 0
                ? OTHER_METHODS.get(random.nextInt(OTHER_METHODS.size()))
                : operation.method().toUpperCase(java.util.Locale.ROOT);
        String target = path(operation, random) + query(operation, random);
        JsonNode contents = operation.tree().path("requestBody").path("content");
        if (contents.isEmpty()) {
            boolean body = random.nextInt(30) == 0;
            return new FuzzRequest(
                    method,
                    target,
                    body ? mediaType("application/json", random) : null,
                    body ? files.any(random) : new byte[0]);
        }
        List<String> kinds = new ArrayList<>();
        contents.fieldNames().forEachRemaining(kinds::add);
        String kind = kinds.get(random.nextInt(kinds.size()));
        return new FuzzRequest(
                method,
                target,
                mediaType(kind, random),
                body(kind, values.resolved(contents.path(kind).path("schema")), random));
    }

    private static String mediaType(String kind, RandomGenerator random) {
        if (random.nextInt(30) == 0) {
            return MEDIA_TYPES.get(random.nextInt(MEDIA_TYPES.size()));
        }
        return kind.startsWith("multipart") ? kind + "; boundary=" + BOUNDARY : kind;
    }

    private static String path(Operation operation, RandomGenerator random) {
        String path = operation.path();
        if (path.contains("{")) {
            path = path.replaceFirst(
                    "\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(encoded(HostileTexts.any(random))));
        }
        return switch (random.nextInt(60)) {
            case 0 -> path + "/";
            case 1 -> path + "/" + encoded(HostileTexts.any(random));
            case 2 -> "/" + path;
            case 3 -> path + ";a=b";
            default -> path;
        };
    }

    private String query(Operation operation, RandomGenerator random) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.tree().path("parameters")) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(6) == 0) {
                JsonNode schema = values.resolved(parameter.path("schema"));
                String name = parameter.path("name").asText();
                for (int times = random.nextInt(12) == 0 ? 2 : 1; times > 0; times--) {
                    pairs.add(encoded(name) + "=" + encoded(plain(values.any(name, schema, random))));
                }
            }
        }
        if (random.nextInt(25) == 0) {
            pairs.add(encoded("CamelHttpUri") + "=" + encoded(HostileTexts.any(random)));
            pairs.add(encoded(HostileTexts.any(random)) + "=" + encoded(HostileTexts.any(random)));
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static String plain(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.substring(0, Math.min(2000, text.length()));
    }

    private byte[] body(String kind, JsonNode schema, RandomGenerator random) {
        if (kind.startsWith("multipart")) {
            return parts(schema, random);
        }
        if (kind.startsWith("application/x-www-form")) {
            return form(schema, random);
        }
        if (!kind.endsWith("json")) {
            return files.like("journal", random);
        }
        return json(schema, random);
    }

    private byte[] json(JsonNode schema, RandomGenerator random) {
        if (random.nextInt(40) == 0) {
            return values.anything(random).toString().getBytes(UTF_8);
        }
        byte[] text = Json.bytes(object(schema, random));
        if (random.nextInt(30) == 0 && text.length > 0) {
            text[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (random.nextInt(60) == 0) {
            String whole = new String(text, ISO_8859_1);
            text = whole.replaceFirst(":", ":1,\"as_of\":").getBytes(ISO_8859_1);
        }
        return text;
    }

    /** A few fields, so that one wrong field does not hide what the others do. */
    private ObjectNode object(JsonNode schema, RandomGenerator random) {
        ObjectNode object = Json.mapper().createObjectNode();
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        for (JsonNode required : schema.path("required")) {
            String name = required.asText();
            if (random.nextInt(20) > 0) {
                object.set(name, values.right(name, values.property(schema, name), random));
            }
        }
        for (int i = random.nextInt(6); i > 0 && !names.isEmpty(); i--) {
            String name = names.get(random.nextInt(names.size()));
            object.set(name, values.right(name, values.property(schema, name), random));
        }
        for (int i = random.nextInt(MOST_DIFFERENT_FIELDS); i > 0 && !names.isEmpty(); i--) {
            String name = names.get(random.nextInt(names.size()));
            object.set(name, values.any(name, values.property(schema, name), random));
        }
        if (random.nextInt(20) == 0) {
            object.set(HostileTexts.any(random), values.anything(random));
        }
        return object;
    }

    private byte[] form(JsonNode schema, RandomGenerator random) {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : object(schema, random).properties()) {
            pairs.add(encoded(field.getKey()) + "=" + encoded(plain(field.getValue())));
        }
        return String.join("&", pairs).getBytes(UTF_8);
    }

    private byte[] parts(JsonNode schema, RandomGenerator random) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, JsonNode> field : object(schema, random).properties()) {
            boolean file = values.property(schema, field.getKey())
                    .path("format")
                    .asText()
                    .equals("binary");
            if (file) {
                part(body, field.getKey(), name(random), files.like(field.getKey(), random));
            } else {
                part(body, field.getKey(), null, plain(field.getValue()).getBytes(UTF_8));
            }
        }
        String end = random.nextInt(25) == 0 ? "" : "--" + BOUNDARY + "--\r\n";
        body.writeBytes(end.getBytes(ISO_8859_1));
        return body.toByteArray();
    }

    private static String name(RandomGenerator random) {
        return random.nextBoolean() ? "prices.csv" : HostileTexts.any(random).replaceAll("[\r\n\"]", "_");
    }

    private static void part(ByteArrayOutputStream body, String name, @Nullable String fileName, byte[] content) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name.replaceAll("[\r\n\"]", "_")
                + "\"" + (fileName == null ? "" : "; filename=\"" + fileName + "\"") + "\r\n"
                + (fileName == null ? "" : "Content-Type: application/octet-stream\r\n") + "\r\n";
        body.writeBytes(head.getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(ISO_8859_1));
    }

    JsonNode document() {
        return document;
    }
}
