package io.quanttradingos.backtest.strategy;

import io.quanttradingos.failure.Refusal;
import java.util.List;
import java.util.Map;

/**
 * What can be set of a strategy, for example {@code fast}, an integer from 1 to 5000, 20 where nothing is said.
 *
 * @param name in lower case with underscores
 * @param type of its values
 * @param fallback the value where none is given: an Integer, Double, Boolean, String or Map of names to numbers
 * @param minimum of a number, and of each number of a map; NaN for the other types
 * @param maximum likewise
 * @param choices the texts that are allowed; empty where the type is not {@link Type#CHOICE}
 * @param description one sentence for a reader who knows the strategy's name
 */
public record Parameter(
        String name,
        Type type,
        Object fallback,
        double minimum,
        double maximum,
        List<String> choices,
        String description) {
    /** What values a parameter takes. */
    public enum Type {
        INTEGER,
        NUMBER,
        BOOLEAN,
        /** One of a few texts. */
        CHOICE,
        /** The symbol of one of the instruments, or an empty text for none. */
        SYMBOL,
        /** Numbers by name. */
        MAP
    }

    public Parameter {
        choices = List.copyOf(choices);
        if (!fallback.equals(new ParameterReader(type, minimum, maximum, choices).read(fallback))) {
            throw new IllegalArgumentException(name + " may not have the default " + fallback);
        }
    }

    /** A whole number within bounds, both included. */
    public static Parameter integer(String name, int fallback, int minimum, int maximum, String description) {
        return new Parameter(name, Type.INTEGER, fallback, minimum, maximum, List.of(), description);
    }

    /** A number within bounds, both included. */
    public static Parameter number(String name, double fallback, double minimum, double maximum, String description) {
        return new Parameter(name, Type.NUMBER, fallback, minimum, maximum, List.of(), description);
    }

    /** A truth, false where nothing is said. */
    public static Parameter flag(String name, String description) {
        return new Parameter(name, Type.BOOLEAN, false, Double.NaN, Double.NaN, List.of(), description);
    }

    /** The first of the choices is the default. */
    public static Parameter choice(String name, List<String> choices, String description) {
        return new Parameter(name, Type.CHOICE, choices.get(0), Double.NaN, Double.NaN, choices, description);
    }

    /** The symbol of one of the instruments. */
    public static Parameter symbol(String name, String description) {
        return new Parameter(name, Type.SYMBOL, "", Double.NaN, Double.NaN, List.of(), description);
    }

    /** Numbers by name. */
    public static Parameter map(
            String name, Map<String, Double> fallback, double minimum, double maximum, String description) {
        return new Parameter(name, Type.MAP, fallback, minimum, maximum, List.of(), description);
    }

    /** Whether it can be varied step by step. */
    public boolean isNumeric() {
        return type == Type.INTEGER || type == Type.NUMBER;
    }

    /**
     * A value as strategies take it, for example the integer 20 for the text {@code "20"}.
     *
     * @throws Refusal where it is none that this parameter takes
     */
    public Object read(Object given) {
        Object value = reader().read(given);
        if (value == null) {
            throw Refusal.invalid(name + " must be " + reader().expected() + ", was " + Parameters.shown(given));
        }
        return value;
    }

    ParameterReader reader() {
        return new ParameterReader(type, minimum, maximum, choices);
    }
}
