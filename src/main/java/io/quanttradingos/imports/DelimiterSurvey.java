package io.quanttradingos.imports;

import java.util.HashMap;
import java.util.Map;

/**
 * Finds out what parts the cells of a text: the mark by which most of its first lines have equally many cells.
 *
 * <p>Each of {@code ; tab , |} is tried; marks within quotes do not count. The product of how many lines agree and how many
 * cells they have decides, so that the decimal commas of a few numbers do not.
 */
final class DelimiterSurvey {
    private static final char[] CANDIDATES = {';', '\t', ',', '|'};
    private static final int LINES = 400;

    private DelimiterSurvey() {}

    static char of(String text) {
        if (text.length() > 4 && text.regionMatches(true, 0, "sep=", 0, 4)) {
            return text.charAt(4);
        }
        char best = ',';
        long most = 0;
        for (char candidate : CANDIDATES) {
            long score = score(text, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static long score(String text, char delimiter) {
        Map<Integer, Integer> lines = new HashMap<>();
        int marks = 0;
        int seen = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length() && seen < LINES; i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            quoted ^= c == '"';
            if (c == '\n' && !quoted) {
                lines.merge(marks, 1, Integer::sum);
                marks = 0;
                seen++;
            } else if (c == delimiter && !quoted) {
                marks++;
            }
        }
        return lines.entrySet().stream()
                .mapToLong(entry -> (long) entry.getKey() * entry.getValue())
                .max()
                .orElse(0);
    }
}
