package io.quanttradingos.statistics;

/**
 * The probability that independent trials have a run of successes at least so long, for example that 100 trades of which
 * half lose hold seven losses on end: 0.32.
 *
 * <p>With success probability p, g(k) = g(k - 1) + (1 - g(k - length - 1)) · (1 - p) · p^length, where g(k) = 0 for k below
 * the length and p^length at it: a first run that ends at trial k follows a failure, and none before. Source: W. Feller,
 * "An Introduction to Probability Theory and Its Applications" I (1968), ch. XIII.7.
 */
public final class RunProbability {
    private RunProbability() {}

    /**
     * The probability.
     *
     * @param length of the run, at least 1
     * @param success probability of each trial, in [0, 1]
     */
    public static double atLeast(int length, int trials, double success) {
        if (!(length >= 1 && success >= 0 && success <= 1)) {
            throw new IllegalArgumentException("no run of " + length + " at a probability of " + success);
        }
        if (trials < length) {
            return 0;
        }
        double run = StrictMath.pow(success, length);
        double[] seen = new double[trials + 1];
        seen[length] = run;
        for (int k = length + 1; k <= trials; k++) {
            seen[k] = seen[k - 1] + (1 - seen[k - length - 1]) * (1 - success) * run;
        }
        return Math.min(1, seen[trials]);
    }
}
