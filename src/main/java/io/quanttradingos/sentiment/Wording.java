package io.quanttradingos.sentiment;

import java.util.Locale;

/** How numbers stand in sentences: at most four decimals, a point whatever the machine's language. */
final class Wording {
    private Wording() {}

    static String number(double value) {
        String trimmed = String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
        return trimmed.equals("-0") ? "0" : trimmed;
    }

    /** "1 headline", "2 headlines". */
    static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }
}
