package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a type column and what each means. */
final class Words {
    /**
     * What a word means.
     *
     * @param kind null where its rows are left out
     * @param leftOut why, else null
     * @param captured what its pattern took out of it
     */
    record Meaning(@Nullable RowKind kind, @Nullable String leftOut, Map<Field, String> captured) {}

    private record Entry(
            TextPattern pattern,
            @Nullable RowKind kind,
            @Nullable String leftOut) {}

    private final Map<String, Entry> plain = new HashMap<>();
    private final List<Entry> patterns = new ArrayList<>();

    Words(Declaration declaration) {
        declaration
                .types()
                .forEach((kind, words) ->
                        words.forEach(word -> add(new Entry(TextPattern.of(word), RowKind.of("types", kind), null))));
        declaration
                .leaveOut()
                .forEach((reason, words) -> words.forEach(word -> add(new Entry(TextPattern.of(word), null, reason))));
    }

    private void add(Entry entry) {
        if (!entry.pattern.isPlain()) {
            patterns.add(entry);
        } else if (plain.putIfAbsent(entry.pattern.normal(), entry) != null) {
            throw new IllegalArgumentException("types has the word '" + entry.pattern + "' twice");
        }
    }

    /** The meaning of a word; null where it is unknown. */
    @Nullable Meaning meaning(String word) {
        String normal = TextPattern.normal(word);
        Entry exact = plain.get(normal);
        if (exact != null) {
            return new Meaning(exact.kind, exact.leftOut, Map.of());
        }
        for (Entry entry : patterns) {
            Map<Field, String> captured = entry.pattern.captured(normal, word);
            if (captured != null) {
                return new Meaning(entry.kind, entry.leftOut, captured);
            }
        }
        return null;
    }
}
