package io.quanttradingos.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A format as its file under {@code imports/} declares it; {@code src/docs/60-formats.md} describes each key.
 *
 * @param title its name for people
 * @param kind what it holds, an {@link ImportKind} in lower case
 * @param marks texts that stand above the header, or anywhere in an export of sections
 * @param needed fields without whose column a table is not of this format; of all fields where empty
 * @param columns the header cells of each field, in any of its languages
 * @param toldBy header cells of which one must be there, where the needed ones may be another format's too
 * @param without header cells that tell a table is of another format
 * @param fixed what a field is where the export has no column for it
 * @param dates the order of day and month where the dates do not tell: dmy, mdy or empty
 * @param decimal point or comma where the numbers do not tell, or empty
 * @param types the words of the type column for each kind of transaction
 * @param where kinds of rows told by other columns, looked at first
 * @param leaveOut words whose rows are left out, for each reason
 * @param texts patterns of the text column that hold quantity, price and the like
 * @param above patterns of rows outside the table, such as the one that names the account
 * @param totals patterns of rows that state a sum, each with the field that is summed
 * @param cash patterns of the instrument of rows that are money, of positions
 * @param amountSign written, opposite (money out is positive), or by_kind (never signed)
 * @param feesApart whether the amount is the one before fees
 * @param note what its sender should know of every such export
 * @param wide of prices: a pattern of the header of each instrument's column
 * @param headerRows of prices: how many rows the header has
 * @param sectionsBy empty; first_cell (each row begins with the section's name) or title (a row with the name above)
 */
record Declaration(
        String title,
        String kind,
        List<String> marks,
        List<String> needed,
        Map<String, List<String>> columns,
        List<String> toldBy,
        List<String> without,
        Map<String, String> fixed,
        String dates,
        String decimal,
        Map<String, List<String>> types,
        Map<String, String> where,
        Map<String, List<String>> leaveOut,
        List<String> texts,
        List<String> above,
        Map<String, String> totals,
        List<String> cash,
        String amountSign,
        boolean feesApart,
        String note,
        String wide,
        int headerRows,
        String sectionsBy,
        Map<String, Declaration> sections) {
    Declaration {
        oneOf("kind", kind, Set.of("", "positions", "transactions", "closed_trades", "prices", "bars"));
        oneOf("dates", dates, Set.of("", "dmy", "mdy"));
        oneOf("decimal", decimal, Set.of("", "point", "comma"));
        oneOf("amount_sign", amountSign, Set.of("written", "opposite", "by_kind"));
        oneOf("sections_by", sectionsBy, Set.of("", "first_cell", "title"));
        needed.forEach(field -> Field.of("needed", field));
        columns.keySet().forEach(field -> Field.of("columns", field));
        fixed.keySet().forEach(field -> Field.of("fixed", field));
        totals.values().forEach(field -> Field.of("totals", field));
        types.keySet().forEach(kindOfRow -> RowKind.of("types", kindOfRow));
        where.forEach((condition, kindOfRow) -> {
            Condition.of(condition);
            Condition.check(kindOfRow);
        });
        if (headerRows < 1) {
            throw new IllegalArgumentException("header_rows must be at least 1, was " + headerRows);
        }
        if (sections.isEmpty() != sectionsBy.isEmpty()) {
            throw new IllegalArgumentException("sections_by must stand beside sections, and only there");
        }
    }

    private static void oneOf(String key, String value, Set<String> known) {
        if (!known.contains(value)) {
            throw new IllegalArgumentException(
                    key + " must be one of " + known.stream().sorted().toList() + ", was '" + value + "'");
        }
    }

    static Declaration defaults() {
        return new Declaration(
                "", "", List.of(), List.of(), Map.of(), List.of(), List.of(), Map.of(), "", "", Map.of(), Map.of(),
                Map.of(), List.of(), List.of(), Map.of(), List.of(), "written", false, "", "", 1, "", Map.of());
    }
}
