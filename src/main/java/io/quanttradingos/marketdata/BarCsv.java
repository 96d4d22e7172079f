package io.quanttradingos.marketdata;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * Writes daily bars as a CSV that {@link BarReader} reads back to the same bits: ISO dates, LF, the shortest digits that
 * stand for a number, an empty cell for an unknown volume.
 */
public final class BarCsv {
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private BarCsv() {}

    /** The file's bytes in UTF-8. */
    public static byte[] write(Bars bars) {
        double[][] columns = hasClosesAlone(bars)
                ? new double[][] {bars.close(), bars.volume()}
                : new double[][] {bars.open(), bars.high(), bars.low(), bars.close(), bars.volume()};
        StringBuilder csv =
                new StringBuilder(hasClosesAlone(bars) ? "date,close,volume\n" : "date,open,high,low,close,volume\n");
        for (int row = 0; row < bars.rows(); row++) {
            csv.append(LocalDate.ofEpochDay(Math.floorDiv(bars.times()[row], MILLIS_PER_DAY)));
            for (double[] column : columns) {
                append(csv, column[row]);
            }
            csv.append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Bars whose source gave no other price share one column for all four. */
    private static boolean hasClosesAlone(Bars bars) {
        return bars.open() == bars.close();
    }

    private static void append(StringBuilder csv, double value) {
        csv.append(',');
        if (!Double.isNaN(value)) {
            ShortestDecimal.append(csv, value);
        }
    }
}
