package io.quanttradingos.backtest.weights;

/** What each of some non-negative amounts is of their sum. */
final class Shares {
    private Shares() {}

    /** Divides the amounts by their sum, in place; one of them is positive. */
    static double[] of(double[] amounts) {
        double sum = 0;
        for (double amount : amounts) {
            sum += amount;
        }
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] /= sum;
        }
        return amounts;
    }
}
