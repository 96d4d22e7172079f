package io.quanttradingos.failure;

import java.util.List;

/**
 * What reading a source gave: the value made of its good rows, and every problem met on the way.
 *
 * @param value what could be read; to be used only where {@link #problems} is empty or its caller chose to go on
 * @param problems in the order met, bounded by the reader
 */
public record Parsed<T>(T value, List<InputProblem> problems) {
    public Parsed {
        problems = List.copyOf(problems);
    }

    /** The value, or a refusal of the whole source that lists every problem. */
    public T orRefuse() {
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return value;
    }
}
