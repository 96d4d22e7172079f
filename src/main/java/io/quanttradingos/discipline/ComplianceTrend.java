package io.quanttradingos.discipline;

import java.util.List;

/**
 * Whether the latest compliance scores rise or fall.
 *
 * <p>The mean of the earlier half against the mean of the later half, which is the longer one of an odd count; with
 * fewer than four scores the first against the last. Flat below two scores, and where the change is the threshold or
 * less.
 */
final class ComplianceTrend {
    private static final int FEWEST_FOR_HALVES = 4;

    private ComplianceTrend() {}

    /**
     * {@code improving}, {@code worsening} or {@code flat}.
     *
     * @param scores oldest first; only the last {@code runs} count
     */
    static String of(List<Double> scores, int runs, double threshold) {
        List<Double> latest = scores.subList(Math.max(0, scores.size() - runs), scores.size());
        int count = latest.size();
        if (count < 2) {
            return "flat";
        }
        boolean halves = count >= FEWEST_FOR_HALVES;
        double earlier = mean(latest.subList(0, halves ? count / 2 : 1));
        double later = mean(latest.subList(halves ? count / 2 : count - 1, count));
        // The threshold goes to the earlier mean: 0.52 - 0.50 is more than 0.02 in binary, 0.50 + 0.02 is 0.52.
        if (later > earlier + threshold) {
            return "improving";
        }
        return later < earlier - threshold ? "worsening" : "flat";
    }

    private static double mean(List<Double> scores) {
        double sum = 0;
        for (double score : scores) {
            sum += score;
        }
        return sum / scores.size();
    }
}
