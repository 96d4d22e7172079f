package io.quanttradingos.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.units.Symbol;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the schema of one value fit its Java type as our JSON writes it. */
final class ValueSchemas {
    private static final String TICKER = "^[A-Z0-9.^=_-]{1,15}$";

    private ValueSchemas() {}

    /**
     * The schema of a value.
     *
     * @param generated as the generator left it
     * @param type the value's Java type
     * @param nullable whether {@code null} stands for an unknown value
     */
    static ObjectNode of(JsonNode generated, AnnotatedType type, boolean nullable) {
        ObjectNode schema = withoutNull(generated, type);
        if (!nullable || schema.isEmpty()) {
            return schema;
        }
        if (Tree.isReference(schema)) {
            return Tree.reference(NullableCopies.nameOf(Tree.referenced(schema)));
        }
        return schema.put("nullable", true);
    }

    private static ObjectNode withoutNull(JsonNode generated, AnnotatedType type) {
        Class<?> erased = erased(type.getType());
        if (erased == Symbol.class) {
            return Tree.object().put("type", "string").put("pattern", TICKER);
        }
        if (erased == Object.class || JsonNode.class.isAssignableFrom(erased)) {
            return Tree.object(); // any value; its shape, where it has one, is among the facts
        }
        ObjectNode schema = generated instanceof ObjectNode object ? object.deepCopy() : Tree.object();
        if (erased.isEnum()) {
            schema.set("enum", lowerCase(erased));
        } else if (List.class.isAssignableFrom(erased)) {
            schema.set("items", inner(schema.path("items"), type, 0));
        } else if (Map.class.isAssignableFrom(erased)) {
            schema.set("additionalProperties", inner(schema.path("additionalProperties"), type, 1));
        }
        return schema;
    }

    private static ObjectNode inner(JsonNode generated, AnnotatedType type, int argument) {
        AnnotatedType inside = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[argument];
        return of(generated, inside, RecordField.isNullable(inside));
    }

    private static ArrayNode lowerCase(Class<?> type) {
        ArrayNode words = Tree.object().arrayNode();
        for (Object constant : type.getEnumConstants()) {
            words.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static Class<?> erased(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }
}
