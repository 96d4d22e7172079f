package io.quanttradingos.imports.fold;

import java.util.List;

/**
 * What a history comes to.
 *
 * @param positions what is held at its end, in the order first met
 * @param trades the round trips, in the order they ended
 * @param gaps the instruments of which nothing is known; they are in neither of the others
 */
public record Folded(List<OpenPosition> positions, List<RoundTrip> trades, List<HistoryGap> gaps) {
    public Folded {
        positions = List.copyOf(positions);
        trades = List.copyOf(trades);
        gaps = List.copyOf(gaps);
    }
}
