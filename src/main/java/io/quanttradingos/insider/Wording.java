package io.quanttradingos.insider;

import java.util.Locale;

/** How numbers stand in sentences: at most so many decimals, a point whatever the machine's language. */
final class Wording {
    private Wording() {}

    /** An amount of shares or money: {@code 1,250} or {@code 819,762.5}. */
    static String amount(double value) {
        return trimmed(String.format(Locale.ROOT, "%,.2f", value));
    }

    /** A score: {@code 0.1667}. */
    static String number(double value) {
        return trimmed(String.format(Locale.ROOT, "%.4f", value));
    }

    /** "1 line", "2 lines". */
    static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    private static String trimmed(String decimal) {
        String trimmed = decimal.replaceFirst("\\.?0+$", "");
        return trimmed.equals("-0") ? "0" : trimmed;
    }
}
