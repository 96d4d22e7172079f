package io.quanttradingos.discipline;

import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.TextTable;
import java.util.List;

/**
 * The trades of one file, in file order; a trade's index counts from 0.
 *
 * @param source the name its sender gave the file, for messages
 */
public record TradeLog(String source, List<Trade> trades) {
    public TradeLog {
        trades = List.copyOf(trades);
    }

    /** Reads the trades of a table; the format stands on {@link TradeLogReader}. */
    public static Parsed<TradeLog> read(TextTable table) {
        return new TradeLogReader(table).read();
    }
}
