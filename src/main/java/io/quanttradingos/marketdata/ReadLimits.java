package io.quanttradingos.marketdata;

/**
 * How large a file of prices or bars may be; one past any bound is a problem, never an exhausted heap.
 *
 * @param maxBytes after decompression
 * @param maxRows data rows
 * @param maxColumns columns of the file, the date's included
 * @param maxCells dates times tickers of the resulting table, or bars times number columns; each costs eight bytes
 */
public record ReadLimits(int maxBytes, int maxRows, int maxColumns, int maxCells) {
    private static final int MEBIBYTE = 1 << 20;
    private static final int USUAL_BYTES = 32 * MEBIBYTE;

    public ReadLimits {
        requirePositive("max_bytes", maxBytes);
        requirePositive("max_rows", maxRows);
        requirePositive("max_columns", maxColumns);
        requirePositive("max_cells", maxCells);
    }

    /** 64 MiB, a million rows, 5,000 columns and eight million cells. */
    public static ReadLimits defaults() {
        return new ReadLimits(64 * MEBIBYTE, 1_000_000, 5_000, 8_000_000);
    }

    /** The defaults, which are for files of 32 MiB; where larger ones are wanted, rows and cells grow in proportion. */
    public static ReadLimits forFilesOf(int bytes) {
        ReadLimits defaults = defaults();
        double times = Math.max(1, (double) bytes / USUAL_BYTES);
        return new ReadLimits(
                Math.max(bytes, defaults.maxBytes), (int) (times * defaults.maxRows), defaults.maxColumns, (int)
                        (times * defaults.maxCells));
    }

    private static void requirePositive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
    }
}
