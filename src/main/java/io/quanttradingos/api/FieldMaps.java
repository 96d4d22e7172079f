package io.quanttradingos.api;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a JSON object into plain maps and lists, fields in their order, for the domain's own readers. */
public final class FieldMaps {
    static final TypeReference<LinkedHashMap<String, Object>> TYPE = new TypeReference<>() {};

    private FieldMaps() {}

    /** The object's fields, or a refusal that names the line where it is no JSON object. */
    public static Map<String, Object> read(String source, byte[] json) {
        JsonNode tree = FieldReader.parse(source, json);
        if (!tree.isObject()) {
            throw Refusal.invalid(List.of(new InputProblem(source, 1, null, "must be a JSON object")));
        }
        return Json.mapper().convertValue(tree, TYPE);
    }
}
