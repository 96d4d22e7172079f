package io.quanttradingos.api.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names with their values, and lists of sentences. */
final class Facts {
    private Facts() {}

    /** Names and values in columns: {@code name, value, name, value, …}. */
    static void grid(Markup page, @Nullable String... namesAndValues) {
        pairs(page, "facts grid", namesAndValues);
    }

    /** The same, one to a line, for long values. */
    static void lines(Markup page, @Nullable String... namesAndValues) {
        pairs(page, "facts lines", namesAndValues);
    }

    private static void pairs(Markup page, String look, @Nullable String... namesAndValues) {
        page.open("dl", "class", look);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = namesAndValues[i];
            page.open("div").element("dt", name == null ? "–" : name);
            page.open("dd").value(namesAndValues[i + 1]).close().close();
        }
        page.close();
    }

    static void sentences(Markup page, List<String> sentences) {
        page.open("ul", "class", "sentences");
        sentences.forEach(sentence -> page.element("li", sentence));
        page.close();
    }
}
