package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the columns of a declaration stand in one header. */
final class Columns {
    private final Map<Field, int[]> places = new EnumMap<>(Field.class);
    private final Map<Field, String> currencies = new EnumMap<>(Field.class);
    private final Map<Field, String> names = new EnumMap<>(Field.class);
    private final Map<Field, String> fixed = new EnumMap<>(Field.class);
    private @Nullable String repeated;
    private int told;

    private Columns() {}

    /** The columns, or null where the header is not that of the declaration. */
    static @Nullable Columns of(Declared declared, HeaderCells row) {
        List<String> header = row.normal();
        if (declared.without.stream().anyMatch(header::contains)) {
            return null;
        }
        if (!declared.toldBy.isEmpty() && declared.toldBy.stream().noneMatch(header::contains)) {
            return null;
        }
        Columns columns = new Columns();
        for (Map.Entry<Field, List<HeaderName>> column : declared.columns.entrySet()) {
            columns.place(column.getKey(), column.getValue(), header, row.cells());
            if (declared.needed.contains(column.getKey()) && !columns.places.containsKey(column.getKey())) {
                return null;
            }
        }
        columns.told = (int) declared.toldBy.stream().filter(header::contains).count();
        columns.fixed.putAll(declared.fixed);
        columns.repeated = columns.repeated(header, row.cells());
        return columns;
    }

    /** A header cell that is wanted and stands again where no field is: which of them is meant is unknown. */
    private @Nullable String repeated(List<String> header, List<String> cells) {
        Set<Integer> taken = new HashSet<>();
        places.values().forEach(places -> Arrays.stream(places).forEach(taken::add));
        for (int place : taken) {
            for (int other = 0; other < header.size(); other++) {
                boolean again =
                        !header.get(place).isEmpty() && header.get(other).equals(header.get(place));
                if (again && !taken.contains(other)) {
                    return cells.get(place);
                }
            }
        }
        return null;
    }

    private void place(Field field, List<HeaderName> wanted, List<String> header, List<String> cells) {
        List<Integer> found = new ArrayList<>();
        for (HeaderName name : wanted) {
            int place = name.in(header);
            if (place < 0 || found.contains(place) || (!found.isEmpty() && !field.isSummed())) {
                continue;
            }
            found.add(place);
            names.putIfAbsent(
                    field,
                    cells.get(place).isBlank() ? field.text() : cells.get(place).strip());
            if (name.end() != null) {
                currencies.putIfAbsent(field, name.currency(header.get(place)));
            }
        }
        if (!found.isEmpty()) {
            places.put(field, found.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    /** A header cell that stands twice, where only one of them is wanted; null where none does. */
    @Nullable String repeated() {
        return repeated;
    }

    /** How many header cells are understood. */
    int understood() {
        Set<Integer> distinct = new HashSet<>();
        places.values().forEach(places -> {
            for (int place : places) {
                distinct.add(place);
            }
        });
        return distinct.size() + told;
    }

    boolean has(Field field) {
        return places.containsKey(field) || fixed.containsKey(field);
    }

    boolean isColumn(Field field) {
        return places.containsKey(field);
    }

    /** The places of a field's columns, several only of those that are summed. */
    int[] places(Field field) {
        return places.getOrDefault(field, new int[0]);
    }

    /** What the header of a field's column reads. */
    String name(Field field) {
        return names.getOrDefault(field, field.text());
    }

    /** The currency that the header of a field names; empty where it names none. */
    String currency(Field field) {
        return currencies.getOrDefault(field, "");
    }

    /** The text of a field in a row; the declared one where there is no column or the cell is blank. */
    String text(Field field, SheetRow row) {
        int[] at = places.get(field);
        String text = at == null || at[0] >= row.cells().size()
                ? ""
                : Cells.bare(row.cells().get(at[0]));
        return text.isEmpty() ? fixed.getOrDefault(field, "") : text;
    }
}
