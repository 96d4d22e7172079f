package io.quanttradingos.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a declaration may call a row: a kind of transaction, or two of which a sign tells. */
enum RowKind {
    BUY(TransactionKind.BUY),
    SELL(TransactionKind.SELL),
    SELL_SHORT(TransactionKind.SELL_SHORT),
    BUY_TO_COVER(TransactionKind.BUY_TO_COVER),
    REINVESTMENT(TransactionKind.REINVESTMENT),
    SPLIT(TransactionKind.SPLIT),
    TRANSFER_IN(TransactionKind.TRANSFER_IN),
    TRANSFER_OUT(TransactionKind.TRANSFER_OUT),
    DIVIDEND(TransactionKind.DIVIDEND),
    INTEREST(TransactionKind.INTEREST),
    TAX(TransactionKind.TAX),
    FEE(TransactionKind.FEE),
    DEPOSIT(TransactionKind.DEPOSIT),
    WITHDRAWAL(TransactionKind.WITHDRAWAL),
    CURRENCY_EXCHANGE(TransactionKind.CURRENCY_EXCHANGE),
    OTHER(TransactionKind.OTHER),
    /** By the sign of the quantity. */
    BUY_OR_SELL(null),
    /** By the sign of the quantity; where it moves none, by that of the amount a deposit or withdrawal. */
    TRANSFER(null),
    /** By the sign of the amount. */
    DEPOSIT_OR_WITHDRAWAL(null);

    private final @Nullable TransactionKind kind;

    RowKind(@Nullable TransactionKind kind) {
        this.kind = kind;
    }

    static Optional<RowKind> parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    static RowKind of(String key, String text) {
        return parse(text)
                .orElseThrow(() -> new IllegalArgumentException(key + " names no known kind, was '" + text + "'"));
    }

    /** The kind of a row with these signs. */
    TransactionKind settled(int quantity, int amount) {
        if (kind != null) {
            return kind;
        }
        if (this == BUY_OR_SELL) {
            return quantity < 0 ? TransactionKind.SELL : TransactionKind.BUY;
        }
        if (this == TRANSFER && quantity != 0) {
            return quantity < 0 ? TransactionKind.TRANSFER_OUT : TransactionKind.TRANSFER_IN;
        }
        return amount < 0 ? TransactionKind.WITHDRAWAL : TransactionKind.DEPOSIT;
    }
}
