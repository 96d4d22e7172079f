package io.quanttradingos.imports;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A declaration made ready for reading: its names and patterns compiled. */
final class Declared {
    final String name;
    final Declaration declaration;
    final ImportKind kind;
    final Map<Field, List<HeaderName>> columns = new EnumMap<>(Field.class);
    final Map<Field, String> fixed = new EnumMap<>(Field.class);
    final Set<Field> needed;
    final Set<String> toldBy;
    final Set<String> without;
    final List<TextPattern> marks;
    final List<TextPattern> texts;
    final List<TextPattern> above;
    final List<TextPattern> cash;
    final Map<TextPattern, Field> totals = new LinkedHashMap<>();
    final List<Map.Entry<Condition, String>> where;
    final Words words;
    final @Nullable List<TextPattern> wide;
    final Map<String, Declared> sections = new LinkedHashMap<>();

    Declared(String name, Declaration declaration) {
        this.name = name;
        this.declaration = declaration;
        this.kind = ImportKind.valueOf(declaration.kind().toUpperCase(java.util.Locale.ROOT));
        declaration
                .columns()
                .forEach((field, names) -> columns.put(
                        Field.of("columns", field),
                        names.stream().map(HeaderName::of).toList()));
        declaration.fixed().forEach((field, text) -> fixed.put(Field.of("fixed", field), text));
        this.needed = declaration.needed().isEmpty()
                ? Set.copyOf(columns.keySet())
                : declaration.needed().stream()
                        .map(field -> Field.of("needed", field))
                        .collect(Collectors.toSet());
        this.toldBy = declaration.toldBy().stream().map(HeaderName::normal).collect(Collectors.toSet());
        this.without = declaration.without().stream().map(HeaderName::normal).collect(Collectors.toSet());
        this.marks = patterns(declaration.marks());
        this.texts = patterns(declaration.texts());
        this.above = patterns(declaration.above());
        this.cash = patterns(declaration.cash());
        declaration.totals().forEach((mark, field) -> totals.put(TextPattern.of(mark), Field.of("totals", field)));
        this.where = Condition.all(declaration.where());
        this.words = new Words(declaration);
        this.wide = declaration.wide().isEmpty()
                ? null
                : patterns(List.of(declaration.wide().split(" \\| ")));
        declaration.sections().forEach((section, inner) -> sections.put(section, new Declared(name, inner)));
    }

    private static List<TextPattern> patterns(List<String> written) {
        return written.stream().map(TextPattern::of).toList();
    }

    String title() {
        return declaration.title();
    }
}
