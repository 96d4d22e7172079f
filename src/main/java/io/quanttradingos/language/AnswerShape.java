package io.quanttradingos.language;

import java.util.List;

/**
 * What a model's answer must look like: an object with just these fields.
 *
 * <p>{@code AnswerShape.of(number("score", -1, 1), text("explanation", 1_200))}
 */
public record AnswerShape(List<Field> fields) {
    public AnswerShape {
        fields = List.copyOf(fields);
    }

    /** One field; every one must be there. */
    public sealed interface Field {
        String name();

        /** A number within bounds, both included. */
        record NumberField(String name, double from, double to) implements Field {}

        /** A text that is not blank and has at most so many characters. */
        record TextField(String name, int mostCharacters) implements Field {}

        /** At most so many texts, each as {@link TextField}. */
        record TextsField(String name, int most, int mostCharacters) implements Field {}
    }

    /** A shape of these fields. */
    public static AnswerShape of(Field... fields) {
        return new AnswerShape(List.of(fields));
    }

    public static Field number(String name, double from, double to) {
        return new Field.NumberField(name, from, to);
    }

    public static Field text(String name, int mostCharacters) {
        return new Field.TextField(name, mostCharacters);
    }

    public static Field texts(String name, int most, int mostCharacters) {
        return new Field.TextsField(name, most, mostCharacters);
    }
}
