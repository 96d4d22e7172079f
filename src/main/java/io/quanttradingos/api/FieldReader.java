package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a request into a record, from a JSON body, a form or the query.
 *
 * <p>A field of the body wins over a query parameter of the same name. A value of the wrong type is refused with the
 * field's name and, in a JSON body, its line. A field nobody knows is ignored, as the original's clients expect, but said
 * in a warning: a misspelt field must not pass in silence.
 */
final class FieldReader {
    private static final int LONGEST_SHOWN = 60;

    /** The field names of each record, worked out once. */
    private static final ClassValue<Set<String>> FIELDS = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .flatMap(FieldReader::names)
                    .collect(Collectors.toUnmodifiableSet());
        }
    };

    private FieldReader() {}

    /**
     * What was read.
     *
     * @param fields the record
     * @param warnings a sentence for each field that was ignored
     */
    record Fields<T>(T fields, List<String> warnings) {}

    /** What a field is called, and what else it may be called. */
    private static Stream<String> names(RecordComponent field) {
        JsonAlias others = field.getAccessor().getAnnotation(JsonAlias.class);
        return Stream.concat(
                Stream.of(JsonNames.snakeCase(field.getName())),
                others == null ? Stream.empty() : Arrays.stream(others.value()));
    }

    /** The names of a record's fields, as requests write them. */
    static Set<String> fields(Class<? extends Record> type) {
        return FIELDS.get(type);
    }

    static <T extends Record> Fields<T> read(RequestData request, Class<T> type) {
        ObjectNode tree = tree(request);
        fill(tree, request.fields(), "form");
        fill(tree, request.query(), "query");
        List<String> warnings = unknownFields(tree, FIELDS.get(type));
        return new Fields<>(record(tree, request, type), warnings);
    }

    /** The record, or a refusal that lists every field of the wrong type: one met is set aside and the rest tried again. */
    private static <T extends Record> T record(ObjectNode tree, RequestData request, Class<T> type) {
        List<InputProblem> problems = new ArrayList<>();
        while (true) {
            try {
                T fields = Json.mapper().treeToValue(tree, type);
                if (problems.isEmpty()) {
                    return fields;
                }
                throw Refusal.invalid(problems);
            } catch (JsonMappingException e) {
                problems.add(wrongType(e, tree, request));
                if (e.getPath().isEmpty() || tree.remove(e.getPath().get(0).getFieldName()) == null) {
                    throw Refusal.invalid(problems);
                }
            } catch (JsonProcessingException e) {
                throw Refusal.invalid("the request's fields cannot be read: " + e.getOriginalMessage());
            }
        }
    }

    private static ObjectNode tree(RequestData request) {
        if (isBlank(request.body())) {
            return Json.mapper().createObjectNode();
        }
        String mediaType = request.mediaType();
        if (mediaType != null && !mediaType.endsWith("json")) {
            throw new UnsupportedBody(mediaType);
        }
        JsonNode body = parse("body", request.body());
        if (body instanceof ObjectNode object) {
            return object;
        }
        if (body.isNull()) {
            return Json.mapper().createObjectNode();
        }
        throw Refusal.invalid(List.of(new InputProblem("body", 1, null, "must be a JSON object, was " + kind(body))));
    }

    private static void requireSmall(String source, byte[] json) {
        if (json.length > Json.MOST_BYTES) {
            String message = "is larger than the " + Json.MOST_BYTES
                    + " bytes that JSON may have; send a large table as a CSV file";
            throw new Refusal(
                    Refusal.Kind.TOO_LARGE,
                    source + " " + message,
                    List.of(new InputProblem(source, null, null, message)),
                    null);
        }
    }

    /** A JSON text as a tree, or a refusal with the line and column where it stops making sense. */
    static JsonNode parse(String source, byte[] json) {
        requireSmall(source, json);
        try {
            return Json.mapper().readTree(json);
        } catch (StreamConstraintsException e) {
            throw Refusal.invalid(List.of(new InputProblem(
                    source, null, null, "is nested too deeply, or holds a number or a text that is too long")));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String position = at == null ? "" : " at column " + at.getColumnNr();
            throw Refusal.invalid(List.of(new InputProblem(
                    source,
                    at == null ? null : at.getLineNr(),
                    null,
                    "is not valid JSON" + position + ": " + firstSentence(e.getOriginalMessage()))));
        } catch (IOException e) {
            throw Refusal.invalid(List.of(new InputProblem(source, null, null, "is not valid JSON text in UTF-8")));
        }
    }

    private static String firstSentence(String message) {
        String line = message.lines().findFirst().orElse("");
        // What follows is a character code, or the parser's own advice to a programmer.
        int end = Math.max(line.indexOf(" ("), line.indexOf(": enable "));
        return end > 0 ? line.substring(0, end) : line;
    }

    private static boolean isBlank(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return false;
            }
        }
        return true;
    }

    private static void fill(ObjectNode tree, Map<String, List<String>> values, String place) {
        values.forEach((name, given) -> {
            if (given.size() > 1) {
                throw Refusal.invalid(List.of(new InputProblem(
                        place, null, name, "may be given once, was given " + given.size() + " times")));
            }
            if (!tree.has(name) && !given.get(0).isEmpty()) {
                tree.put(name, given.get(0));
            }
        });
    }

    private static List<String> unknownFields(ObjectNode tree, Set<String> known) {
        List<String> warnings = new ArrayList<>();
        tree.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String hint = NearestName.of(name, known)
                        .map(candidate -> "; did you mean '" + candidate + "'?")
                        .orElse("");
                warnings.add("The field '" + shown(name) + "' is not known here and was ignored" + hint
                        + (hint.isEmpty() ? "." : ""));
            }
        });
        return warnings;
    }

    private static InputProblem wrongType(JsonMappingException e, ObjectNode tree, RequestData request) {
        List<JsonMappingException.Reference> path = e.getPath();
        String field = path.isEmpty() ? null : path.get(0).getFieldName();
        JsonNode seen = field == null ? null : tree.get(field);
        String message =
                "must be " + expected(e) + (seen == null || isSecret(field) ? "" : ", was " + shown(seen.toString()));
        boolean inBody = !isBlank(request.body());
        return new InputProblem(
                inBody ? "body" : request.fields().containsKey(Objects.toString(field)) ? "form" : "query",
                inBody && field != null ? lineOf(field, request.body()) : null,
                field,
                message);
    }

    /** A key stands in no message, however it was misspelt. */
    private static boolean isSecret(@Nullable String field) {
        return field != null && field.endsWith("_key");
    }

    private static String expected(JsonMappingException e) {
        if (e instanceof MismatchedInputException mismatch) {
            return expected(mismatch.getTargetType());
        }
        return "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE; // what does not fit into one
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == Double.class) {
            return "a number";
        }
        if (type == Integer.class) {
            return "a whole number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        return type == String.class ? "a text" : "of another type";
    }

    /** The line of a top-level field of a body that is known to parse; null where it is not in the body. */
    private static @Nullable Integer lineOf(String field, byte[] body) {
        try (JsonParser parser = Json.mapper().createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = field.equals(parser.currentName());
                parser.nextToken();
                if (found) {
                    return parser.currentTokenLocation().getLineNr();
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "something else";
        };
    }

    private static String shown(String text) {
        return Shortened.to(LONGEST_SHOWN, text);
    }
}
