package io.quanttradingos.marketdata;

import java.util.ArrayList;
import java.util.List;

/**
 * What a price file held.
 *
 * @param table the prices, dates ascending whatever the file's order was
 * @param warnings sentences on what was read differently than its author may expect, such as a column left out
 * @param rows data rows read
 * @param layout how the file was laid out
 */
public record PriceFile(PriceTable table, List<String> warnings, int rows, PriceLayout layout) {
    public PriceFile {
        warnings = List.copyOf(warnings);
    }

    /** The same with sentences on how it was come by, before its own. */
    public PriceFile noticed(List<String> notices) {
        List<String> all = new ArrayList<>(notices);
        all.addAll(warnings);
        return new PriceFile(table, all, rows, layout);
    }
}
