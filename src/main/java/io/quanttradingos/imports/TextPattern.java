package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with gaps, such as {@code OPEN BUY {quantity}/* @ {price}}: a star stands for anything, a field in braces for what
 * is then read as that field. Letter case and runs of blanks do not matter.
 */
final class TextPattern {
    /** Stands for a star that is one, until the gaps are found. */
    private static final String ESCAPED = "\uE000";

    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern GAP = Pattern.compile("\\{([a-z_]+)}|\\*");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u202F\\u2007]+");
    private static final String NUMBER = "(-?[0-9][0-9.,'\u2019 ]*|-?[.,][0-9]+)";

    private final String written;
    /** The text up to the first gap, by which most texts are told apart without the pattern. */
    private final String start;

    private final @Nullable Pattern pattern;
    private final List<Field> fields = new ArrayList<>();

    private TextPattern(String written) {
        this.written = written;
        String plain = normal(written.replace("\\*", ESCAPED));
        Matcher gaps = GAP.matcher(plain);
        StringBuilder regex = new StringBuilder();
        int from = 0;
        String first = plain;
        while (gaps.find()) {
            first = from == 0 && regex.length() == 0 ? plain.substring(0, gaps.start()) : first;
            regex.append(quoted(plain.substring(from, gaps.start()))).append(gap(gaps.group(1)));
            from = gaps.end();
        }
        this.start = first.replace(ESCAPED, "*");
        this.pattern = from == 0
                ? null
                : Pattern.compile(regex.append(quoted(plain.substring(from))).toString());
    }

    private static String quoted(String text) {
        return Pattern.quote(text.replace(ESCAPED, "*"));
    }

    static TextPattern of(String written) {
        return new TextPattern(written);
    }

    private String gap(@Nullable String name) {
        if (name == null) {
            return ".*?";
        }
        Field field = Field.of("pattern", name);
        fields.add(field);
        return Field.NUMBERS.contains(field) ? NUMBER : "(.+?)";
    }

    /** Lower case, each run of blanks one of them, none around. */
    static String normal(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c > ' ' && c < 'A' || c > 'Z' && c < 0x80 || (c == ' ' && i > 0 && text.charAt(i - 1) != ' ');
        }
        if (plain && !text.endsWith(" ")) {
            return text;
        }
        return BLANKS.matcher(text).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    boolean isPlain() {
        return pattern == null;
    }

    String normal() {
        return start;
    }

    boolean matches(String normal) {
        return captured(normal, normal) != null;
    }

    /**
     * The texts of its fields, or null where it does not match.
     *
     * @param normal the text as {@link #normal(String)} makes it
     * @param cased the same in its own letter case, or the same again where that is not known
     */
    @Nullable Map<Field, String> captured(String normal, String cased) {
        if (!normal.startsWith(start) || normal.length() > LONGEST_TEXT) {
            return null;
        }
        if (pattern == null) {
            return normal.length() == start.length() ? Map.of() : null;
        }
        Matcher matcher = pattern.matcher(normal);
        if (!matcher.matches()) {
            return null;
        }
        Map<Field, String> captured = new EnumMap<>(Field.class);
        for (int i = 0; i < fields.size(); i++) {
            boolean alike = cased.length() == normal.length();
            captured.put(
                    fields.get(i),
                    alike ? cased.substring(matcher.start(i + 1), matcher.end(i + 1)) : matcher.group(i + 1));
        }
        return captured;
    }

    @Override
    public String toString() {
        return written;
    }
}
