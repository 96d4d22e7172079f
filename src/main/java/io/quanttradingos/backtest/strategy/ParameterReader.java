package io.quanttradingos.backtest.strategy;

import io.quanttradingos.units.Symbol;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one parameter as they come from JSON, a query or a policy file: numbers and truth values also as
 * text, {@code "20"}, and maps also as {@code "SPY:0.6,TLT:0.4"}.
 */
record ParameterReader(Parameter.Type type, double minimum, double maximum, List<String> choices) {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})([eE][+-]?\\d{1,3})?");
    private static final int MOST_ENTRIES = 1_000;

    /** The value; null where it is none that the parameter takes. */
    @Nullable Object read(Object given) {
        return switch (type) {
            case INTEGER -> integer(given);
            case NUMBER -> number(given);
            case BOOLEAN -> truth(given);
            case CHOICE -> choice(given);
            case SYMBOL -> symbol(given);
            case MAP -> map(given);
        };
    }

    /** What {@link #read} takes, to follow "must be". */
    String expected() {
        return switch (type) {
            case INTEGER -> "an integer from " + plain(minimum) + " to " + plain(maximum);
            case NUMBER -> "a number from " + plain(minimum) + " to " + plain(maximum);
            case BOOLEAN -> "true or false";
            case CHOICE -> "one of " + String.join(", ", choices);
            case SYMBOL -> "a symbol, or empty for none";
            case MAP ->
                "numbers from " + plain(minimum) + " to " + plain(maximum)
                        + " by name such as {\"A\": 0.6, \"B\": 0.4}";
        };
    }

    private @Nullable Integer integer(Object given) {
        Double number = number(given);
        return number == null || number != Math.rint(number) ? null : Integer.valueOf((int) (double) number);
    }

    private @Nullable Double number(@Nullable Object given) {
        double number = Double.NaN;
        if (given instanceof Number seen) {
            number = seen.doubleValue();
        } else if (given instanceof String text && NUMBER.matcher(text.strip()).matches()) {
            number = Double.parseDouble(text.strip());
        }
        return number >= minimum && number <= maximum ? Double.valueOf(number + 0.0) : null;
    }

    private @Nullable Boolean truth(Object given) {
        return switch (given.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        };
    }

    private @Nullable String choice(Object given) {
        String text = given.toString().strip().toLowerCase(Locale.ROOT).replace('-', '_');
        return choices.contains(text) ? text : null;
    }

    private @Nullable String symbol(Object given) {
        String text = given.toString();
        return text.isBlank() ? "" : Symbol.parse(text).map(Symbol::text).orElse(null);
    }

    private @Nullable Map<String, Double> map(Object given) {
        if (given instanceof String text) {
            return entries(text);
        }
        if (!(given instanceof Map<?, ?> seen) || seen.size() > MOST_ENTRIES) {
            return null;
        }
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (Map.Entry<?, ?> entry : seen.entrySet()) {
            if (!add(String.valueOf(entry.getKey()), entry.getValue(), numbers)) {
                return null;
            }
        }
        return Collections.unmodifiableMap(numbers);
    }

    private @Nullable Map<String, Double> entries(String text) {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (String entry : text.isBlank() ? new String[0] : text.split(",", MOST_ENTRIES + 1)) {
            int colon = entry.lastIndexOf(':');
            if (colon < 0 || !add(entry.substring(0, colon), entry.substring(colon + 1), numbers)) {
                return null;
            }
        }
        return Collections.unmodifiableMap(numbers);
    }

    /** Whether an entry could be read and has not been there before. */
    private boolean add(String name, @Nullable Object value, SortedMap<String, Double> numbers) {
        Double number = number(value);
        return number != null && !name.isBlank() && numbers.put(name.strip(), number) == null;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
