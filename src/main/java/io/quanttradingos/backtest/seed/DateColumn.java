package io.quanttradingos.backtest.seed;

import io.quanttradingos.failure.Refusal;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the cells of the column of dates, and how: which is a property of the whole column.
 *
 * <p>A column of whole numbers holds nanoseconds since 1970, even where they look like {@code 20240131} or like seconds.
 * One empty cell or decimal point makes fractions of them, one text makes texts of all: then {@code 20240131} is a day.
 */
final class DateColumn {
    private static final Set<String> NO_TIME = Set.of("NaT", "nat", "NAT", "NAN");
    private static final double PAST_LONG = 0x1p63;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");
    private static final int LONGEST_NUMBER = 40;

    /** How the cells are to be read; each way takes what the ones before it do not. */
    private enum Reading {
        WHOLE_NUMBERS,
        NUMBERS,
        TEXTS
    }

    private Reading reading = Reading.WHOLE_NUMBERS;
    private final ReadTime time = new ReadTime();
    private boolean offsetSeen;
    private boolean noOffsetSeen;

    /** The time of the cell just read. */
    long nanos;

    /** Reads a cell into {@link #nanos}; false where the column has to be read again from its first cell. */
    boolean read(CsvCells cells) {
        if (reading == Reading.TEXTS) {
            text(cells);
            return true;
        }
        boolean read = reading == Reading.WHOLE_NUMBERS ? wholeNumber(cells) : number(cells);
        return read || next(cells);
    }

    /** For a row that ends before the column; false as in {@link #read}. */
    boolean readMissing() {
        if (reading == Reading.WHOLE_NUMBERS) {
            reading = Reading.NUMBERS;
            return false;
        }
        return true;
    }

    private boolean next(CsvCells cells) {
        boolean numeric = isMissing(cells) || !Double.isNaN(NumberText.read(cells.cell, cells.from, cells.to));
        reading = numeric ? Reading.NUMBERS : Reading.TEXTS;
        return false;
    }

    private static boolean isMissing(CsvCells cells) {
        return NumberText.isMissing(cells.cell, cells.from, cells.to);
    }

    private boolean wholeNumber(CsvCells cells) {
        if (cells.to - cells.from > LONGEST_NUMBER) {
            return false;
        }
        String digits = cells.text().strip();
        try {
            nanos = Long.parseLong(digits);
            return true;
        } catch (NumberFormatException e) {
            if (WHOLE_NUMBER.matcher(digits).matches()) {
                throw outOfRange(cells);
            }
            return false;
        }
    }

    private boolean number(CsvCells cells) {
        if (isMissing(cells)) {
            nanos = SeedBars.NO_TIME;
            return true;
        }
        double value = NumberText.read(cells.cell, cells.from, cells.to);
        if (Math.abs(value) >= PAST_LONG) {
            throw outOfRange(cells);
        }
        nanos = (long) value;
        return !Double.isNaN(value);
    }

    private static Refusal outOfRange(CsvCells cells) {
        return cells.refusal(
                cells.cellLine,
                "date",
                "is a number, read as nanoseconds since 1970, and out of their range: " + ShortText.of(cells.text()));
    }

    private void text(CsvCells cells) {
        if (IsoTime.read(cells.cell, cells.from, cells.to, time)) {
            keep(cells);
            return;
        }
        String text = cells.text();
        if (isMissing(cells) || NO_TIME.contains(text)) {
            nanos = SeedBars.NO_TIME;
        } else if (WrittenTime.read(text, time)) {
            keep(cells);
        } else {
            throw cells.refusal(
                    cells.cellLine,
                    "date",
                    "must be a date between 1677-09-22 and 2262-04-11, was '" + ShortText.of(text) + "'");
        }
    }

    private void keep(CsvCells cells) {
        nanos = time.nanos;
        offsetSeen |= time.hasOffset;
        noOffsetSeen |= !time.hasOffset;
        if (offsetSeen && noOffsetSeen) {
            throw cells.refusal(
                    cells.cellLine,
                    "date",
                    "must give an offset from UTC on every row or on none, was '" + ShortText.of(cells.text()) + "'");
        }
    }

    /** To be called before the first cell is read again. */
    void startAgain() {
        offsetSeen = false;
        noOffsetSeen = false;
    }
}
