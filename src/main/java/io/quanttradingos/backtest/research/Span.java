package io.quanttradingos.backtest.research;

/**
 * A stretch of bars.
 *
 * @param first its first bar
 * @param end the bar after its last
 */
public record Span(int first, int end) {
    public Span {
        if (first < 0 || end < first) {
            throw new IllegalArgumentException("a span cannot go from " + first + " up to " + end);
        }
    }

    public int bars() {
        return end - first;
    }
}
