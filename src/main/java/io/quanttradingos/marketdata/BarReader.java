package io.quanttradingos.marketdata;

import io.quanttradingos.failure.Parsed;
import io.quanttradingos.marketdata.PlainText.Unreadable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of bars, for example
 * {@code BarReader.standard().forSymbol(Symbol.of("SPY")).read("spy.csv", bytes).orRefuse().instruments()}.
 *
 * <pre>
 * date,open,high,low,close,volume                          timestamp;symbol;o;h;l;c
 * 2024-01-02,472.16,473.67,470.49,472.65,123623700         2024-01-02T09:30:00Z;SPY;472.16;472.40;472.01;472.33
 * 2024-01-03,470.43,471.19,468.17,468.79,103585900         2024-01-02T09:30:00Z;TLT;98.10;98.21;98.04;98.17
 * </pre>
 *
 * The header is needed, and tells the columns in any order and letter case; columns it does not know are passed over.
 * Without a symbol column the bars are of one instrument, which {@link #forSymbol} names. The volume may be missing
 * ({@link Double#NaN}); so may open, high and low together, and then each bar has its close for all of them, with a warning.
 * Compression, encoding, delimiters, quotes and the spellings of a date are those of {@link PriceReader}.
 *
 * <p>A time of day is kept as written: an offset is read past, not applied. A whole number counts seconds or milliseconds
 * since 1970, told by the size of the furthest from 1970; fractions of a millisecond are cut off. All rows have to be
 * written alike. A file, or an instrument of it, that runs backwards is turned round.
 *
 * <p>Numbers may have a currency sign, thousands marks and a decimal comma. Which mark is which has to follow from some
 * number of the file ({@code 1,234.5}; {@code 12,5}) and holds for all of it.
 *
 * <p>Of each row is asked: prices finite and positive, {@code low <= open, close <= high}, no negative volume, one row per
 * time, in order. Adjusted prices are rounded, so that a close may stand a last digit above its high: up to 1e-9 of the
 * price that widens the bar, anything more makes the row bad. {@link OnBadRow} says what becomes of a bad row.
 * A row with a date and no price at all is a day without a bar, as some sources write holidays: left out, with a warning.
 */
public final class BarReader {
    private final ReadLimits limits;
    private final @Nullable Symbol symbol;
    private final @Nullable DateReading dateReading;
    private final boolean adjusted;
    private final OnBadRow onBadRow;

    private BarReader(
            ReadLimits limits,
            @Nullable Symbol symbol,
            @Nullable DateReading dateReading,
            boolean adjusted,
            OnBadRow onBadRow) {
        this.limits = limits;
        this.symbol = symbol;
        this.dateReading = dateReading;
        this.adjusted = adjusted;
        this.onBadRow = onBadRow;
    }

    /** A reader of unadjusted prices with {@link ReadLimits#defaults} that rejects a file with a bad row. */
    public static BarReader standard() {
        return new BarReader(ReadLimits.defaults(), null, null, false, OnBadRow.REJECT);
    }

    public BarReader within(ReadLimits bounds) {
        return new BarReader(bounds, symbol, dateReading, adjusted, onBadRow);
    }

    /** Names the instrument of a file without a symbol column; one with it keeps its own. */
    public BarReader forSymbol(Symbol instrument) {
        return new BarReader(limits, instrument, dateReading, adjusted, onBadRow);
    }

    /** Settles dates that can be read both ways. */
    public BarReader withDates(DateReading reading) {
        return new BarReader(limits, symbol, reading, adjusted, onBadRow);
    }

    /**
     * Whether open, high and low are scaled by adjusted close over close, and the adjusted close is the close; a file
     * without an adjusted close is then refused. The volume stays as it is.
     */
    public BarReader adjusted(boolean wanted) {
        return new BarReader(limits, symbol, dateReading, wanted, onBadRow);
    }

    public BarReader onBadRow(OnBadRow choice) {
        return new BarReader(limits, symbol, dateReading, adjusted, choice);
    }

    /**
     * Reads a whole file.
     *
     * @param source its name in messages
     * @param file its bytes; kept nowhere, not written to
     * @return the bars of its good rows and at most 50 problems; where the dates are in doubt or in no order, no bars
     */
    public Parsed<BarFile> read(String source, byte[] file) {
        Problems problems = new Problems(source);
        try {
            CellCursor start = HeaderLine.start(PlainText.of(file, limits.maxBytes()));
            int headerLine = start.line;
            List<String> labels = HeaderLine.cells(start, limits.maxColumns());
            BarHeader header = BarHeader.of(labels, headerLine, adjusted, problems);
            if (header == null) {
                return nothing(problems);
            }
            if (symbol == null && !header.has(ColumnRole.SYMBOL)) {
                problems.add(
                        headerLine,
                        null,
                        "names the columns of one instrument's bars; say which symbol they belong to");
                return nothing(problems);
            }
            return rows(source, header, start);
        } catch (Unreadable e) {
            problems.addForFile(String.valueOf(e.getMessage()));
            return nothing(problems);
        }
    }

    private Parsed<BarFile> rows(String source, BarHeader header, CellCursor start) {
        Parsed<BarFile> plain = rows(new Problems(source), header, start, NumberStyle.PLAIN);
        if (plain != null) {
            return plain;
        }
        Problems problems = new Problems(source);
        NumberStyle style = new NumberStyleSurvey(start, header.roles()).find(problems);
        Parsed<BarFile> styled = style == null ? null : rows(problems, header, start, style);
        return styled != null ? styled : nothing(problems);
    }

    /** The bars; null where their numbers are of no style that is known yet. */
    private @Nullable Parsed<BarFile> rows(Problems problems, BarHeader header, CellCursor start, NumberStyle style) {
        BadRows badRows = new BadRows(onBadRow, problems);
        BarRows rows = new BarRows(start, header, style, limits, badRows, problems);
        rows.readRows();
        if (rows.styleIsOpen()) {
            return null;
        }
        List<Bars> instruments =
                rows.rows() == 0 ? List.of() : new BarAssembly(rows, badRows, problems).bars(dateReading, symbol);
        String leftOut = badRows.sentence();
        if (rows.rows() == 0 && problems.none()) {
            problems.addForFile(leftOut == null ? "has no rows under its header" : "has no good row: " + leftOut);
        }
        List<String> warnings = new ArrayList<>(header.warnings());
        String empty = badRows.emptySentence();
        if (empty != null) {
            warnings.add(empty);
        }
        if (leftOut != null) {
            warnings.add(leftOut);
        }
        int count = instruments.stream().mapToInt(Bars::rows).sum();
        return new Parsed<>(new BarFile(instruments, warnings, count, header.leftAdjustedAside()), problems.list());
    }

    private static Parsed<BarFile> nothing(Problems problems) {
        return new Parsed<>(new BarFile(List.of(), List.of(), 0, false), problems.list());
    }
}
