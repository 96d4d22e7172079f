package io.quanttradingos.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that is to be taken, or one that states a total, before its numbers and dates are read.
 *
 * @param captured what patterns took out of its texts
 * @param kind of transactions and trades, else null
 * @param isOnlyCounted whether it is left out, and counts in the totals that the export states all the same
 * @param total the field whose sum it states, null where it states none
 */
record Draft(
        SheetRow row,
        Declared part,
        Columns columns,
        Map<Field, String> captured,
        String account,
        @Nullable RowKind kind,
        @Nullable Field total,
        boolean isOnlyCounted) {
    /** The text of a field: what a pattern took, else what stands in its column. */
    String text(Field field) {
        String text = captured.get(field);
        return text != null ? text : columns.text(field, row);
    }

    int line() {
        return row.line();
    }
}
