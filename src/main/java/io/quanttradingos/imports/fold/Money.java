package io.quanttradingos.imports.fold;

import io.quanttradingos.imports.Transaction;
import io.quanttradingos.imports.TransactionKind;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was paid or received for shares.
 *
 * @param value before fees, never negative; null where not known
 * @param currency of the value; empty where the export does not say
 * @param fees never negative
 * @param feesCurrency of the fees; that of the value where the export does not say
 */
public record Money(@Nullable BigDecimal value, String currency, BigDecimal fees, String feesCurrency) {
    /** Whether value and fees can be put together. */
    public boolean isOfOneCurrency() {
        return fees.signum() == 0 || feesCurrency.equals(currency);
    }

    /**
     * The money of a purchase, a sale or a transfer. What moved in cash counts where the export gives it, since a price may be
     * rounded, of another currency, or of one of the hundred shares of a contract; else price times shares. What a transfer moves is no price.
     */
    static Money of(Transaction trade) {
        String currency = trade.amountCurrency().isEmpty() ? trade.currency() : trade.amountCurrency();
        BigDecimal moved = moved(trade, currency);
        if (moved != null) {
            return money(trade, moved, currency);
        }
        BigDecimal price = trade.price();
        return money(trade, price == null ? null : price.multiply(trade.quantity()), trade.currency());
    }

    private static Money money(Transaction trade, @Nullable BigDecimal value, String currency) {
        return new Money(
                value, currency, trade.fees(), trade.feesCurrency().isEmpty() ? currency : trade.feesCurrency());
    }

    /** The cash that moved, without the fees in it: with them more is paid, and less is received. */
    private static @Nullable BigDecimal moved(Transaction trade, String currency) {
        BigDecimal cash = trade.amount();
        boolean transfer = trade.kind() == TransactionKind.TRANSFER_IN || trade.kind() == TransactionKind.TRANSFER_OUT;
        if (cash == null || transfer || (cash.signum() == 0 && trade.price() != null)) {
            return null;
        }
        boolean sale = trade.kind() == TransactionKind.SELL || trade.kind() == TransactionKind.SELL_SHORT;
        boolean fees = trade.feesCurrency().isEmpty() || trade.feesCurrency().equals(currency);
        BigDecimal received = fees ? cash.add(trade.fees()) : cash;
        BigDecimal value = sale ? received : received.negate();
        return value.signum() < 0 ? null : value;
    }

    /** The same of other shares: value and fees, each changed alike. */
    Money map(UnaryOperator<BigDecimal> change) {
        return new Money(value == null ? null : change.apply(value), currency, change.apply(fees), feesCurrency);
    }
}
