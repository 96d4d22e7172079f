package io.quanttradingos.imports;

import io.quanttradingos.failure.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the sender says of an export, where its content alone does not; each null where nothing is said.
 *
 * @param format the name of a format, such as {@code schwab-transactions}
 * @param dateOrder {@code dmy}, {@code mdy} or {@code ymd}
 * @param decimal {@code point} or {@code comma}
 * @param account the one account to take of several, or {@code all}
 * @param currency the one currency to take of several
 * @param symbol the ticker of an export that does not name its instrument
 * @param words what words of the type column mean that the format does not know: the name of a {@link TransactionKind} in
 *     lower case, or {@code leave_out}; {@code no day} stands for rows of prices that have none
 */
public record Answers(
        @Nullable String format,
        @Nullable String dateOrder,
        @Nullable String decimal,
        @Nullable String account,
        @Nullable String currency,
        @Nullable String symbol,
        Map<String, String> words) {
    public Answers {
        words = Map.copyOf(words);
    }

    /** Nothing is said. */
    public static Answers none() {
        return new Answers(null, null, null, null, null, null, Map.of());
    }

    /**
     * Words with their meanings as a sender writes them, such as {@code Bonus=dividend;Test=leave_out}; empty for none.
     *
     * @throws io.quanttradingos.failure.Refusal for a part without an equals sign
     */
    public static Map<String, String> words(@Nullable String written) {
        Map<String, String> words = new LinkedHashMap<>();
        if (written == null || written.isBlank()) {
            return words;
        }
        for (String part : written.split(";")) {
            int equals = part.lastIndexOf('=');
            if (equals < 0) {
                throw Refusal.invalid(
                        "words must be like Bonus=dividend;Test=leave_out, was '" + Cells.shown(part.strip()) + "'");
            }
            words.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return words;
    }
}
