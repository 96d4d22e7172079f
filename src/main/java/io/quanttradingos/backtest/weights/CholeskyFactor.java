package io.quanttradingos.backtest.weights;

/**
 * The lower triangle L of {@code A = L L'} for a symmetric positive definite A, built row by row, and the solution of
 * {@code A x = b} with it.
 */
final class CholeskyFactor {
    private final double[][] lower;
    private int size;

    CholeskyFactor(int capacity) {
        this.lower = new double[capacity][];
    }

    int size() {
        return size;
    }

    /**
     * Adds the next row of A.
     *
     * @param row its entries up to and including the diagonal; more are not looked at
     * @return what is left of the diagonal once the rows before are taken out of it. Where that is not positive, A is
     *     not positive definite and nothing was added.
     */
    double append(double[] row) {
        double[] factor = new double[size + 1];
        double remainder = row[size];
        for (int i = 0; i < size; i++) {
            factor[i] = (row[i] - product(lower[i], factor, i)) / lower[i][i];
            remainder -= factor[i] * factor[i];
        }
        if (remainder > 0) {
            factor[size] = Math.sqrt(remainder);
            lower[size++] = factor;
        }
        return remainder;
    }

    /** Forgets all rows but the first ones. */
    void keep(int rows) {
        size = rows;
    }

    /** Replaces the first {@link #size} entries of {@code b} by the solution. */
    void solve(double[] b) {
        for (int i = 0; i < size; i++) {
            b[i] = (b[i] - product(lower[i], b, i)) / lower[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            b[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                b[j] -= lower[i][j] * b[i];
            }
        }
    }

    private static double product(double[] x, double[] y, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
