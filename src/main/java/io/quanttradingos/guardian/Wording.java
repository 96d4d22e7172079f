package io.quanttradingos.guardian;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How numbers stand in sentences: at most four decimals, a point whatever the machine's language. */
final class Wording {
    private static final int DECIMALS = 4;

    private Wording() {}

    static String number(double value) {
        return Double.isFinite(value) ? plain(rounded(value)) : String.valueOf(value);
    }

    /** A number that is in percent already. */
    static String percent(double value) {
        return number(value) + " %";
    }

    /** As {@link #percent}, but with all digits where rounding would hide on which side of the limit it lies. */
    static String percentBeside(double limit, double value) {
        boolean hidden = limit != value && rounded(limit).compareTo(rounded(value)) == 0;
        return hidden ? plain(BigDecimal.valueOf(value)) + " %" : percent(value);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
