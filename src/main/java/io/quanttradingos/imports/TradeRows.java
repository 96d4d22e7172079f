package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of a journal, the form our own reader takes, of drafted rows with entry and exit. */
final class TradeRows {
    static final List<String> HEADER =
            List.of("date", "symbol", "side", "qty", "entry", "exit", "fees", "stop", "exit_date");

    private final Values values;
    private final Notes notes;
    private final @Nullable String symbol;
    private final List<SheetRow> rows = new ArrayList<>();

    TradeRows(Values values, Notes notes, @Nullable String symbol) {
        this.values = values;
        this.notes = notes;
        this.symbol = symbol;
    }

    List<SheetRow> rows() {
        return rows;
    }

    void add(Draft draft) {
        BigDecimal quantity = needed(draft, Field.QUANTITY);
        BigDecimal entry = needed(draft, Field.ENTRY);
        BigDecimal exit = needed(draft, Field.EXIT);
        LocalDate day = values.day(draft, Field.DAY);
        String exitDay = "";
        if (draft.columns().has(Field.EXIT_DAY)) {
            LocalDate closed = values.day(draft, Field.EXIT_DAY);
            exitDay = closed == null ? "" : closed.toString();
        }
        String ticker =
                draft.columns().isColumn(Field.INSTRUMENT) || symbol == null ? draft.text(Field.INSTRUMENT) : symbol;
        Instrument instrument = Instrument.of(ticker, draft.text(Field.ISIN), draft.text(Field.NAME));
        if (quantity == null || entry == null || exit == null || day == null) {
            return;
        }
        if (instrument.isDerivative() || !instrument.isSymbol()) {
            notes.leaveOutWithWarning(draft.row(), "is of '" + instrument.text() + "', which is no ticker");
            return;
        }
        rows.add(new SheetRow(
                draft.line(),
                List.of(
                        day.toString(),
                        instrument.text(),
                        draft.kind() == RowKind.SELL_SHORT || draft.kind() == RowKind.SELL || quantity.signum() < 0
                                ? "SHORT"
                                : "LONG",
                        quantity.abs().toPlainString(),
                        entry.toPlainString(),
                        exit.toPlainString(),
                        fees(draft),
                        text(values.number(draft, Field.STOP)),
                        exitDay)));
    }

    private @Nullable BigDecimal needed(Draft draft, Field field) {
        BigDecimal number = values.number(draft, field);
        if (number == null) {
            notes.problem(draft.line(), draft.columns().name(field), "must be given for a closed trade, was empty");
        }
        return number;
    }

    private String fees(Draft draft) {
        BigDecimal fees = values.number(draft, Field.FEES);
        BigDecimal tax = values.number(draft, Field.TAX);
        BigDecimal both = (fees == null ? BigDecimal.ZERO : fees).add(tax == null ? BigDecimal.ZERO : tax);
        return both.abs().toPlainString();
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null || number.signum() == 0 ? "" : number.toPlainString();
    }
}
