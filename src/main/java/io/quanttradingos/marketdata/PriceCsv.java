package io.quanttradingos.marketdata;

import io.quanttradingos.units.Symbol;
import java.nio.charset.StandardCharsets;

/**
 * Writes a table as a wide CSV that {@link PriceReader} reads back to the same bits.
 *
 * <p>ISO dates, LF, an empty cell where there is no price, and of each price the shortest digits that stand for it. The
 * same table gives the same bytes on every Java version.
 */
public final class PriceCsv {
    private PriceCsv() {}

    /** The file's bytes in UTF-8. */
    public static byte[] write(PriceTable table) {
        StringBuilder csv = new StringBuilder("date");
        for (Symbol symbol : table.symbols()) {
            csv.append(',').append(symbol.text());
        }
        csv.append('\n');
        for (int row = 0; row < table.rows(); row++) {
            csv.append(table.date(row));
            for (int column = 0; column < table.columns(); column++) {
                csv.append(',');
                double close = table.close(row, column);
                if (!Double.isNaN(close)) {
                    ShortestDecimal.append(csv, close);
                }
            }
            csv.append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }
}
