package io.quanttradingos.discipline;

import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.DateText;
import io.quanttradingos.table.DecimalText;
import io.quanttradingos.table.NamedColumn;
import io.quanttradingos.table.TableProblems;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Side;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads closed trades from a table, one per row:
 *
 * <pre>
 * date,symbol,side,entry_price,exit_price,shares,stop_price
 * 2025-08-01,SPY,LONG,530,535,100,525
 * 2025-08-04,QQQ,SHORT,470,465.5,120,
 * </pre>
 *
 * <p>Headers in any letter case and order, blanks for underscores allowed, also as trade_date, ticker, direction, entry, exit, quantity, qty, stop and
 * stop_loss; other columns are left alone. The stop may be missing, as a column or as an empty cell. Rows of blanks
 * only are passed over. Two trades may share a date.
 */
final class TradeLogReader {
    private static final Set<String> NO_STOP = Set.of("", "na", "n/a", "nan", "null", "none", "-");

    private final TextTable table;
    private final TableProblems problems;
    private final NamedColumn date;
    private final NamedColumn symbol;
    private final NamedColumn side;
    private final NamedColumn entry;
    private final NamedColumn exit;
    private final NamedColumn shares;
    private final NamedColumn stop;

    TradeLogReader(TextTable table) {
        this.table = table;
        this.problems = new TableProblems(table);
        boolean empty = table.header().stream().allMatch(String::isEmpty);
        date = problems.find(!empty, "date", "trade_date");
        symbol = problems.find(!empty, "symbol", "ticker");
        side = problems.find(!empty, "side", "direction");
        entry = problems.find(!empty, "entry_price", "entry");
        exit = problems.find(!empty, "exit_price", "exit");
        shares = problems.find(!empty, "shares", "quantity", "qty");
        stop = problems.find(false, "stop_price", "stop", "stop_loss");
        if (empty) {
            problems.report(null, null, "the file is empty, expected a header of date, symbol, side, entry_price, …");
        }
    }

    Parsed<TradeLog> read() {
        List<Trade> trades = new ArrayList<>();
        if (problems.met() == 0) {
            table.rows().forEach(row -> readRow(row).ifPresent(trades::add));
        }
        return new Parsed<>(new TradeLog(table.source(), trades), problems.list());
    }

    private Optional<Trade> readRow(TextRow row) {
        if (row.cells().stream().allMatch(String::isBlank) || !problems.fits(row)) {
            return Optional.empty();
        }
        int before = problems.met();
        LocalDate day = value(row, date, DateText::parse, "must be a date like 2024-01-31");
        Symbol ticker = value(row, symbol, Symbol::parse, "must be 1 to 15 of A-Z 0-9 . ^ = _ -");
        Side direction = value(row, side, Side::parse, "must be LONG, SHORT, BUY or SELL");
        double entryPrice = positive(row, entry, "");
        double exitPrice = positive(row, exit, "");
        double size = positive(row, shares, ", the side tells the direction");
        boolean hasStop = !NO_STOP.contains(table.cell(row, stop.position()).toLowerCase(Locale.ROOT));
        Double stopPrice = hasStop ? (Double) positive(row, stop, " or left empty") : null;
        return problems.met() > before || day == null || ticker == null || direction == null
                ? Optional.empty()
                : Optional.of(new Trade(day, ticker, direction, entryPrice, exitPrice, size, stopPrice));
    }

    /** The cell as the reader understands it; null, and a problem, where it does not. */
    private <T> @Nullable T value(
            TextRow row, NamedColumn column, Function<String, Optional<T>> reader, String expected) {
        Optional<T> value = reader.apply(table.cell(row, column.position()));
        if (value.isEmpty()) {
            problems.cell(row, column, expected);
        }
        return value.orElse(null);
    }

    /** The cell as a positive number; NaN, and a problem, where it is none. */
    private double positive(TextRow row, NamedColumn column, String hint) {
        double value = DecimalText.parse(table.cell(row, column.position())).orElse(Double.NaN);
        if (Trade.isInRange(value)) {
            return value;
        }
        if (Double.isNaN(value)) {
            problems.cell(row, column, "must be a number");
        } else if (value <= 0) {
            problems.cell(row, column, "must be positive" + hint);
        } else {
            problems.cell(row, column, "must be in [" + Trade.SMALLEST + ", " + Trade.LARGEST + "]");
        }
        return Double.NaN;
    }
}
