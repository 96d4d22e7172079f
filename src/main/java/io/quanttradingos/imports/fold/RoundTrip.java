package io.quanttradingos.imports.fold;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Shares that were bought and sold again, or sold short and bought back.
 *
 * @param isShort whether they were sold first
 * @param entry how they were come by
 * @param exit how they went; of as many shares
 */
public record RoundTrip(Instrument instrument, boolean isShort, Lot entry, Lot exit) {
    public RoundTrip {
        if (entry.quantity().compareTo(exit.quantity()) != 0) {
            throw new IllegalArgumentException("a round trip of " + instrument.symbol() + " has " + entry.quantity()
                    + " shares in and " + exit.quantity() + " out");
        }
    }

    /** How many shares. */
    public BigDecimal quantity() {
        return entry.quantity();
    }

    /** The fees of both ways; null where they are of different currencies. */
    public @Nullable BigDecimal fees() {
        Money in = entry.money();
        Money out = exit.money();
        boolean alike = in.fees().signum() == 0
                || out.fees().signum() == 0
                || in.feesCurrency().equals(out.feesCurrency());
        return alike ? in.fees().add(out.fees()) : null;
    }

    /** What it gained, after fees; null where that is not known, or not in one currency. */
    public @Nullable BigDecimal result() {
        BigDecimal gross = grossResult();
        BigDecimal fees = fees();
        boolean together = entry.money().isOfOneCurrency() && exit.money().isOfOneCurrency();
        return gross == null || fees == null || !together ? null : gross.subtract(fees);
    }

    /** The same before fees. */
    public @Nullable BigDecimal grossResult() {
        BigDecimal in = entry.money().value();
        BigDecimal out = exit.money().value();
        if (in == null || out == null || !currency().equals(entry.money().currency())) {
            return null;
        }
        return isShort ? in.subtract(out) : out.subtract(in);
    }

    /** Of its result; empty where the export does not say. */
    public String currency() {
        return exit.money().currency();
    }
}
