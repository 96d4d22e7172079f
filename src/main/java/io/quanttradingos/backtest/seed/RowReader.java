package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Refusal;
import java.util.Arrays;
import java.util.List;

/** Reads the rows under a header into arrays, in one pass where every column is what its first cells say. */
final class RowReader {
    private final CsvCells behindHeader;
    private final int[] roles;
    private final int maxRows;
    private final DateColumn dates = new DateColumn();
    private final List<NumberColumn> numbers =
            Header.NUMBERS.stream().map(NumberColumn::new).toList();

    private long[] times;
    private double[] closes;
    private int rows;

    /** @param behindHeader stands on a first row */
    RowReader(CsvCells behindHeader, int[] roles, int maxRows) {
        this.behindHeader = behindHeader;
        this.roles = roles;
        this.maxRows = maxRows;
        int expected = rowsExpected();
        this.times = new long[expected];
        this.closes = new double[expected];
    }

    private int rowsExpected() {
        CsvCells row = new CsvCells(behindHeader);
        while (row.next()) {
            // Only its length is wanted.
        }
        int length = Math.max(2, behindHeader.remaining() - row.remaining());
        int expected = Math.min(behindHeader.remaining() / length, maxRows);
        return expected + expected / 32 + 16;
    }

    /** The bars in order of time. */
    SeedBars read() {
        while (!pass()) {
            dates.startAgain();
        }
        return TimeOrder.sorted(times, closes, rows);
    }

    /** Whether all rows could be read; if not, a column is to be read in another way from its first cell. */
    private boolean pass() {
        CsvCells cells = new CsvCells(behindHeader);
        rows = 0;
        while (cells.nextRow()) {
            if (rows == maxRows) {
                throw cells.refusal(cells.line, null, "is past the limit of " + maxRows + " rows");
            }
            if (rows == times.length) {
                times = Arrays.copyOf(times, rows + rows / 2 + 16);
                closes = Arrays.copyOf(closes, times.length);
            }
            if (!row(cells)) {
                return false;
            }
            rows++;
        }
        return true;
    }

    private boolean row(CsvCells cells) {
        int rowLine = cells.line;
        times[rows] = SeedBars.NO_TIME;
        closes[rows] = Double.NaN;
        int column = 0;
        boolean dated = false;
        boolean more = true;
        while (more && column < roles.length) {
            more = cells.next();
            int role = roles[column++];
            dated |= role == Header.DATE;
            if (role != Header.IGNORED && !cell(cells, role)) {
                return false;
            }
        }
        if (more) {
            throw surplus(cells, rowLine);
        }
        return dated || dates.readMissing();
    }

    private boolean cell(CsvCells cells, int role) {
        if (role == Header.DATE) {
            boolean read = dates.read(cells);
            times[rows] = dates.nanos;
            return read;
        }
        NumberColumn number = numbers.get(role);
        boolean read = number.read(cells);
        if (role == Header.CLOSE) {
            closes[rows] = number.value;
        }
        return read;
    }

    private Refusal surplus(CsvCells cells, int rowLine) {
        int count = roles.length + 1;
        while (cells.next()) {
            count++;
        }
        return cells.refusal(rowLine, null, "has " + count + " cells where " + roles.length + " are expected");
    }
}
