package io.quanttradingos.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences an answer gives with its numbers: above all, why one of them is unknown. */
final class Warnings {
    private final Set<String> sentences = new LinkedHashSet<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    /** The number, or null and the sentence where it could not be computed. */
    @Nullable Double known(double value, String otherwise) {
        if (Double.isFinite(value)) {
            // Adding 0 turns -0.0, which would print as "-0.0", into 0.0.
            return value + 0.0;
        }
        add(otherwise);
        return null;
    }

    /** The number, or null where the reason has been given already. */
    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? (Double) (value + 0.0) : null;
    }

    List<String> sentences() {
        return new ArrayList<>(sentences);
    }
}
