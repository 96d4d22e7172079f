package io.quanttradingos.portfolio;

import io.quanttradingos.units.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one symbol, for example 50 SPY bought at 190 with a stop at 180.
 *
 * @param shares finite and not 0; negative when sold short
 * @param averagePrice what a share cost, at least 0; null where it is not known
 * @param stopPrice where the position would be closed at a loss, positive; null where there is no stop
 */
public record Holding(
        Symbol symbol,
        double shares,
        @Nullable Double averagePrice,
        @Nullable Double stopPrice) {
    public Holding {
        if (!Double.isFinite(shares) || shares == 0) {
            throw new IllegalArgumentException("shares must be finite and not 0, was " + shares);
        }
        if (averagePrice != null && !(averagePrice >= 0 && Double.isFinite(averagePrice))) {
            throw new IllegalArgumentException("average price must be at least 0, was " + averagePrice);
        }
        if (stopPrice != null && !(stopPrice > 0 && Double.isFinite(stopPrice))) {
            throw new IllegalArgumentException("stop price must be positive, was " + stopPrice);
        }
    }

    /** Whether the position gains when the price falls. */
    public boolean isShort() {
        return shares < 0;
    }
}
