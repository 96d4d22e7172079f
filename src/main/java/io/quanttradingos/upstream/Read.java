package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rows of an answer that could be read.
 *
 * @param rows in the order of the answer
 * @param skipped how many more there were that could not be read, such as one without a date
 */
public record Read<T>(List<T> rows, int skipped) {
    public Read {
        rows = List.copyOf(rows);
    }

    /**
     * Reads each element of an array.
     *
     * @throws io.quanttradingos.failure.Refusal where it is no array, or holds rows of which none can be read: then the answer
     *     as a whole is not what this product knows, and an empty list would hide it
     */
    static <T> Read<T> each(String service, JsonNode array, Function<JsonNode, Optional<T>> reader) {
        if (!array.isArray()) {
            throw Answers.misunderstood(service);
        }
        List<T> rows = new ArrayList<>();
        for (JsonNode row : array) {
            reader.apply(row).ifPresent(rows::add);
        }
        if (rows.isEmpty() && !array.isEmpty()) {
            throw Answers.misunderstood(service);
        }
        return new Read<>(rows, array.size() - rows.size());
    }
}
