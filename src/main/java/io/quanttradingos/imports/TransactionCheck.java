package io.quanttradingos.imports;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether quantity, price, fees and amount of a trade agree, to the rounding of each. */
final class TransactionCheck {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Where no fees are stated, the amount may hold some: up to this part of it. */
    private static final BigDecimal UNSTATED_FEES = new BigDecimal("0.02");

    private TransactionCheck() {}

    static void of(Transaction trade, boolean statesFees, Notes notes) {
        BigDecimal price = trade.price();
        BigDecimal amount = trade.amount();
        if (!TransactionRows.isTrade(trade.kind()) || price == null || amount == null) {
            return;
        }
        boolean pays = TransactionRows.pays(trade.kind());
        if (amount.signum() == (pays ? 1 : -1)) {
            notes.warn(
                    (pays ? "a purchase adds " : "a sale takes ")
                            + amount.abs().toPlainString()
                            + (pays ? " to the cash" : " from the cash"),
                    trade.line());
        }
        boolean sameCurrency = !trade.currency().isEmpty()
                && trade.currency().equals(trade.amountCurrency())
                && (trade.fees().signum() == 0 || trade.feesCurrency().equals(trade.currency()));
        String mismatch = sameCurrency ? mismatch(trade, price, amount, statesFees) : null;
        if (mismatch != null) {
            notes.warn(mismatch, trade.line());
        }
    }

    private static @Nullable String mismatch(
            Transaction trade, BigDecimal price, BigDecimal amount, boolean statesFees) {
        boolean pays = TransactionRows.pays(trade.kind());
        BigDecimal gross = trade.quantity().multiply(price);
        BigDecimal expected = pays ? gross.add(trade.fees()) : gross.subtract(trade.fees());
        BigDecimal rounding = price.ulp()
                .multiply(trade.quantity())
                .add(trade.quantity().ulp().multiply(price))
                .add(amount.ulp())
                .multiply(HALF)
                .add(new BigDecimal("0.01"));
        BigDecimal unstated = statesFees ? BigDecimal.ZERO : gross.abs().multiply(UNSTATED_FEES);
        return expected.subtract(amount.abs()).abs().compareTo(rounding.max(unstated)) <= 0
                ? null
                : "quantity times price " + (pays ? "plus" : "less") + " fees is "
                        + expected.stripTrailingZeros().toPlainString() + ", the amount "
                        + amount.abs().toPlainString();
    }
}
