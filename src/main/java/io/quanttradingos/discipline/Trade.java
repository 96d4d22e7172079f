package io.quanttradingos.discipline;

import io.quanttradingos.units.Side;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One closed trade, for example 100 shares of SPY bought at 530, sold at 535, stop at 525.
 *
 * @param date the day of the entry
 * @param shares the size, always positive: {@link #side} tells the direction
 * @param stopPrice the protective stop at entry; null where none was set
 */
public record Trade(
        LocalDate date,
        Symbol symbol,
        Side side,
        double entryPrice,
        double exitPrice,
        double shares,
        @Nullable Double stopPrice) {

    /** Beyond these a number is a slip of the pen, and its products would leave the range of a double. */
    static final double SMALLEST = 1e-15;

    static final double LARGEST = 1e15;

    public Trade {
        requireInRange("entry_price", entryPrice);
        requireInRange("exit_price", exitPrice);
        requireInRange("shares", shares);
        if (stopPrice != null) {
            requireInRange("stop_price", stopPrice);
        }
    }

    private static void requireInRange(String name, double value) {
        if (!isInRange(value)) {
            throw new IllegalArgumentException(name + " must be in [" + SMALLEST + ", " + LARGEST + "], was " + value);
        }
    }

    static boolean isInRange(double value) {
        return value >= SMALLEST && value <= LARGEST;
    }

    /** Money put into the position at entry. */
    double positionValue() {
        return entryPrice * shares;
    }

    /**
     * The loss per share if the stop is hit, in money.
     *
     * <p>NaN without a stop; zero or negative where the stop is not on the losing side of the entry, such as a stop
     * trailed past it: the initial risk is then unknown.
     */
    double riskPerShare() {
        return stopPrice == null ? Double.NaN : side.sign() * (entryPrice - stopPrice);
    }

    /** Profit per share in money, before costs. */
    double profitPerShare() {
        return side.sign() * (exitPrice - entryPrice);
    }
}
