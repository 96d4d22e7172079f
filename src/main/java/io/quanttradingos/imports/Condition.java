package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a row's other columns, such as {@code asset = CFD and type = Open Position | Position closed}; an empty
 * right side stands for an empty cell.
 */
record Condition(List<Part> parts) {
    private static final String LEAVE_OUT = "leave out, ";
    /** As leaving out, of rows that nobody misses. */
    private static final String PASS_OVER = "pass over, ";

    record Part(Field field, List<TextPattern> patterns) {}

    static Condition of(String written) {
        List<Part> parts = new ArrayList<>();
        for (String part : written.split(" and ", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("where must be like 'asset = CFD', was '" + written + "'");
            }
            List<TextPattern> patterns = Arrays.stream(
                            part.substring(equals + 1).split("\\|", -1))
                    .map(String::strip)
                    .map(TextPattern::of)
                    .toList();
            parts.add(new Part(Field.of("where", part.substring(0, equals).strip()), patterns));
        }
        return new Condition(List.copyOf(parts));
    }

    /** Refuses a right side that is neither a kind nor a reason to leave out. */
    static void check(String kindOrReason) {
        if (reason(kindOrReason) == null) {
            RowKind.of("where", kindOrReason);
        }
    }

    /** Why such a row is left out; null where it is taken. */
    static @Nullable String reason(String kindOrReason) {
        if (kindOrReason.startsWith(PASS_OVER)) {
            return kindOrReason.substring(PASS_OVER.length());
        }
        return isWorthAWarning(kindOrReason) ? kindOrReason.substring(LEAVE_OUT.length()) : null;
    }

    static boolean isWorthAWarning(String kindOrReason) {
        return kindOrReason.startsWith(LEAVE_OUT);
    }

    boolean holds(Function<Field, String> cells) {
        for (Part part : parts) {
            String cell = TextPattern.normal(cells.apply(part.field));
            if (part.patterns.stream().noneMatch(pattern -> pattern.matches(cell))) {
                return false;
            }
        }
        return true;
    }

    /** Declared conditions with what each leads to, in order. */
    static List<Map.Entry<Condition, String>> all(Map<String, String> where) {
        return where.entrySet().stream()
                .map(entry -> Map.entry(of(entry.getKey()), entry.getValue()))
                .toList();
    }
}
