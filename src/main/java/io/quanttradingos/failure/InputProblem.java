package io.quanttradingos.failure;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with an input, for example {@code prices.csv:17 close must be positive, was -3.2}.
 *
 * @param source the file, part or field that was read, by the name its sender gave it; never a path of the server
 * @param line the physical line, counted from 1; null where the source has no lines or the whole of it is meant
 * @param column the column's header, or the field's JSON path; null where the whole line is meant
 * @param message what was seen and what was expected, one sentence without the position
 */
public record InputProblem(
        String source, @Nullable Integer line, @Nullable String column, String message) {

    /** The problem in one line, position first. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (line != null) {
            text.append(':').append(line);
        }
        if (column != null) {
            text.append(' ').append(column);
        }
        return text.append(line == null && column == null ? ": " : " ")
                .append(message)
                .toString();
    }
}
