package io.quanttradingos.statistics;

/**
 * Means and second moments of two series over the places where both have a value: what {@link Alpha}, {@link Beta} and
 * {@link Correlation} have in common.
 *
 * @param count how many places those are
 * @param meanOfX NaN where there are none
 * @param covariance of the sample, divisor count - 1, as the deviations; NaN for fewer than two places
 */
public record PairedMoments(
        int count, double meanOfX, double meanOfY, double covariance, double deviationOfX, double deviationOfY) {

    /** Two passes: the means, then the products of the distances from them. */
    public static PairedMoments of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("series must be of one length, were " + x.length + " and " + y.length);
        }
        int count = 0;
        double sumOfX = 0;
        double sumOfY = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i] + y[i])) {
                sumOfX += x[i];
                sumOfY += y[i];
                count++;
            }
        }
        return around(x, y, count, sumOfX / count, sumOfY / count);
    }

    private static PairedMoments around(double[] x, double[] y, int count, double meanOfX, double meanOfY) {
        if (count < 2) {
            return new PairedMoments(count, meanOfX, meanOfY, Double.NaN, Double.NaN, Double.NaN);
        }
        double products = 0;
        double squaresOfX = 0;
        double squaresOfY = 0;
        for (int i = 0; i < x.length; i++) {
            double fromX = x[i] - meanOfX;
            double fromY = y[i] - meanOfY;
            if (!Double.isNaN(fromX + fromY)) {
                products += fromX * fromY;
                squaresOfX += fromX * fromX;
                squaresOfY += fromY * fromY;
            }
        }
        double divisor = count - 1;
        return new PairedMoments(
                count,
                meanOfX,
                meanOfY,
                products / divisor,
                Math.sqrt(squaresOfX / divisor),
                Math.sqrt(squaresOfY / divisor));
    }
}
