package io.quanttradingos.statistics;

import java.util.Arrays;

/**
 * Draws how many of {@code n} independent trials succeed, by inverting the law's cumulative table.
 *
 * <p>The table is built from the likeliest count outwards by the ratio of neighbours, (n - k) / (k + 1) · p / (1 - p),
 * until a count is less likely than 1e-18 of the likeliest; exact but for rounding, and for what is rarer than that.
 */
final class BinomialTable {
    private static final double NEVER = 1e-18;

    private final int first;
    private final double[] cumulative;

    BinomialTable(int trials, double probability) {
        double odds = probability / (1 - probability);
        int likeliest = (int) ((trials + 1) * probability);
        double[] weights = new double[trials + 1];
        weights[likeliest] = 1;
        int last = likeliest;
        while (last < trials && weights[last] > NEVER) {
            weights[last + 1] = weights[last] * ((double) (trials - last) / (last + 1) * odds);
            last++;
        }
        int lowest = likeliest;
        while (lowest > 0 && weights[lowest] > NEVER) {
            weights[lowest - 1] = weights[lowest] * (lowest / ((double) (trials - lowest + 1) * odds));
            lowest--;
        }
        first = lowest;
        cumulative = Arrays.copyOfRange(weights, lowest, last + 1);
        for (int i = 1; i < cumulative.length; i++) {
            cumulative[i] += cumulative[i - 1];
        }
    }

    int draw(NoiseSource noise) {
        double wanted = noise.uniform() * cumulative[cumulative.length - 1];
        int place = Arrays.binarySearch(cumulative, wanted);
        return first + (place >= 0 ? Math.min(place + 1, cumulative.length - 1) : -place - 1);
    }
}
