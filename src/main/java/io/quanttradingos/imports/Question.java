package io.quanttradingos.imports;

import java.util.List;

/**
 * What must be known before an export can be read without guessing.
 *
 * @param field the field of {@link Answers} that settles it
 * @param sentence what is unclear, where it was seen, and what each choice would mean
 * @param choices what may be answered; empty where any text may
 */
public record Question(String field, String sentence, List<String> choices) {
    public Question {
        choices = List.copyOf(choices);
    }
}
