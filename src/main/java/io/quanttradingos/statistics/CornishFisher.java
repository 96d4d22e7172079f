package io.quanttradingos.statistics;

/**
 * The Cornish-Fisher expansion: a normal quantile bent by skewness S and excess kurtosis K.
 *
 * <p>{@code w(z) = z + (z²-1)S/6 + (z³-3z)K/24 - (2z³-5z)S²/36}. Source: E. Cornish, R. Fisher, "Moments and cumulants in
 * the specification of distributions", Revue de l'Institut International de Statistique 5 (1938), four terms.
 */
public final class CornishFisher {
    private CornishFisher() {}

    /** The bent quantile of a standardised value. NaN where a moment is. */
    public static double quantile(double z, double skewness, double excessKurtosis) {
        double cube = z * z * z;
        return z
                + (z * z - 1) * skewness / 6
                + (cube - 3 * z) * excessKurtosis / 24
                - (2 * cube - 5 * z) * skewness * skewness / 36;
    }

    /**
     * The mean of the bent quantiles below a probability, {@code 1/p · ∫ w(z)φ(z) dz} up to the normal quantile of p.
     * Source: D. Maillard, "A user's guide to the Cornish Fisher expansion" (2012).
     */
    public static double tailMean(double probability, double skewness, double excessKurtosis) {
        double z = StandardNormal.quantile(probability);
        double bend =
                1 + z * skewness / 6 + (z * z - 1) * excessKurtosis / 24 - (2 * z * z - 1) * skewness * skewness / 36;
        return -StandardNormal.density(z) / probability * bend;
    }

    /**
     * Whether the bent quantiles still rise with z everywhere, as quantiles must. Outside this domain a deeper tail may
     * get a smaller loss and the figures should not be trusted; with |S| above 6(√2 - 1), or K above 8 and no skewness,
     * that is always so.
     *
     * <p>The slope of w is the parabola {@code (K/8 - S²/6)z² + (S/3)z + (1 - K/8 + 5S²/36)}, which must have no two
     * roots and open upwards. Source: D. Maillard (2012), section 2; V. Chernozhukov, I. Fernández-Val, A. Galichon,
     * "Rearranging Edgeworth-Cornish-Fisher expansions", Economic Theory 42 (2010). False where a moment is NaN.
     */
    public static boolean isValid(double skewness, double excessKurtosis) {
        double square = excessKurtosis / 8 - skewness * skewness / 6;
        double slope = skewness / 3;
        double constant = 1 - excessKurtosis / 8 + 5 * skewness * skewness / 36;
        return square >= 0 && constant >= 0 && slope * slope <= 4 * square * constant;
    }
}
