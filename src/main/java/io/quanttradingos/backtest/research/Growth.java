package io.quanttradingos.backtest.research;

/** The yearly growth over stretches of bars one after the other. */
final class Growth {
    private double logarithm;
    private long returns;

    /** A further stretch that was measured by so many returns. */
    Growth and(RunFigures figures, int count) {
        logarithm += Math.log1p(Math.max(-1, figures.totalReturnPct() / 100));
        returns += count;
        return this;
    }

    /** All stretches of another growth. */
    void and(Growth other) {
        logarithm += other.logarithm;
        returns += other.returns;
    }

    /** As a fraction; -1 after a total loss, NaN over no bars. */
    double yearly(double barsPerYear) {
        return returns == 0 ? Double.NaN : Math.expm1(logarithm * barsPerYear / returns);
    }

    /** One growth as a part of another; NaN where that one is not above 0. */
    static double efficiency(double outOfSample, double inSample) {
        return inSample > 0 ? outOfSample / inSample : Double.NaN;
    }
}
