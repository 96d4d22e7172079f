package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes transactions of drafted rows. */
final class TransactionRows {
    private static final Set<TransactionKind> MOVES_SHARES = EnumSet.of(
            TransactionKind.BUY,
            TransactionKind.SELL,
            TransactionKind.SELL_SHORT,
            TransactionKind.BUY_TO_COVER,
            TransactionKind.REINVESTMENT,
            TransactionKind.SPLIT,
            TransactionKind.TRANSFER_IN,
            TransactionKind.TRANSFER_OUT);
    /** What has a description in the place of a name. */
    private static final Set<TransactionKind> OF_MONEY = EnumSet.of(
            TransactionKind.INTEREST,
            TransactionKind.FEE,
            TransactionKind.DEPOSIT,
            TransactionKind.WITHDRAWAL,
            TransactionKind.CURRENCY_EXCHANGE,
            TransactionKind.OTHER);

    private static final Set<TransactionKind> PAYS_FOR_SHARES =
            EnumSet.of(TransactionKind.BUY, TransactionKind.BUY_TO_COVER, TransactionKind.REINVESTMENT);
    private static final Set<TransactionKind> SELLS_SHARES =
            EnumSet.of(TransactionKind.SELL, TransactionKind.SELL_SHORT);

    private final Values values;
    private final Notes notes;
    private final @Nullable String symbol;
    private final Instruments instruments = new Instruments();
    private final List<Transaction> transactions = new ArrayList<>();

    TransactionRows(Values values, Notes notes, @Nullable String symbol) {
        this.values = values;
        this.notes = notes;
        this.symbol = symbol;
    }

    List<Transaction> transactions() {
        return transactions;
    }

    void add(Draft draft) {
        BigDecimal quantity = values.number(draft, Field.QUANTITY);
        BigDecimal stated = values.number(draft, Field.AMOUNT);
        TransactionKind kind =
                Objects.requireNonNull(draft.kind()).settled(sign(quantity), sign(stated) * signOfCash(draft));
        boolean movesShares = MOVES_SHARES.contains(kind);
        if (movesShares && sign(quantity) == 0) {
            notes.problem(
                    draft.line(),
                    draft.columns().name(Field.QUANTITY),
                    "must be given for a " + kind.name().toLowerCase(java.util.Locale.ROOT) + ", was '"
                            + draft.text(Field.QUANTITY) + "'");
            return;
        }
        Instrument instrument = instrument(draft, movesShares);
        if (movesShares && instrument.isDerivative()) {
            notes.leaveOutWithWarning(draft.row(), "is of an option, which is no holding of shares");
            return;
        }
        if (movesShares && instrument.text().isEmpty()) {
            notes.problem(draft.line(), draft.columns().name(Field.INSTRUMENT), "must name what was traded, was empty");
            return;
        }
        LocalDate day = values.day(draft, Field.DAY);
        if (day == null) {
            return;
        }
        boolean isMoney =
                OF_MONEY.contains(kind) && draft.text(Field.INSTRUMENT).isEmpty() && instrument.isin() == null;
        Instrument named = isMoney ? new Instrument("", null, false) : instrument;
        take(draft, day, kind, named, movesShares ? quantity : null, stated);
    }

    private Instrument instrument(Draft draft, boolean movesShares) {
        String own = draft.text(Field.INSTRUMENT);
        return instruments.of(
                own.isEmpty() && symbol != null && !draft.columns().isColumn(Field.INSTRUMENT) ? symbol : own,
                draft.text(Field.ISIN),
                movesShares ? Cells.line(draft.text(Field.NAME)) : "");
    }

    private void take(
            Draft draft,
            LocalDate day,
            TransactionKind kind,
            Instrument instrument,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal stated) {
        BigDecimal fees = fees(draft);
        String currency = Values.currency(draft, Field.CURRENCY, Field.PRICE);
        String amountCurrency = draft.text(Field.AMOUNT_CURRENCY).equals("unknown")
                ? ""
                : orElse(Values.currency(draft, Field.AMOUNT_CURRENCY, Field.AMOUNT), currency);
        String feesCurrency = orElse(Values.currency(draft, Field.FEES_CURRENCY, Field.FEES), amountCurrency);
        BigDecimal amount = amount(draft, kind, stated, fees, feesCurrency.equals(amountCurrency));
        BigDecimal price = quantity == null ? null : values.number(draft, Field.PRICE);
        if (price == null && amount != null && quantity != null && isTrade(kind)) {
            price = priceOf(kind, quantity.abs(), amount, fees);
            currency = amountCurrency;
        }
        BigDecimal moved =
                quantity == null ? BigDecimal.ZERO : kind == TransactionKind.SPLIT ? quantity : quantity.abs();
        Transaction transaction = new Transaction(
                draft.line(),
                account(draft),
                day,
                values.time(draft, Field.DAY),
                kind,
                instrument.text(),
                instrument.isin(),
                Cells.line(draft.text(Field.NAME)),
                moved,
                price == null ? null : price.abs(),
                fees,
                amount,
                orElse(currency, amountCurrency),
                amountCurrency,
                feesCurrency);
        if (quantity != null && !instrument.isSymbol()) {
            notes.warn("'" + instrument.text() + "' is no ticker; name one before it can be priced", draft.line());
        }
        TransactionCheck.of(transaction, draft.columns().isColumn(Field.FEES), notes);
        transactions.add(transaction);
    }

    static String account(Draft draft) {
        String own = draft.text(Field.ACCOUNT);
        return own.isEmpty() ? draft.account() : own;
    }

    private static String orElse(String currency, String other) {
        return currency.isEmpty() ? other : currency;
    }

    private static int sign(@Nullable BigDecimal number) {
        return number == null ? 0 : number.signum();
    }

    private static int signOfCash(Draft draft) {
        return draft.part().declaration.amountSign().equals("opposite") ? -1 : 1;
    }

    static boolean isTrade(TransactionKind kind) {
        return PAYS_FOR_SHARES.contains(kind) || SELLS_SHARES.contains(kind);
    }

    static boolean pays(TransactionKind kind) {
        return PAYS_FOR_SHARES.contains(kind);
    }

    private BigDecimal fees(Draft draft) {
        BigDecimal fees = values.number(draft, Field.FEES);
        BigDecimal tax = values.number(draft, Field.TAX);
        return (fees == null ? BigDecimal.ZERO : fees.abs()).add(tax == null ? BigDecimal.ZERO : tax.abs());
    }

    private static @Nullable BigDecimal amount(
            Draft draft, TransactionKind kind, @Nullable BigDecimal stated, BigDecimal fees, boolean sameCurrency) {
        if (stated == null) {
            return null;
        }
        BigDecimal amount = stated;
        switch (draft.part().declaration.amountSign()) {
            case "opposite" -> amount = stated.negate();
            case "by_kind" -> {
                if (PAYS_FOR_SHARES.contains(kind) || kind == TransactionKind.WITHDRAWAL) {
                    amount = stated.abs().negate();
                } else if (SELLS_SHARES.contains(kind) || kind == TransactionKind.DEPOSIT) {
                    amount = stated.abs();
                }
            }
            default -> {}
        }
        return draft.part().declaration.feesApart() && sameCurrency ? amount.subtract(fees) : amount;
    }

    /** What one share cost or brought, from what the whole did to the cash. */
    private static BigDecimal priceOf(TransactionKind kind, BigDecimal quantity, BigDecimal amount, BigDecimal fees) {
        BigDecimal gross =
                pays(kind) ? amount.abs().subtract(fees) : amount.abs().add(fees);
        BigDecimal price = gross.divide(quantity, MathContext.DECIMAL64).stripTrailingZeros();
        return price.scale() < 0 ? price.setScale(0) : price;
    }
}
