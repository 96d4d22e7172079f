package io.quanttradingos.backtest.indicator;

import java.util.Arrays;

/**
 * The mean of the last n values and the sum of their squared distances from it.
 *
 * <p>By blocks, as {@link WindowSum}. Within a block mean and squares grow by B. Welford, Technometrics 4 (1962); the two
 * parts of a window are put together by T. Chan, G. Golub, R. LeVeque, "Algorithms for computing the sample variance", The
 * American Statistician 37 (1983).
 */
final class WindowMoments {
    private final int size;
    /** Up to the place at hand the values of this block; after it, the mean of the block before behind each place. */
    private final double[] means;
    /** The squares of the block before behind each place. */
    private final double[] squares;

    private int place = -1;
    private double meanOfEnd = Double.NaN;
    private double meanOfBeginning;
    private double squaresOfBeginning;

    WindowMoments(int size) {
        this.size = size;
        this.means = new double[size];
        this.squares = new double[size];
        Arrays.fill(means, 0, size - 1, Double.NaN);
    }

    void add(double value) {
        if (++place == size) {
            place = 0;
            meanOfBeginning = 0;
            squaresOfBeginning = 0;
            gatherEnds();
        }
        meanOfEnd = means[place];
        means[place] = value;
        double distance = value - meanOfBeginning;
        meanOfBeginning += distance / (place + 1);
        squaresOfBeginning += distance * (value - meanOfBeginning);
    }

    private void gatherEnds() {
        double mean = 0;
        double sum = 0;
        for (int i = size - 1; i >= 0; i--) {
            double value = means[i];
            means[i] = mean;
            squares[i] = sum;
            double distance = value - mean;
            mean += distance / (size - i);
            sum += distance * (value - mean);
        }
    }

    /** NaN until n values were added. */
    double mean() {
        return meanOfBeginning + (meanOfEnd - meanOfBeginning) * shareOfEnd();
    }

    /** Σ(x - x̄)². NaN until n values were added. */
    double squares() {
        if (place < 0) {
            return Double.NaN;
        }
        double apart = meanOfEnd - meanOfBeginning;
        return squares[place] + squaresOfBeginning + apart * apart * shareOfEnd() * (place + 1);
    }

    private double shareOfEnd() {
        return (size - 1.0 - place) / size;
    }
}
