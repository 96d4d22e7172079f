package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.Shortened;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first field, in reading order, in which two JSON values differ.
 *
 * @param field its path, for example {@code decision.waterfall[3].multiplier}
 * @param recorded its value in the first, as JSON; null where it has no such field
 * @param recomputed its value in the second, as JSON; null where it has no such field
 */
public record JsonDifference(
        String field, @Nullable String recorded, @Nullable String recomputed) {
    private static final int LONGEST_SHOWN = 200;

    /**
     * Compares two values.
     *
     * @param path where they stand, empty for the top
     */
    static Optional<JsonDifference> first(String path, JsonNode recorded, JsonNode recomputed) {
        if (recorded.isObject() && recomputed.isObject()) {
            return firstField(path, recorded, recomputed);
        }
        if (recorded.isArray() && recomputed.isArray()) {
            return firstElement(path, recorded, recomputed);
        }
        return recorded.equals(recomputed)
                ? Optional.empty()
                : Optional.of(new JsonDifference(path, shown(recorded), shown(recomputed)));
    }

    private static Optional<JsonDifference> firstField(String path, JsonNode recorded, JsonNode recomputed) {
        Set<String> names = new LinkedHashSet<>();
        recorded.fieldNames().forEachRemaining(names::add);
        recomputed.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Optional<JsonDifference> difference =
                    first(path.isEmpty() ? name : path + '.' + name, recorded.path(name), recomputed.path(name));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return otherOrder(path, recorded, recomputed);
    }

    /** Equal fields in another order are not the same bytes. */
    private static Optional<JsonDifference> otherOrder(String path, JsonNode recorded, JsonNode recomputed) {
        Iterator<String> others = recomputed.fieldNames();
        for (Iterator<String> names = recorded.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            String other = others.next();
            if (!name.equals(other)) {
                return Optional.of(new JsonDifference(
                        path.isEmpty() ? name : path + '.' + name, "stands here", "stands after " + other));
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonDifference> firstElement(String path, JsonNode recorded, JsonNode recomputed) {
        for (int i = 0; i < Math.max(recorded.size(), recomputed.size()); i++) {
            Optional<JsonDifference> difference = first(path + '[' + i + ']', recorded.path(i), recomputed.path(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static @Nullable String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return null;
        }
        String text = value.toString();
        return Shortened.to(LONGEST_SHOWN, text);
    }
}
