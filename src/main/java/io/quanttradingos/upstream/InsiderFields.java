package io.quanttradingos.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** Fields of insider transactions that are read alike wherever they come from. */
final class InsiderFields {
    /** A letter, or a letter with its meaning behind it, as in {@code S-Sale} or {@code P - Purchase}. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z](\\s*-.*)?");

    /** More shares than any company has. */
    private static final double MOST_SHARES = 1e15;

    private InsiderFields() {}

    /** A number of shares; NaN where it is none. */
    static double shares(JsonNode node) {
        double shares = Fields.number(node);
        return Math.abs(shares) <= MOST_SHARES ? shares : Double.NaN;
    }

    /** The code in upper case; empty where it is none. */
    static String code(JsonNode node) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        return CODE.matcher(text).matches() ? text.substring(0, 1).toUpperCase(Locale.ROOT) : "";
    }

    /** The shares held, NaN where that is not known. */
    static double holding(JsonNode node) {
        double shares = shares(node);
        return shares >= 0 ? shares : Double.NaN;
    }

    /**
     * How a holding changed by so many shares that have no sign.
     *
     * @param disposed {@code A} or {@code D} of the form's column for acquired or disposed of; anything else where it is not said
     * @return NaN where neither that nor the code tells: a gift may be given or received
     */
    static double signed(double shares, String disposed, String code) {
        if (disposed.equals("A")) {
            return shares;
        }
        if (disposed.equals("D")) {
            return -shares;
        }
        return switch (code) {
            case "P", "A", "L" -> shares;
            case "S", "F", "D", "U" -> -shares;
            default -> Double.NaN;
        };
    }
}
