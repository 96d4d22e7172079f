package io.quanttradingos.journal;

import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Symbol;
import java.util.List;

/**
 * The closed trades of one file in file order, one array per column; the format stands on {@link JournalReader}.
 *
 * <p>Days count from 1970-01-01. What a cell does not say is {@link Double#NaN}, or {@link #NO_DAY} for a day.
 */
public final class Journal {
    /** A trade whose day of exit is not written. */
    static final int NO_DAY = Integer.MIN_VALUE;

    private final String source;
    private final List<Symbol> symbols;

    /** The columns a file may be without. */
    record Given(boolean fees, boolean stops, boolean exitDays) {}

    final Given given;
    final int[] days;
    final int[] exitDays;
    /** Places in {@link #symbols()}. */
    final int[] symbolNumbers;
    /** 1 for a long trade, -1 for a short one. */
    final byte[] signs;

    final double[] quantities;
    final double[] entries;
    final double[] exits;
    final double[] fees;
    final double[] stops;

    Journal(String source, List<Symbol> symbols, Given given, JournalColumns columns) {
        this.source = source;
        this.symbols = List.copyOf(symbols);
        this.given = given;
        this.days = columns.days();
        this.exitDays = columns.exitDays();
        this.symbolNumbers = columns.symbolNumbers();
        this.signs = columns.signs();
        this.quantities = columns.numbers(JournalColumns.QUANTITY);
        this.entries = columns.numbers(JournalColumns.ENTRY);
        this.exits = columns.numbers(JournalColumns.EXIT);
        this.fees = columns.numbers(JournalColumns.FEE);
        this.stops = columns.numbers(JournalColumns.STOP);
    }

    /** Reads the trades of a table; bad rows are left out and reported. */
    public static Parsed<Journal> read(TextTable table) {
        return new JournalReader(table).read();
    }

    /** The name its sender gave the file, for messages. */
    public String source() {
        return source;
    }

    /** How many trades there are. */
    public int size() {
        return days.length;
    }

    /** The symbols traded, in order of first appearance. */
    public List<Symbol> symbols() {
        return symbols;
    }

    /** The day a trade's result was certain: its exit where written, else its date. */
    int closingDay(int trade) {
        return exitDays[trade] == NO_DAY ? days[trade] : exitDays[trade];
    }
}
