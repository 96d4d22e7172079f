package io.quanttradingos.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers stand in sentences: {@code 0.0785} is {@code 7.85 %} or {@code 0.0785}. */
final class Wording {
    private static final int DECIMALS = 4;

    private Wording() {}

    /** At most four decimals, no trailing zeros, a point whatever the machine's language. */
    static String number(double value) {
        return Double.isFinite(value) ? plain(rounded(value)) : String.valueOf(value);
    }

    /** A fraction as a percentage of at most two decimals. */
    static String percent(double fraction) {
        return Double.isFinite(fraction) ? plain(rounded(fraction).movePointRight(2)) + " %" : fraction + "";
    }

    /** As {@link #percent}, but with all digits where rounding would hide on which side of the limit it lies. */
    static String percentBeside(double limit, double fraction) {
        return hidden(limit, fraction)
                ? plain(BigDecimal.valueOf(fraction).movePointRight(2)) + " %"
                : percent(fraction);
    }

    /** As {@link #number}, but with all digits where rounding would hide on which side of the limit it lies. */
    static String numberBeside(double limit, double value) {
        return hidden(limit, value) ? plain(BigDecimal.valueOf(value)) : number(value);
    }

    private static boolean hidden(double limit, double value) {
        return limit != value && rounded(limit).compareTo(rounded(value)) == 0;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
