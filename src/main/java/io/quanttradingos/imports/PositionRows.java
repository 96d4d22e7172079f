package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes positions of drafted rows. */
final class PositionRows {
    private final Values values;
    private final Notes notes;
    private final List<StatedPosition> positions = new ArrayList<>();

    PositionRows(Values values, Notes notes) {
        this.values = values;
        this.notes = notes;
    }

    List<StatedPosition> positions() {
        return positions;
    }

    void add(Draft draft) {
        BigDecimal quantity = values.number(draft, Field.QUANTITY);
        BigDecimal value = values.number(draft, Field.MARKET_VALUE);
        if (isCash(draft)) {
            cash(draft, value != null ? value : quantity);
            return;
        }
        if (quantity == null && value == null) {
            notes.leaveOut(draft.row(), "states no quantity");
            return;
        }
        if (quantity == null) {
            notes.problem(draft.line(), draft.columns().name(Field.QUANTITY), "must be a number of shares, was empty");
            return;
        }
        if (quantity.signum() == 0) {
            notes.leaveOut(draft.row(), "is of 0 shares");
            return;
        }
        Instrument instrument =
                Instrument.of(draft.text(Field.INSTRUMENT), draft.text(Field.ISIN), draft.text(Field.NAME));
        if (instrument.isDerivative()) {
            notes.leaveOutWithWarning(draft.row(), "is of an option, which is no holding of shares");
            return;
        }
        if (instrument.text().isEmpty()) {
            notes.problem(draft.line(), draft.columns().name(Field.INSTRUMENT), "must name what is held, was empty");
            return;
        }
        if (!instrument.isSymbol()) {
            notes.warn("'" + instrument.text() + "' is no ticker; name one before it can be priced", draft.line());
        }
        take(draft, instrument, isShort(draft) ? quantity.abs().negate() : quantity, value);
    }

    private void take(Draft draft, Instrument instrument, BigDecimal quantity, @Nullable BigDecimal value) {
        positions.add(new StatedPosition(
                draft.line(),
                TransactionRows.account(draft),
                instrument.text(),
                instrument.isin(),
                draft.text(Field.NAME),
                quantity,
                averagePrice(draft, quantity),
                values.number(draft, Field.LAST_PRICE),
                value,
                currency(draft)));
    }

    private void cash(Draft draft, @Nullable BigDecimal amount) {
        if (amount == null || amount.signum() == 0) {
            notes.leaveOut(draft.row(), "is no money");
            return;
        }
        positions.add(new StatedPosition(
                draft.line(),
                TransactionRows.account(draft),
                "CASH",
                null,
                draft.text(Field.NAME),
                amount,
                null,
                null,
                amount,
                currency(draft)));
    }

    private static String currency(Draft draft) {
        return Values.currency(draft, Field.CURRENCY, Field.MARKET_VALUE, Field.LAST_PRICE);
    }

    private @Nullable BigDecimal averagePrice(Draft draft, BigDecimal quantity) {
        BigDecimal average = values.number(draft, Field.AVERAGE_PRICE);
        BigDecimal cost = average == null ? values.number(draft, Field.COST) : null;
        if (cost == null) {
            return average;
        }
        BigDecimal price = cost.divide(quantity, MathContext.DECIMAL64)
                .stripTrailingZeros()
                .abs();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    private static boolean isShort(Draft draft) {
        String side = draft.text(Field.SIDE).toLowerCase(Locale.ROOT);
        return side.startsWith("short") || side.startsWith("sell");
    }

    private static boolean isCash(Draft draft) {
        String ticker = TextPattern.normal(draft.text(Field.INSTRUMENT));
        String name = TextPattern.normal(draft.text(Field.NAME));
        return draft.part().cash.stream().anyMatch(cash -> cash.matches(ticker) || cash.matches(name));
    }
}
