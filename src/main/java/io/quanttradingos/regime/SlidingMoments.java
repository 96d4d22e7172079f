package io.quanttradingos.regime;

/**
 * Mean and sample deviation of the last {@code window} values, in constant amortised time, without drift.
 *
 * <p>Nothing is ever subtracted from a running sum. The values are cut into blocks of one window each; the window at
 * any moment is the tail of the block before and the head of this one, and both are running moments (Welford 1962)
 * that are put together by the pairwise formula of Chan, Golub and LeVeque (1979). So the result is as good as summing
 * each window afresh, and a value that is not finite is gone as soon as it leaves the window.
 */
final class SlidingMoments {
    private final int window;
    private final double[] block;
    private final double[] tailMean;
    private final double[] tailSquares;
    private boolean blockBefore;
    private int headCount;
    private double headMean;
    private double headSquares;

    SlidingMoments(int window) {
        this.window = window;
        this.block = new double[window];
        this.tailMean = new double[window];
        this.tailSquares = new double[window];
    }

    void add(double value) {
        if (headCount == window) {
            turnHeadIntoTails();
        }
        block[headCount++] = value;
        double step = value - headMean;
        headMean += step / headCount;
        headSquares += step * (value - headMean);
    }

    /** Values in the window, at most its size. */
    int count() {
        return headCount + tailCount();
    }

    /** The mean; NaN before the first value. */
    double mean() {
        int tail = tailCount();
        if (tail == 0) {
            return headCount == 0 ? Double.NaN : headMean;
        }
        return headMean + (tailMean[tail] - headMean) * tail / (headCount + tail);
    }

    /** The deviation with n-1; NaN below two values. */
    double deviation() {
        int tail = tailCount();
        int count = headCount + tail;
        if (count < 2) {
            return Double.NaN;
        }
        double between = tailMean[tail] - headMean;
        double squares = tail == 0
                ? headSquares
                : headSquares + tailSquares[tail] + between * between * headCount * tail / count;
        return Math.sqrt(squares / (count - 1));
    }

    private int tailCount() {
        return blockBefore ? window - headCount : 0;
    }

    /** Index k of the tails holds the moments of the block's last k values. */
    private void turnHeadIntoTails() {
        double mean = 0;
        double squares = 0;
        for (int count = 1; count < window; count++) {
            double value = block[window - count];
            double step = value - mean;
            mean += step / count;
            squares += step * (value - mean);
            tailMean[count] = mean;
            tailSquares[count] = squares;
        }
        blockBefore = true;
        headCount = 0;
        headMean = 0;
        headSquares = 0;
    }
}
