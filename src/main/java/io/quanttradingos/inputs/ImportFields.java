package io.quanttradingos.inputs;

import io.quanttradingos.imports.Answers;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a sender says of an export, as the fields of a request: {@code import_format}, {@code import_date_order} and so on. */
public final class ImportFields {
    private static final String PREFIX = "import_";

    private ImportFields() {}

    /** The request's field for one of {@link Answers}, whether written {@code dateOrder} or {@code date_order}. */
    public static String of(String answer) {
        String snake = answer.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        return snake.startsWith(PREFIX) ? snake : PREFIX + snake;
    }

    /** Those that say something. */
    public static Map<String, String> of(Answers answers) {
        Map<String, String> fields = new TreeMap<>();
        put(fields, "format", answers.format());
        put(fields, "date_order", answers.dateOrder());
        put(fields, "decimal", answers.decimal());
        put(fields, "account", answers.account());
        put(fields, "currency", answers.currency());
        put(fields, "symbol", answers.symbol());
        String words = new TreeMap<>(answers.words())
                .entrySet().stream()
                        .map(word -> word.getKey() + "=" + word.getValue())
                        .collect(Collectors.joining(";"));
        put(fields, "words", words.isEmpty() ? null : words);
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(PREFIX + name, value);
        }
    }

    /** What is said of each part of a request; null where nothing is said of any. */
    public static @Nullable Map<String, Map<String, String>> ofParts(Map<String, Source> parts) {
        Map<String, Map<String, String>> said = new TreeMap<>();
        parts.forEach((part, source) -> {
            Map<String, String> fields = of(source.answers());
            if (!fields.isEmpty()) {
                said.put(part, fields);
            }
        });
        return said.isEmpty() ? null : said;
    }

    /** A part with what was said of it. */
    public static Source answered(Source source, String part, @Nullable Map<String, Map<String, String>> said) {
        Map<String, String> fields = said == null ? null : said.get(part);
        return fields == null ? source : source.answered(read(fields));
    }

    /** What fields say. */
    public static Answers read(Map<String, String> fields) {
        return new Answers(
                fields.get(PREFIX + "format"),
                fields.get(PREFIX + "date_order"),
                fields.get(PREFIX + "decimal"),
                fields.get(PREFIX + "account"),
                fields.get(PREFIX + "currency"),
                fields.get(PREFIX + "symbol"),
                Answers.words(fields.get(PREFIX + "words")));
    }
}
