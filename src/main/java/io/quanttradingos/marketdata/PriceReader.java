package io.quanttradingos.marketdata;

import io.quanttradingos.failure.Parsed;
import io.quanttradingos.marketdata.PlainText.Unreadable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a price file, for example {@code PriceReader.standard().read("prices.csv", bytes).orRefuse().table()}.
 *
 * <p>Three layouts, told by the header, whose letter case does not matter:
 *
 * <pre>
 * date,SPY,TLT                 date,symbol,close            date,open,high,low,close,volume
 * 2024-01-02,472.65,98.33      2024-01-02,SPY,472.65        2024-01-02,472.16,473.67,470.49,472.65,123623700
 * 2024-01-03,468.79,           2024-01-02,TLT,98.33         2024-01-03,470.43,471.19,468.17,468.79,103585900
 * </pre>
 *
 * The third is one instrument's bars: which one, {@link #forSymbol} says. Delimiter comma, semicolon or tab; UTF-8, or
 * UTF-16 with its byte order mark; gzip, or zip with one file; quoted cells, blank lines and any line end. Dates
 * {@code yyyy-MM-dd}, {@code yyyy/MM/dd}, {@code yyyyMMdd}, {@code d.m.yyyy}, {@code m/d/yyyy} or {@code d/m/yyyy}, one
 * reading for the whole file; a time of day is dropped. A file that runs backwards is turned round.
 *
 * <p>A missing price is an empty cell, {@code NA}, {@code N/A}, {@code null} or {@code -}; a literal {@code NaN} is a
 * problem, because it tells of a calculation that failed. Numbers are read exactly as {@link Double#parseDouble} would.
 */
public final class PriceReader {
    private final ReadLimits limits;
    private final @Nullable Symbol symbol;
    private final @Nullable DateReading dateReading;

    private PriceReader(ReadLimits limits, @Nullable Symbol symbol, @Nullable DateReading dateReading) {
        this.limits = limits;
        this.symbol = symbol;
        this.dateReading = dateReading;
    }

    /** A reader with {@link ReadLimits#defaults}, which works the reading of dates out for itself. */
    public static PriceReader standard() {
        return new PriceReader(ReadLimits.defaults(), null, null);
    }

    public PriceReader within(ReadLimits bounds) {
        return new PriceReader(bounds, symbol, dateReading);
    }

    /** Names the instrument of a file that holds the bars of one without saying which. */
    public PriceReader forSymbol(Symbol instrument) {
        return new PriceReader(limits, instrument, dateReading);
    }

    /** Settles dates that can be read both ways. */
    public PriceReader withDates(DateReading reading) {
        return new PriceReader(limits, symbol, reading);
    }

    /**
     * Reads a whole file.
     *
     * @param source its name in messages
     * @param file its bytes; kept nowhere, not written to
     * @return the table of its good rows and at most 50 problems; where the dates are in doubt or out of order, an empty
     *     table
     */
    public Parsed<PriceFile> read(String source, byte[] file) {
        Problems problems = new Problems(source);
        try {
            PlainText text = PlainText.of(file, limits.maxBytes());
            return new Parsed<>(read(text, problems), problems.list());
        } catch (Unreadable e) {
            problems.addForFile(String.valueOf(e.getMessage()));
            return new Parsed<>(nothing(PriceLayout.WIDE), problems.list());
        }
    }

    private PriceFile read(PlainText text, Problems problems) throws Unreadable {
        CellCursor cursor = HeaderLine.start(text);
        int headerLine = cursor.line;
        List<String> labels = HeaderLine.cells(cursor, limits.maxColumns());
        PriceHeader header = PriceHeader.of(labels, headerLine, problems);
        if (header == null) {
            return nothing(PriceLayout.WIDE);
        }
        if (header.layout() == PriceLayout.BARS && symbol == null) {
            problems.add(
                    headerLine, null, "names the columns of one instrument's bars; say which symbol they belong to");
            return nothing(PriceLayout.BARS);
        }
        PriceRows rows = new PriceRows(cursor, header, limits, problems);
        rows.readRows();
        if (rows.rows() == 0) {
            if (problems.none()) {
                problems.addForFile("has no rows under its header");
            }
            return nothing(header.layout());
        }
        return assembled(header, rows, problems);
    }

    private PriceFile assembled(PriceHeader header, PriceRows rows, Problems problems) {
        List<String> warnings = new ArrayList<>(header.warnings());
        TableAssembly assembly = new TableAssembly(rows, limits, problems, warnings);
        PriceTable table = switch (header.layout()) {
            case WIDE -> assembly.wide(header.symbols(), dateReading);
            case BARS -> assembly.wide(symbol == null ? List.of() : List.of(symbol), dateReading);
            case LONG -> assembly.pivoted(dateReading);
        };
        return new PriceFile(table, warnings, rows.rows(), header.layout());
    }

    private static PriceFile nothing(PriceLayout layout) {
        return new PriceFile(PriceTable.empty(), List.of(), 0, layout);
    }
}
