package io.quanttradingos.imports.fold;

import io.quanttradingos.imports.Transaction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Shares that changed hands at once, or a part of them.
 *
 * @param line where the export tells of it
 * @param time of day, null where the export gives none
 * @param quantity more than zero, of a short position too
 * @param money what was paid or received for them
 * @param quoted the sum of their prices as quoted, which may be in another currency; null where not known
 * @param quoteCurrency empty where the export does not say
 */
public record Lot(
        int line,
        LocalDate day,
        @Nullable LocalTime time,
        BigDecimal quantity,
        Money money,
        @Nullable BigDecimal quoted,
        String quoteCurrency) {
    /** A part of a value is cut to so many digits; the remaining part takes what is cut off. */
    private static final int DIGITS = 20;

    public Lot {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("a lot must have shares, had " + quantity);
        }
    }

    /** What was paid or received for one share, before fees, to 16 digits; null where not known. */
    public @Nullable BigDecimal price() {
        BigDecimal value = money.value();
        return value == null ? null : value.divide(quantity, MathContext.DECIMAL64);
    }

    /** The shares of a purchase, a sale or a transfer. */
    static Lot of(Transaction trade) {
        BigDecimal price = trade.price();
        return new Lot(
                trade.line(),
                trade.day(),
                trade.time(),
                trade.quantity(),
                Money.of(trade),
                price == null ? null : price.multiply(trade.quantity()),
                trade.currency());
    }

    /** So many of its shares, with their part of everything. */
    Lot part(BigDecimal shares) {
        return with(shares, money.map(whole -> share(whole, shares, quantity)), shareOf(quoted, shares));
    }

    /** What remains once {@link #part} is taken, so that nothing is lost between the two; null where no share remains. */
    @Nullable Lot without(BigDecimal shares) {
        if (shares.compareTo(quantity) == 0) {
            return null;
        }
        BigDecimal taken = shareOf(quoted, shares);
        return with(
                quantity.subtract(shares),
                money.map(whole -> whole.subtract(share(whole, shares, quantity))),
                quoted == null || taken == null ? null : quoted.subtract(taken));
    }

    /** The same money in another number of shares, as a split leaves it. */
    Lot withQuantity(BigDecimal shares) {
        return with(shares, money, quoted);
    }

    private Lot with(BigDecimal shares, Money paid, @Nullable BigDecimal quotes) {
        return new Lot(line, day, time, shares, paid, quotes, quoteCurrency);
    }

    private @Nullable BigDecimal shareOf(@Nullable BigDecimal whole, BigDecimal shares) {
        return whole == null ? null : share(whole, shares, quantity);
    }

    /** {@code whole * part / all}, cut to {@link #DIGITS} digits behind the point where it has no end. */
    static BigDecimal share(BigDecimal whole, BigDecimal part, BigDecimal all) {
        return part.compareTo(all) == 0
                ? whole
                : whole.multiply(part).divide(all, Math.max(whole.scale(), DIGITS), RoundingMode.HALF_EVEN);
    }
}
