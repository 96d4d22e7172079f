package io.quanttradingos.backtest;

import io.quanttradingos.statistics.Histogram;
import java.util.ArrayList;
import java.util.List;

/**
 * How the returns of single bars are distributed.
 *
 * @param edges of the bins, one more than there are bins, as fractions
 * @param counts of the returns from each edge up to the next
 */
public record ReturnHistogram(List<Double> edges, List<Integer> counts) {
    static ReturnHistogram of(Histogram histogram) {
        List<Double> edges = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (int bin = 0; bin < histogram.bins(); bin++) {
            edges.add(histogram.edge(bin));
            counts.add(histogram.count(bin));
        }
        edges.add(histogram.edge(histogram.bins()));
        return new ReturnHistogram(edges, counts);
    }
}
