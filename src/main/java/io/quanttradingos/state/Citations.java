package io.quanttradingos.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;

/**
 * The lists a run cites, as the JSON of their columns: {@code [{"name":"prices","sha256":"…","rows":252}]} and
 * {@code [{"stage":"regime","sha256":"…"}]}.
 */
final class Citations {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<InputDigest>> INPUTS = new TypeReference<>() {};
    private static final TypeReference<List<StageDigest>> STAGES = new TypeReference<>() {};
    private static final ObjectWriter WRITE_INPUTS = JSON.writerFor(INPUTS);
    private static final ObjectWriter WRITE_STAGES = JSON.writerFor(STAGES);
    private static final ObjectReader READ_INPUTS = JSON.readerFor(INPUTS);
    private static final ObjectReader READ_STAGES = JSON.readerFor(STAGES);

    private Citations() {}

    static String inputsJson(List<InputDigest> inputs) {
        return write(WRITE_INPUTS, inputs);
    }

    static String stagesJson(List<StageDigest> stages) {
        return write(WRITE_STAGES, stages);
    }

    static List<InputDigest> inputs(String json) {
        try {
            return READ_INPUTS.readValue(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    static List<StageDigest> stages(String json) {
        try {
            return READ_STAGES.readValue(json);
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a run's citations cannot be written", e);
        }
    }

    private static IllegalStateException unreadable(JsonProcessingException e) {
        return new IllegalStateException("a recorded run's citations cannot be read", e);
    }
}
