package io.quanttradingos.api.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * HTML and SVG being written: names of elements and attributes are ours, whatever stands between them is escaped.
 *
 * <p>A text cannot become markup, and cannot turn the direction of what follows it: control characters and those that
 * reorder text are shown as U+FFFD.
 */
final class Markup {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder html = new StringBuilder(64 * 1024);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names followed by their values, one without a value is left out. */
    Markup open(String tag, @Nullable String... attributes) {
        tag(tag, attributes);
        html.append('>');
        open.push(tag);
        return this;
    }

    /** Ends the element begun last. */
    Markup close() {
        html.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without an end, such as a shape of a picture. */
    Markup shape(String tag, @Nullable String... attributes) {
        tag(tag, attributes);
        html.append("/>");
        return this;
    }

    /** An element with a text in it. */
    Markup element(String tag, String text, @Nullable String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** A text, or the sign of what is not known. */
    Markup value(@Nullable String text) {
        return text == null
                ? element("span", "–", "class", "unknown", "role", "img", "aria-label", "unknown", "title", "unknown")
                : text(text);
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** Markup of ours as it stands: never anything that was read. */
    Markup raw(String ours) {
        html.append(ours);
        return this;
    }

    private void tag(String tag, @Nullable String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            String value = attributes[i + 1];
            if (value != null) {
                html.append(' ').append(attributes[i]).append("=\"");
                escape(value);
                html.append('"');
            }
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(isHarmless(character) ? character : REPLACEMENT);
            }
        });
    }

    private static boolean isHarmless(int character) {
        boolean line = character == '\n' || character == '\t';
        boolean reorders = character >= 0x202A && character <= 0x202E || character >= 0x2066 && character <= 0x2069;
        boolean half = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return line || !(Character.isISOControl(character) || reorders || half);
    }

    /** The file. */
    byte[] bytes() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }
}
