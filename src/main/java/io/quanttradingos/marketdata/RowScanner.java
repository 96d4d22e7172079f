package io.quanttradingos.marketdata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the rows under the header into arrays, one pass, without an object per cell.
 *
 * <p>Nearly every cell is plain: digits, perhaps a point and more digits, then a delimiter or the line's end. Those are
 * read eight bytes at a time ({@link #plainCells}), with the same few branches whatever their length. Anything else, and
 * the last bytes of the text, goes cell by cell through {@link CellCursor}.
 */
final class RowScanner extends CellCursor {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };
    /** The longest plain cell and its delimiter, so that no look ahead leaves the text. */
    private static final int LONGEST_PLAIN_CELL = 40;

    private final PriceHeader header;
    private final ReadLimits limits;
    private final Problems problems;
    private final int[] roles;
    private final int lastPlainStart;
    private final TickerIndex tickers = new TickerIndex();

    final DayColumn days;
    final double[][] closes;
    private int capacity;
    /** Per row, for a long file; empty otherwise. */
    int[] tickerNumbers;

    /** Whether {@link #plainCells} read the cell that ends the line. */
    private boolean endedByPlainCell;

    private boolean rowIsGood;
    private boolean rowHasContent;

    RowScanner(CellCursor behindHeader, PriceHeader header, ReadLimits limits, Problems problems) {
        super(behindHeader.bytes, behindHeader.position, behindHeader.line, behindHeader.delimiter);
        this.header = header;
        this.limits = limits;
        this.problems = problems;
        this.roles = header.roles();
        this.lastPlainStart = end - LONGEST_PLAIN_CELL;
        this.capacity = rowsExpected();
        this.days = new DayColumn(capacity);
        this.closes = new double[header.priceColumns()][capacity];
        this.tickerNumbers = new int[header.layout() == PriceLayout.LONG ? capacity : 0];
    }

    TickerIndex tickers() {
        return tickers;
    }

    int rows() {
        return days.size();
    }

    /** The rows the rest of the text would hold were all as long as the next. */
    private int rowsExpected() {
        int p = position;
        while (p < end && bytes[p] != '\n') {
            p++;
        }
        long rows = (long) (end - position) / Math.max(2, p - position + 1);
        // Rows differ a little in length; growing once costs more than some spare places.
        rows += rows / 32 + 16;
        long most = Math.min(limits.maxRows(), limits.maxCells() / header.priceColumns());
        return (int) Math.max(1, Math.min(rows, most));
    }

    void readRows() {
        while (!atEnd() && !problems.full() && openQuoteLine == 0) {
            if (atLineEnd()) {
                skipLineEnd();
                continue;
            }
            if (rows() == limits.maxRows()) {
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
        int row = rows();
        if (row < capacity) {
            return true;
        }
        long larger = Math.min(row + (row >> 1) + 16L, limits.maxCells() / closes.length);
        if (larger <= row) {
            problems.add(line, null, "is past the limit of " + limits.maxCells() + " prices in one table");
            return false;
        }
        capacity = (int) larger;
        for (int column = 0; column < closes.length; column++) {
            closes[column] = Arrays.copyOf(closes[column], capacity);
        }
        if (tickerNumbers.length > 0) {
            tickerNumbers = Arrays.copyOf(tickerNumbers, capacity);
        }
        return true;
    }

    private void readRow() {
        int row = rows();
        int rowLine = line;
        int day = DayColumn.UNREADABLE;
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
            if (roles[column] == PriceHeader.DATE) {
                day = date();
            } else {
                carefulCell(column, row);
            }
            column++;
            if (atLineEnd()) {
                break;
            }
            skipDelimiter();
        }
        finish(row, rowLine, day, column);
    }

    /**
     * Reads plain price cells from {@code position} on, until the line ends or a cell needs care.
     *
     * <p>Stands on that cell's first byte afterwards, or on the line's end.
     *
     * @return the column of that cell; the number of columns read where the line ended
     */
    private int plainCells(int firstColumn, int row) {
        byte[] text = bytes;
        int column = firstColumn;
        int p = position;
        endedByPlainCell = false;
        while (p < lastPlainStart && column < roles.length && roles[column] >= 0) {
            long word = (long) EIGHT_BYTES.get(text, p) ^ ZEROS;
            int whole = leadingDigits(word);
            if (whole == 0 || whole == 8) {
                break;
            }
            long digits = value(word, whole);
            int q = p + whole;
            int fraction = 0;
            if (text[q] == '.') {
                word = (long) EIGHT_BYTES.get(text, ++q) ^ ZEROS;
                fraction = leadingDigits(word);
                if (fraction == 0) {
                    break;
                }
                digits = digits * POWERS_OF_TEN[fraction] + value(word, fraction);
                q += fraction;
                if (fraction == 8) {
                    word = (long) EIGHT_BYTES.get(text, q) ^ ZEROS;
                    int more = leadingDigits(word);
                    if (whole + 8 + more > CorrectRounding.MOST_DIGITS) {
                        break;
                    }
                    if (more > 0) {
                        digits = digits * POWERS_OF_TEN[more] + value(word, more);
                        fraction += more;
                        q += more;
                    }
                }
            }
            byte ended = text[q];
            if (digits == 0 || (ended != delimiter && ended != '\n' && ended != '\r')) {
                break;
            }
            closes[roles[column++]][row] = CorrectRounding.divide(digits, fraction);
            if (ended != delimiter) {
                endedByPlainCell = true;
                position = q;
                return column;
            }
            p = q + 1;
        }
        position = p;
        return column;
    }

    /** How many of eight bytes, each already exclusive-ored with '0', are digits before the first that is not. */
    private static int leadingDigits(long word) {
        // The carry out of a byte above nine may spoil the bytes behind it, never those before.
        return Long.numberOfTrailingZeros(((word + ABOVE_NINE) | word) & TOP_BITS) >>> 3;
    }

    /** The number written by the first 1 to 8 bytes of a word, pairwise in three multiplications. */
    private static long value(long word, int digits) {
        long padded = word << (64 - 8 * digits);
        long pairs = padded * 10 + (padded >>> 8);
        return ((pairs & 0x000000FF000000FFL) * 0x000F424000000064L
                        + ((pairs >>> 16) & 0x000000FF000000FFL) * 0x0000271000000001L)
                >>> 32;
    }

    private int date() {
        if (days.takesIso() && position + 11 <= end && bytes[position + 10] == delimiter) {
            int day = DayColumn.iso(bytes, position);
            if (day != DayColumn.UNREADABLE) {
                position += 10;
                rowHasContent = true;
                return day;
            }
        }
        int dateLine = line;
        next();
        if (empty()) {
            return DayColumn.UNREADABLE;
        }
        rowHasContent = true;
        int day = days.read(bytes, from, to, dateLine);
        if (day == DayColumn.UNREADABLE && openQuoteLine == 0) {
            fault(
                    dateLine,
                    "date",
                    "must be a date such as 2024-01-31, written alike on every line, was '" + shown() + "'");
        }
        return day;
    }

    private void fault(int faultLine, String column, String message) {
        rowIsGood = false;
        problems.add(faultLine, column, message);
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
            closes[role][row] = price(column, cellLine);
        } else if (role == PriceHeader.SYMBOL) {
            tickerNumbers[row] = ticker(cellLine);
        } else if (role == PriceHeader.UNNAMED && !empty()) {
            fault(cellLine, "column " + (column + 1), "has no name in the header but holds '" + shown() + "'");
        }
    }

    private int ticker(int cellLine) {
        int number = tickers.of(bytes, from, to);
        if (number == TickerIndex.INVALID && !empty()) {
            fault(cellLine, "symbol", "must be a ticker (1 to 15 of A-Z 0-9 . ^ = _ -), was '" + shown() + "'");
        }
        return number;
    }

    /** The price in the current cell; NaN where there is none, and where there is a fault. */
    private double price(int column, int cellLine) {
        if (to - from > 400) {
            fault(cellLine, header.label(column), "must be a number, was '" + shown() + "'");
            return Double.NaN;
        }
        String text = text();
        if (CellText.isMissing(text)) {
            return Double.NaN;
        }
        String label = header.label(column);
        if (!CellText.isNumber(text)) {
            fault(cellLine, label, CellText.fault(text, shown()));
            return Double.NaN;
        }
        double price = Double.parseDouble(text);
        if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
            fault(cellLine, label, "must be positive" + (price > 0 ? " and finite" : "") + ", was " + shown());
            return Double.NaN;
        }
        return price;
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

    private void finish(int row, int rowLine, int day, int cells) {
        if (!rowHasContent || openQuoteLine != 0) {
            return;
        }
        if (cells != roles.length) {
            problems.add(rowLine, null, "has " + cells + " cells where the header has " + roles.length);
            return;
        }
        if (rowIsGood && day == DayColumn.UNREADABLE) {
            fault(rowLine, "date", "is empty");
        }
        if (rowIsGood && tickerNumbers.length > 0 && tickerNumbers[row] == TickerIndex.INVALID) {
            fault(rowLine, "symbol", "is empty");
        }
        if (rowIsGood) {
            days.add(day, rowLine);
        }
    }
}
