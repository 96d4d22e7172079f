package io.quanttradingos.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a model's answer must look like: an object with just these fields.
 *
 * <p>{@code AnswerShape.of(number("score", -1, 1), text("explanation", 1_200))}
 */
public record AnswerShape(List<Field> fields) {
    public AnswerShape {
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!field.name().matches("[a-z][a-z0-9_]*") || !names.add(field.name())) {
                throw new IllegalArgumentException("every field needs a name of its own, was " + field.name());
            }
        }
    }

    /** One field; every one must be there. */
    public sealed interface Field {
        String name();

        /** A number within bounds, both included. */
        record NumberField(String name, double from, double to) implements Field {
            public NumberField {
                if (!(from <= to && Double.isFinite(to - from))) {
                    throw new IllegalArgumentException(name + " needs finite bounds, were " + from + " and " + to);
                }
            }
        }

        /** A text that is not blank and has at most so many characters (code points). */
        record TextField(String name, int mostCharacters) implements Field {
            public TextField {
                requireRoom(name, mostCharacters);
            }
        }

        /** At most so many texts, each as {@link TextField}. */
        record TextsField(String name, int most, int mostCharacters) implements Field {
            public TextsField {
                requireRoom(name, Math.min(most, mostCharacters));
            }
        }
    }

    private static void requireRoom(String name, int room) {
        if (room < 1) {
            throw new IllegalArgumentException(name + " needs room for at least one, was given " + room);
        }
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
