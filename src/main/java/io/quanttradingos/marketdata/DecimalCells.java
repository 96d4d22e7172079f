package io.quanttradingos.marketdata;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads runs of plain decimal cells into columns, without an object per cell.
 *
 * <p>A plain cell is digits, perhaps a decimal mark and more digits, then a delimiter or the line's end. It is read eight
 * bytes at a time, with the same few branches whatever its length. Anything else, and the last bytes of the text, are left
 * to {@link CellCursor}.
 */
abstract class DecimalCells extends CellCursor {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long ABOVE_NINE = 0x7676767676767676L;
    private static final long TOP_BITS = 0x8080808080808080L;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };
    /** The longest plain cell and its delimiter, so that no look ahead leaves the text. */
    private static final int LONGEST_PLAIN_CELL = 40;

    /** Per column of the file a number column or one of {@link ColumnRole}. */
    final int[] roles;
    /** The number columns; one that the file does not have is empty. */
    final double[][] columns;

    private final byte decimalMark;
    private final boolean zeroIsPlain;
    private final int lastPlainStart;

    /** Whether {@link #plainCells} read the cell that ends the line. */
    boolean endedByPlainCell;

    /**
     * Continues where another cursor stands.
     *
     * @param decimalMark of plain cells; 0 where none may have one
     * @param zeroIsPlain whether 0 needs no second look
     */
    DecimalCells(CellCursor start, int[] roles, int numberColumns, byte decimalMark, boolean zeroIsPlain) {
        super(start.bytes, start.position, start.line, start.delimiter);
        this.roles = roles;
        this.columns = new double[numberColumns][0];
        this.decimalMark = decimalMark;
        this.zeroIsPlain = zeroIsPlain;
        this.lastPlainStart = end - LONGEST_PLAIN_CELL;
    }

    /**
     * Reads plain cells from {@code position} on, until the line ends or a cell needs care.
     *
     * <p>Stands on that cell's first byte afterwards, or on the line's end.
     *
     * @return the column of that cell; the number of columns read where the line ended
     */
    final int plainCells(int firstColumn, int row) {
        byte[] text = bytes;
        int column = firstColumn;
        int p = position;
        endedByPlainCell = false;
        while (p < lastPlainStart && column < roles.length && roles[column] >= 0) {
            long word = (long) EIGHT_BYTES.get(text, p) ^ ZEROS;
            int whole = leadingDigits(word);
            if (whole == 0) {
                break;
            }
            long digits = value(word, whole);
            int q = p + whole;
            if (whole == 8) {
                word = (long) EIGHT_BYTES.get(text, q) ^ ZEROS;
                int more = leadingDigits(word);
                if (more > 0) {
                    digits = digits * POWERS_OF_TEN[more] + value(word, more);
                    whole += more;
                    q += more;
                }
            }
            int fraction = 0;
            if (text[q] == decimalMark) {
                word = (long) EIGHT_BYTES.get(text, ++q) ^ ZEROS;
                fraction = leadingDigits(word);
                if (fraction == 0 || whole + fraction > CorrectRounding.MOST_DIGITS) {
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
            if ((digits == 0 && !zeroIsPlain) || (ended != delimiter && ended != '\n' && ended != '\r')) {
                break;
            }
            columns[roles[column++]][row] = CorrectRounding.divide(digits, fraction);
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
}
