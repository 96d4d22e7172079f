package io.quanttradingos.marketdata;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows under the header into arrays, one pass: runs of plain numbers at once, every other cell by itself.
 *
 * <p>A subclass says which columns there are, what a number may be, and which rows count.
 */
abstract class RowScanner extends DecimalCells {
    private final List<String> labels;
    private final ReadLimits limits;
    private final int numbersPerRow;
    private final TickerIndex tickers = new TickerIndex();
    private int capacity;
    private int rows;

    final Problems problems;
    final DayColumn days;
    /** Per row, for a file with a symbol column; empty otherwise. */
    int[] tickerNumbers;

    /** The date of the row at hand, {@link DayColumn#UNREADABLE} where it has none. */
    int day;

    boolean rowIsGood;
    private boolean rowHasContent;

    /**
     * What all subclasses need to know.
     *
     * @param labels the header's cells, as written
     * @param days takes the dates
     */
    RowScanner(
            CellCursor behindHeader,
            List<String> labels,
            int[] roles,
            int numberColumns,
            byte decimalMark,
            boolean zeroIsPlain,
            DayColumn days,
            ReadLimits limits,
            Problems problems) {
        super(behindHeader, roles, numberColumns, decimalMark, zeroIsPlain);
        this.labels = labels;
        this.limits = limits;
        this.problems = problems;
        this.days = days;
        this.numbersPerRow =
                (int) Math.max(1, Arrays.stream(roles).filter(role -> role >= 0).count());
        this.capacity = rowsExpected();
        for (int role : roles) {
            if (role >= 0) {
                columns[role] = new double[capacity];
            }
        }
        boolean named = Arrays.stream(roles).anyMatch(role -> role == ColumnRole.SYMBOL);
        this.tickerNumbers = new int[named ? capacity : 0];
        days.ensureCapacity(capacity);
    }

    /** A number cell that is not plain; {@link Double#NaN} where it says that there is none, or has a fault. */
    abstract double number(int column, int cellLine);

    /** A cell with content that is neither number, date nor symbol. */
    abstract void other(int column, int cellLine);

    /** Looks at a row of which all cells are read; whether it counts. */
    abstract boolean finish(int row, int rowLine, int cells);

    /** Tells of something wrong in the row at hand, which does not count any more. */
    abstract void fault(int faultLine, @Nullable String column, String message);

    /** Whether going on could not tell anything more. */
    boolean stopped() {
        return problems.full();
    }

    final TickerIndex tickers() {
        return tickers;
    }

    /** The rows that count, so far. */
    final int rows() {
        return rows;
    }

    final boolean namesSymbols() {
        return tickerNumbers.length > 0;
    }

    /** A header cell as written. */
    final String label(int column) {
        return labels.get(column);
    }

    /** The rows the rest of the text would hold were all as long as the next. */
    private int rowsExpected() {
        int p = position;
        while (p < end && bytes[p] != '\n') {
            p++;
        }
        long expected = (long) (end - position) / Math.max(2, p - position + 1);
        // Rows differ a little in length; growing once costs more than some spare places.
        expected += expected / 32 + 16;
        long most = Math.min(limits.maxRows(), limits.maxCells() / numbersPerRow);
        return (int) Math.max(1, Math.min(expected, most));
    }

    final void readRows() {
        while (!atEnd() && !stopped() && openQuoteLine == 0) {
            if (atLineEnd()) {
                skipLineEnd();
                continue;
            }
            if (rows == limits.maxRows()) {
                problems.add(line, null, "is past the limit of " + limits.maxRows() + " rows");
                return;
            }
            if (!ensureCapacity()) {
                return;
            }
            readRow();
            skipLineEnd();
        }
        if (openQuoteLine != 0) {
            problems.add(openQuoteLine, null, "has a quote that is never closed");
        }
    }

    private boolean ensureCapacity() {
        if (rows < capacity) {
            return true;
        }
        long larger = Math.min(rows + (rows >> 1) + 16L, limits.maxCells() / numbersPerRow);
        if (larger <= rows) {
            problems.add(line, null, "is past the limit of " + limits.maxCells() + " prices in one table");
            return false;
        }
        capacity = (int) larger;
        for (int column = 0; column < columns.length; column++) {
            if (columns[column].length > 0) {
                columns[column] = Arrays.copyOf(columns[column], capacity);
            }
        }
        if (namesSymbols()) {
            tickerNumbers = Arrays.copyOf(tickerNumbers, capacity);
        }
        return true;
    }

    private void readRow() {
        int row = rows;
        int rowLine = line;
        day = DayColumn.UNREADABLE;
        rowIsGood = true;
        rowHasContent = false;
        int column = 0;
        while (true) {
            int reached = plainCells(column, row);
            rowHasContent |= reached > column;
            column = reached;
            if (endedByPlainCell) {
                break;
            }
            if (column == roles.length) {
                column += surplus();
                break;
            }
            if (roles[column] == ColumnRole.DATE) {
                date();
            } else {
                carefulCell(column, row);
            }
            column++;
            if (atLineEnd()) {
                break;
            }
            skipDelimiter();
        }
        if (rowHasContent && openQuoteLine == 0 && finish(row, rowLine, column)) {
            days.add(day, rowLine);
            rows++;
        }
    }

    private void date() {
        if (days.takesIso() && position + 11 <= end && bytes[position + 10] == delimiter) {
            day = DayColumn.iso(bytes, position);
            if (day != DayColumn.UNREADABLE) {
                position += 10;
                rowHasContent = true;
                return;
            }
        }
        int dateLine = line;
        next();
        if (empty()) {
            return;
        }
        rowHasContent = true;
        day = days.read(bytes, from, to, dateLine);
        if (day == DayColumn.UNREADABLE && openQuoteLine == 0) {
            fault(
                    dateLine,
                    "date",
                    "must be " + days.expected() + ", written alike on every line, was '" + shown() + "'");
        }
    }

    private void carefulCell(int column, int row) {
        int cellLine = line;
        next();
        rowHasContent |= !empty();
        int role = roles[column];
        if (openQuoteLine != 0) {
            return;
        }
        if (role >= 0) {
            columns[role][row] = number(column, cellLine);
        } else if (role == ColumnRole.SYMBOL) {
            tickerNumbers[row] = ticker(cellLine);
        } else if (role != ColumnRole.IGNORED && !empty()) {
            other(column, cellLine);
        }
    }

    private int ticker(int cellLine) {
        int number = tickers.of(bytes, from, to);
        if (number == TickerIndex.INVALID && !empty()) {
            fault(cellLine, "symbol", "must be a ticker (1 to 15 of A-Z 0-9 . ^ = _ -), was '" + shown() + "'");
        }
        return number;
    }

    /** Counts the cells behind the last column, the one at hand included. */
    private int surplus() {
        int cells = 0;
        while (true) {
            next();
            rowHasContent |= !empty();
            cells++;
            if (atLineEnd()) {
                return cells;
            }
            skipDelimiter();
        }
    }

    /** Whether a row has a cell per column, a date and, where there is such a column, a symbol; tells what it lacks. */
    final boolean isWhole(int row, int rowLine, int cells) {
        if (cells != roles.length) {
            fault(rowLine, null, "has " + cells + " cells where the header has " + roles.length);
        } else if (rowIsGood && day == DayColumn.UNREADABLE) {
            fault(rowLine, "date", "is empty");
        } else if (rowIsGood && namesSymbols() && tickerNumbers[row] == TickerIndex.INVALID) {
            fault(rowLine, "symbol", "is empty");
        }
        return rowIsGood;
    }
}
