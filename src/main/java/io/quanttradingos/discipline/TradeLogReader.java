package io.quanttradingos.discipline;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
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
 * <p>Headers in any letter case and order, also as trade_date, ticker, direction, entry, exit, quantity, qty, stop and
 * stop_loss; other columns are left alone. The stop may be missing, as a column or as an empty cell. Rows of blanks
 * only are passed over. Two trades may share a date.
 */
final class TradeLogReader {
    private static final int MOST_PROBLEMS = 100;
    private static final int LONGEST_QUOTE = 40;
    private static final Set<String> NO_STOP = Set.of("", "na", "n/a", "nan", "null", "none", "-");

    /** A column under its header as written; position -1 where the table has none. */
    private record Column(String header, int position) {}

    private final TextTable table;
    private final List<InputProblem> problems = new ArrayList<>();
    private int met;
    private final Column date;
    private final Column symbol;
    private final Column side;
    private final Column entry;
    private final Column exit;
    private final Column shares;
    private final Column stop;

    TradeLogReader(TextTable table) {
        this.table = table;
        boolean empty = table.header().stream().allMatch(String::isEmpty);
        date = find(!empty, "date", "trade_date");
        symbol = find(!empty, "symbol", "ticker");
        side = find(!empty, "side", "direction");
        entry = find(!empty, "entry_price", "entry");
        exit = find(!empty, "exit_price", "exit");
        shares = find(!empty, "shares", "quantity", "qty");
        stop = find(false, "stop_price", "stop", "stop_loss");
        if (empty) {
            report(null, null, "the file is empty, expected a header of date, symbol, side, entry_price, …");
        }
    }

    private Column find(boolean required, String... names) {
        Column found = new Column(names[0], -1);
        for (int i = 0; i < table.header().size(); i++) {
            if (!List.of(names).contains(table.header().get(i).toLowerCase(Locale.ROOT))) {
                continue;
            }
            if (found.position() >= 0) {
                String both = "'" + found.header() + "' and '" + table.header().get(i) + "'";
                report(table.headerLine(), names[0], "stands in two columns, " + both);
            }
            found = new Column(table.header().get(i), i);
        }
        if (required && found.position() < 0) {
            report(table.headerLine(), names[0], "is missing from the header");
        }
        return found;
    }

    Parsed<TradeLog> read() {
        List<Trade> trades = new ArrayList<>();
        if (met == 0) {
            table.rows().forEach(row -> readRow(row).ifPresent(trades::add));
        }
        if (met > problems.size()) {
            int unlisted = met - problems.size();
            problems.add(new InputProblem(table.source(), null, null, unlisted + " more problems are not listed"));
        }
        return new Parsed<>(new TradeLog(table.source(), trades), problems);
    }

    private Optional<Trade> readRow(TextRow row) {
        if (row.cells().stream().allMatch(String::isBlank)) {
            return Optional.empty();
        }
        int cells = row.cells().size();
        if (cells > table.header().size()) {
            report(
                    row.line(),
                    null,
                    "has " + cells + " cells under a header of "
                            + table.header().size());
            return Optional.empty();
        }
        int before = met;
        LocalDate day = value(row, date, TradeDate::parse, "must be a date like 2024-01-31");
        Symbol ticker = value(row, symbol, Symbol::parse, "must be 1 to 15 of A-Z 0-9 . ^ = _ -");
        Side direction = value(row, side, Side::parse, "must be LONG, SHORT, BUY or SELL");
        double entryPrice = positive(row, entry, "");
        double exitPrice = positive(row, exit, "");
        double size = positive(row, shares, ", the side tells the direction");
        boolean hasStop = !NO_STOP.contains(table.cell(row, stop.position()).toLowerCase(Locale.ROOT));
        Double stopPrice = hasStop ? (Double) positive(row, stop, " or left empty") : null;
        return met > before || day == null || ticker == null || direction == null
                ? Optional.empty()
                : Optional.of(new Trade(day, ticker, direction, entryPrice, exitPrice, size, stopPrice));
    }

    /** The cell as the reader understands it; null, and a problem, where it does not. */
    private <T> @Nullable T value(TextRow row, Column column, Function<String, Optional<T>> reader, String expected) {
        Optional<T> value = reader.apply(table.cell(row, column.position()));
        if (value.isEmpty()) {
            reportCell(row, column, expected);
        }
        return value.orElse(null);
    }

    /** The cell as a positive number; NaN, and a problem, where it is none. */
    private double positive(TextRow row, Column column, String hint) {
        double value = DecimalText.parse(table.cell(row, column.position())).orElse(Double.NaN);
        if (Trade.isInRange(value)) {
            return value;
        }
        if (Double.isNaN(value)) {
            reportCell(row, column, "must be a number");
        } else if (value <= 0) {
            reportCell(row, column, "must be positive" + hint);
        } else {
            reportCell(row, column, "must be in [" + Trade.SMALLEST + ", " + Trade.LARGEST + "]");
        }
        return Double.NaN;
    }

    private void reportCell(TextRow row, Column column, String expected) {
        String seen = table.cell(row, column.position());
        String shown = seen.length() <= LONGEST_QUOTE ? seen : seen.substring(0, LONGEST_QUOTE) + "…";
        report(row.line(), column.header(), expected + ", was " + (seen.isEmpty() ? "empty" : "'" + shown + "'"));
    }

    private void report(@Nullable Integer line, @Nullable String column, String message) {
        met++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new InputProblem(table.source(), line, column, message));
        }
    }
}
