package io.quanttradingos.imports.fold;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held of an instrument at the end of a history.
 *
 * @param isShort whether it is owed rather than owned
 * @param lots the oldest first, at least one
 */
public record OpenPosition(Instrument instrument, boolean isShort, List<Lot> lots) {
    public OpenPosition {
        lots = List.copyOf(lots);
        if (lots.isEmpty()) {
            throw new IllegalArgumentException("a position needs a lot: " + instrument);
        }
    }

    /** Shares; negative when short. */
    public BigDecimal quantity() {
        BigDecimal size = lots.stream().map(Lot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        return isShort ? size.negate() : size;
    }

    /**
     * What one share was quoted at on average when it came, to 16 digits; null where that is not known of a lot, or lots were
     * quoted in different currencies.
     */
    public @Nullable BigDecimal averagePrice() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Lot lot : lots) {
            BigDecimal quoted = lot.quoted();
            if (quoted == null || !lot.quoteCurrency().equals(currency())) {
                return null;
            }
            sum = sum.add(quoted);
        }
        return sum.divide(quantity().abs(), MathContext.DECIMAL64);
    }

    /** That its first lot was quoted in; empty where the export does not say. */
    public String currency() {
        return lots.get(0).quoteCurrency();
    }
}
