package io.quanttradingos.sentiment;

import java.util.List;

/**
 * What the word list says of a headline.
 *
 * @param value in [-1, 1]; 0 where no word of the list was met
 * @param words those that made it, in the order met
 */
public record HeadlineScore(double value, List<WordWeight> words) {
    public HeadlineScore {
        words = List.copyOf(words);
    }

    /** Whether any word of the list was met. */
    public boolean isScored() {
        return !words.isEmpty();
    }
}
