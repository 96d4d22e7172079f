package io.quanttradingos.backtest.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How numbers stand in sentences: at most four decimals, a point whatever the machine's language. */
final class Wording {
    private static final int DECIMALS = 4;

    private Wording() {}

    static String number(double value) {
        return Double.isFinite(value) ? plain(rounded(value)) : String.valueOf(value);
    }

    /** As {@link #number}, but with more digits where rounding would hide on which side of the limit it lies. */
    static String beside(double limit, double value) {
        boolean hidden =
                limit != value && Double.isFinite(value) && rounded(limit).compareTo(rounded(value)) == 0;
        return hidden ? plain(new BigDecimal(value, MathContext.DECIMAL64)) : number(value);
    }

    /** "1 bar", "2 bars". */
    static String count(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    /** Null for NaN and the infinities, as answers have it. */
    static @Nullable Double known(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
