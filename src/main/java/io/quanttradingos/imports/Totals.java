package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Sums up rows beside the totals that an export states of them. */
final class Totals {
    private static final class Sum {
        BigDecimal sum = BigDecimal.ZERO;
        int rows;
    }

    private final Values values;
    private final Notes notes;
    private final Map<List<Object>, Sum> sums = new HashMap<>();
    private final List<StatedTotal> stated = new ArrayList<>();

    Totals(Values values, Notes notes) {
        this.values = values;
        this.notes = notes;
    }

    List<StatedTotal> stated() {
        return stated;
    }

    /** Adds a row that is taken to each total of its part that may follow. */
    void add(Draft draft) {
        for (Map.Entry<TextPattern, Field> total : draft.part().totals.entrySet()) {
            BigDecimal number = values.number(draft, total.getValue());
            Sum sum = sums.computeIfAbsent(key(draft, total.getKey()), any -> new Sum());
            if (number != null) {
                sum.sum = sum.sum.add(number);
                sum.rows++;
            }
        }
    }

    private static List<Object> key(Draft draft, TextPattern mark) {
        return List.of(draft.part(), mark.toString());
    }

    /** Holds a stated total against the rows since the last one of its kind. */
    void compare(Draft draft) {
        Field field = Objects.requireNonNull(draft.total());
        for (Map.Entry<TextPattern, Field> total : draft.part().totals.entrySet()) {
            if (!total.getKey().matches(TextPattern.normal(mark(draft)))) {
                continue;
            }
            Sum sum = sums.remove(key(draft, total.getKey()));
            BigDecimal number = values.number(draft, field);
            if (number != null && sum != null && sum.rows > 0) {
                compare(draft, field, number, sum);
            }
            return;
        }
    }

    private static String mark(Draft draft) {
        String first = Cells.first(draft.row());
        for (Map.Entry<TextPattern, Field> total : draft.part().totals.entrySet()) {
            if (total.getKey().matches(TextPattern.normal(first))) {
                return first;
            }
        }
        return Cells.bare(draft.row().cells().get(1));
    }

    private void compare(Draft draft, Field field, BigDecimal number, Sum sum) {
        String what = "total " + field.text().replace('_', ' ')
                + (draft.account().isEmpty() ? "" : " of account " + draft.account());
        StatedTotal total = new StatedTotal(draft.line(), what, number, sum.sum);
        stated.add(total);
        if (!total.agrees(sum.rows)) {
            notes.warn(
                    "the stated " + what + " is " + number.toPlainString() + ", the rows add up to "
                            + sum.sum.toPlainString(),
                    draft.line());
        }
    }
}
