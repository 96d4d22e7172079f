package io.quanttradingos.sentiment;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many articles there were and what became of them.
 *
 * <p>{@code total = afterDay + beforeWindow + duplicates + used} and {@code used = positive + negative + neutral + unscored}.
 *
 * @param total as given
 * @param afterDay published after the day asked about; never looked at
 * @param beforeWindow older than the window
 * @param duplicates with the headline of an earlier one of the window
 * @param used what every other number is made from
 * @param positive scored above the neutral band
 * @param negative scored below it
 * @param neutral scored within it
 * @param unscored without any word of the list; they count in no mean, for nothing is known of them
 * @param bySource of those used, by who published them, the most frequent first; {@code unknown} where that is not known
 * @param byDay of those used, by their date in UTC
 */
public record ArticleCounts(
        int total,
        int afterDay,
        int beforeWindow,
        int duplicates,
        int used,
        int positive,
        int negative,
        int neutral,
        int unscored,
        Map<String, Integer> bySource,
        SortedMap<LocalDate, Integer> byDay) {
    public ArticleCounts {
        bySource = Collections.unmodifiableMap(new LinkedHashMap<>(bySource));
        byDay = Collections.unmodifiableSortedMap(new TreeMap<>(byDay));
    }

    /** Those that hold at least one word of the list. */
    public int scored() {
        return used - unscored;
    }
}
