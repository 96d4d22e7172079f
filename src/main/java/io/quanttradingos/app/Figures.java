package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values of an answer as a reader sees them; what the answer does not know is {@link #UNKNOWN}. */
final class Figures {
    static final String UNKNOWN = "unknown";

    private static final int SHORT_DIGEST = 12;

    private Figures() {}

    static String text(JsonNode value) {
        return missing(value) ? UNKNOWN : clean(value.asText());
    }

    /** A fraction in percent, for example {@code 8.39 %}. */
    static String percent(JsonNode fraction) {
        return fraction.isNumber() ? decimals(fraction.asDouble() * 100, 2) + " %" : UNKNOWN;
    }

    /** An amount, for example {@code 107,250.60}. */
    static String amount(JsonNode value) {
        return decimals(value, 2);
    }

    static String decimals(JsonNode value, int digits) {
        return value.isNumber() ? decimals(value.asDouble(), digits) : UNKNOWN;
    }

    private static String decimals(double value, int digits) {
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    /** A number as short as it can be said with four decimals, a text as it stands. */
    static String input(JsonNode value) {
        if (!value.isNumber()) {
            return text(value);
        }
        String text = decimals(value.asDouble(), 4);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    static String yesOrNo(JsonNode value) {
        return missing(value) ? UNKNOWN : value.asBoolean() ? "yes" : "no";
    }

    /** The first digits of a digest, enough to tell two apart by eye. */
    static String digest(JsonNode sha256) {
        String digest = text(sha256);
        return digest.length() <= SHORT_DIGEST ? digest : digest.substring(0, SHORT_DIGEST);
    }

    static List<String> sentences(JsonNode array) {
        List<String> sentences = new ArrayList<>();
        array.forEach(item -> sentences.add(text(item)));
        return sentences;
    }

    static boolean missing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** What an input says must not steer the terminal. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Ink.isMark(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
