package io.quanttradingos.policy;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The names of settings: {@code highVolEnterRank} in the record is {@code high_vol_enter_rank} in the file. */
final class KeyName {
    private KeyName() {}

    static String of(String component) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < component.length(); i++) {
            char letter = component.charAt(i);
            if (Character.isUpperCase(letter)) {
                key.append('_');
            }
            key.append(Character.toLowerCase(letter));
        }
        return key.toString();
    }

    /** The known key a person may have meant; empty where none is near. */
    static Optional<String> nearest(String written, Collection<String> known) {
        String wanted = written.toLowerCase(Locale.ROOT).replace('-', '_');
        String best = null;
        int least = Math.max(2, wanted.length() / 3) + 1;
        for (String key : known) {
            int edits = edits(wanted, key);
            if (edits < least) {
                least = edits;
                best = key;
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
