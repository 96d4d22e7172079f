package io.quanttradingos.api.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values of an answer in words; null where the answer does not know. A negative number has a minus sign, not a hyphen. */
final class Words {
    private static final String FORMULA = "=+-@";

    private Words() {}

    /** A text or a number as it stands. */
    static @Nullable String text(JsonNode value) {
        if (value.isNumber()) {
            return plain(value.decimalValue());
        }
        return value.isValueNode() && !value.isNull() ? unformed(value.asText()) : null;
    }

    /** As {@link #text}, with a word in place of what is not known. */
    static String textOr(JsonNode value, String otherwise) {
        String text = text(value);
        return text == null ? otherwise : text;
    }

    /** A spreadsheet that the page is pasted into must not take a name for a formula. */
    private static String unformed(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String plain(BigDecimal number) {
        String text = number.stripTrailingZeros().toPlainString();
        return signed(text);
    }

    /** A fraction in percent, for example {@code 8.39 %}. */
    static @Nullable String percent(JsonNode fraction) {
        return fraction.isNumber() ? decimals(fraction.asDouble() * 100, 2) + " %" : null;
    }

    /** A number with as many decimals as asked for, for example {@code 107,250.60}. */
    static @Nullable String decimals(JsonNode value, int digits) {
        return value.isNumber() ? decimals(value.asDouble(), digits) : null;
    }

    static String decimals(double value, int digits) {
        String text = String.format(Locale.ROOT, "%,." + digits + "f", value);
        return signed(text.matches("-[0.]+") ? text.substring(1) : text);
    }

    private static String signed(String number) {
        return number.startsWith("-") ? "−" + number.substring(1) : number;
    }

    /** What a factor was given: a number with at most four decimals, or a text. */
    static @Nullable String input(JsonNode value) {
        if (!value.isNumber()) {
            return text(value);
        }
        String text = decimals(value.asDouble(), 4);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A field's name as a reader would write it: {@code risk_mode} is Risk mode. */
    static String name(String field) {
        String plain = field.replace('_', ' ');
        return plain.isEmpty() ? plain : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1);
    }

    /** The texts of an array. */
    static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(textOr(item, "–")));
        return texts;
    }
}
