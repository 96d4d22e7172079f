package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The warnings of an answer that is written already. */
public final class Warnings {
    private Warnings() {}

    /**
     * The answer with more warnings.
     *
     * @param json a JSON object; one without a {@code warnings} array, such as an answer by the original's rules, stays as it is
     * @param more sentences
     */
    public static byte[] added(byte[] json, List<?> more) {
        JsonNode answer = FieldReader.parse("answer", json);
        if (!(answer instanceof ObjectNode object) || !(object.get("warnings") instanceof ArrayNode warnings)) {
            return json;
        }
        more.forEach(sentence -> warnings.add(String.valueOf(sentence)));
        return Json.bytes(object);
    }
}
