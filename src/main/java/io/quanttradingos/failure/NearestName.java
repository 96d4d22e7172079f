package io.quanttradingos.failure;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was meant to be, for example {@code fast} for {@code fats}. */
public final class NearestName {
    private NearestName() {}

    /**
     * The known name with the fewest edits, the first of several; empty where none is near: at most a third of the
     * letters, and two in a short name, may differ.
     */
    public static Optional<String> of(String written, Collection<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT).replace('-', '_');
        String best = null;
        int least = Math.max(2, wanted.length() / 3) + 1;
        for (String name : known) {
            boolean mayBeNear = Math.abs(wanted.length() - name.length()) < least;
            int edits = mayBeNear ? edits(wanted, name.toLowerCase(Locale.ROOT)) : least;
            if (edits < least) {
                least = edits;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein distance: the fewest letters to insert, drop or replace. */
    private static int edits(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[b.length()];
    }
}
