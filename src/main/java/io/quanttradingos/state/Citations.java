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
        return read(READ_INPUTS, json);
    }

    static List<StageDigest> stages(String json) {
        return read(READ_STAGES, json);
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a run's citations cannot be written", e);
        }
    }

    private static <T> T read(ObjectReader reader, String json) {
        try {
            return reader.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded run's citations cannot be read", e);
        }
    }
}
