package io.quanttradingos.journal;

import io.quanttradingos.table.DecimalText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as sentences show them. */
final class Amount {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_EVEN);

    private Amount() {}

    /** In cents, thousands apart, {@code -1,234.50}; with two digits, {@code 1.2E-8}, where cents would say 0. */
    static String money(double value) {
        String text = rounded(value, 2);
        return text.indexOf('E') >= 0 ? text : DecimalText.grouped(text);
    }

    /** A share in percent, one decimal: 0.4595 is {@code 46 %}, 0.125 is {@code 12.5 %}. */
    static String percent(double share) {
        String text = rounded(share * 100, 1);
        return (text.endsWith(".0") ? text.substring(0, text.length() - 2) : text) + " %";
    }

    /** A plain ratio, two decimals. */
    static String ratio(double value) {
        return rounded(value, 2);
    }

    static String trades(int count) {
        return DecimalText.grouped(Integer.toString(count)) + (count == 1 ? " trade" : " trades");
    }

    private static String rounded(double value, int decimals) {
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_EVEN);
        boolean vanished = rounded.signum() == 0 && exact.signum() != 0;
        return vanished ? exact.round(TWO_DIGITS).toString() : rounded.toPlainString();
    }
}
