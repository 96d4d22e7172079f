package io.quanttradingos.journal;

import io.quanttradingos.failure.Abandonment;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.DateText;
import io.quanttradingos.table.DecimalText;
import io.quanttradingos.table.NamedColumn;
import io.quanttradingos.table.TableProblems;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Side;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads closed trades from a table, one per row:
 *
 * <pre>
 * date,symbol,side,qty,entry,exit,fees,stop,exit_date
 * 2025-08-01,SPY,BUY,100,530,535,2.0,525,2025-08-05
 * 2025-08-04,QQQ,SELL,120,470,465.5,2.0,,2025-08-04
 * </pre>
 *
 * <p>Headers in any letter case and order, with underscores or blanks between words, also under the other names listed in
 * {@link JournalHeader}; other columns are left alone. Sides are LONG or BUY, SHORT or SELL. Fees, stop and exit date may
 * be missing, as a column or as an empty cell. Without a side column the sign of the quantity is the side; with one a
 * negative quantity is good for a short only. Fees are costs and never negative, because exports disagree on whether a
 * negative one is a cost or a rebate. Under {@code buy price, sell price} a short enters at the sell price. A date is
 * the entry's where there is an exit date too; rows need not be in order, and two trades may share a date.
 */
final class JournalReader {
    private static final Set<String> NOTHING = Set.of("", "na", "n/a", "nan", "null", "none", "-");
    private static final int ROWS_BETWEEN = 10_000;
    private static final double SMALLEST = 1e-15;
    private static final double LARGEST = 1e15;

    private final TextTable table;
    private final TableProblems problems;
    private final JournalHeader header;
    private final List<Symbol> symbols = new ArrayList<>();
    private final Map<String, Integer> symbolNumbers = new HashMap<>();
    private final double[] numbers = new double[JournalColumns.NUMBERS];

    JournalReader(TextTable table) {
        this.table = table;
        this.problems = new TableProblems(table);
        this.header = JournalHeader.of(table, problems);
    }

    Parsed<Journal> read() {
        JournalColumns columns = new JournalColumns(table.rows().size());
        if (problems.met() == 0) {
            int read = 0;
            for (TextRow row : table.rows()) {
                if (read++ % ROWS_BETWEEN == 0) {
                    Abandonment.check();
                }
                if (hasContent(row) && problems.fits(row)) {
                    readRow(row, columns);
                }
            }
        }
        Journal.Given given = new Journal.Given(
                header.fees().isThere(),
                header.stop().isThere(),
                header.exitDate().isThere());
        return new Parsed<>(new Journal(table.source(), symbols, given, columns), problems.list());
    }

    private static boolean hasContent(TextRow row) {
        for (String cell : row.cells()) {
            if (!cell.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private void readRow(TextRow row, JournalColumns columns) {
        int before = problems.met();
        int day = day(row, header.date());
        int symbol = symbol(row);
        int sign = quantityAndSign(row);
        double first = price(row, header.entry(), "");
        double second = price(row, header.exit(), "");
        boolean swapped = header.bySide() && sign < 0;
        numbers[JournalColumns.ENTRY] = swapped ? second : first;
        numbers[JournalColumns.EXIT] = swapped ? first : second;
        numbers[JournalColumns.FEE] = fee(row);
        numbers[JournalColumns.STOP] =
                isNothing(row, header.stop()) ? Double.NaN : price(row, header.stop(), " or left empty");
        int exitDay = exitDay(row, day);
        if (problems.met() == before) {
            columns.add(day, exitDay, symbol, sign, numbers);
        }
    }

    private boolean isNothing(TextRow row, NamedColumn column) {
        String text = table.cell(row, column.position());
        return text.length() <= 4 && NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    private int day(TextRow row, NamedColumn column) {
        return DateText.parse(table.cell(row, column.position()))
                .map(date -> (int) date.toEpochDay())
                .orElseGet(() -> {
                    problems.cell(row, column, "must be a date like 2024-01-31");
                    return Journal.NO_DAY;
                });
    }

    private int exitDay(TextRow row, int day) {
        if (isNothing(row, header.exitDate())) {
            return Journal.NO_DAY;
        }
        int exitDay = day(row, header.exitDate());
        if (exitDay != Journal.NO_DAY && exitDay < day) {
            String entered = table.cell(row, header.date().position());
            problems.cell(row, header.exitDate(), "must not be before the entry on " + entered);
        }
        return exitDay;
    }

    private int symbol(TextRow row) {
        String text = table.cell(row, header.symbol().position());
        Integer known = symbolNumbers.get(text);
        if (known != null) {
            return known;
        }
        Optional<Symbol> symbol = Symbol.parse(text);
        if (symbol.isEmpty()) {
            problems.cell(row, header.symbol(), "must be 1 to 15 of A-Z 0-9 . ^ = _ -");
            return -1;
        }
        Integer otherwiseWritten = symbolNumbers.get(symbol.get().text());
        int number = otherwiseWritten != null ? otherwiseWritten : symbols.size();
        if (otherwiseWritten == null) {
            symbols.add(symbol.get());
            symbolNumbers.put(symbol.get().text(), number);
        }
        symbolNumbers.put(text, number);
        return number;
    }

    /** Plus or minus one for the side; zero, and a problem, where side or quantity are not to be understood. */
    private int quantityAndSign(TextRow row) {
        double quantity = number(row, header.quantity());
        numbers[JournalColumns.QUANTITY] = Math.abs(quantity);
        int sign = header.side().isThere() ? sign(row) : (int) Math.signum(quantity);
        if (Double.isNaN(quantity)) {
            problems.cell(row, header.quantity(), "must be a number");
        } else if (quantity == 0) {
            problems.cell(row, header.quantity(), "must not be 0");
        } else if (!isInRange(Math.abs(quantity))) {
            problems.cell(row, header.quantity(), "must be in [" + SMALLEST + ", " + LARGEST + "]");
        } else if (quantity < 0 && sign > 0) {
            problems.cell(row, header.quantity(), "must be positive, since the side is LONG");
        }
        return sign;
    }

    private int sign(TextRow row) {
        Optional<Side> side = Side.parse(table.cell(row, header.side().position()));
        if (side.isEmpty()) {
            problems.cell(row, header.side(), "must be LONG, SHORT, BUY or SELL");
        }
        return side.map(Side::sign).orElse(0);
    }

    private double price(TextRow row, NamedColumn column, String hint) {
        double value = number(row, column);
        if (Double.isNaN(value)) {
            problems.cell(row, column, "must be a number");
        } else if (value <= 0) {
            problems.cell(row, column, "must be positive" + hint);
        } else if (!isInRange(value)) {
            problems.cell(row, column, "must be in [" + SMALLEST + ", " + LARGEST + "]");
        }
        return value;
    }

    private double fee(TextRow row) {
        if (isNothing(row, header.fees())) {
            return Double.NaN;
        }
        double fee = number(row, header.fees());
        if (Double.isNaN(fee)) {
            problems.cell(row, header.fees(), "must be a number or left empty");
        } else if (fee < 0) {
            problems.cell(row, header.fees(), "must be 0 or more, a cost written without a sign");
        } else if (fee > LARGEST) {
            problems.cell(row, header.fees(), "must be in [0, " + LARGEST + "]");
        }
        return fee;
    }

    private double number(TextRow row, NamedColumn column) {
        return DecimalText.parse(table.cell(row, column.position())).orElse(Double.NaN);
    }

    private static boolean isInRange(double value) {
        return value >= SMALLEST && value <= LARGEST;
    }
}
