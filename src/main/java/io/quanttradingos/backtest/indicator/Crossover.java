package io.quanttradingos.backtest.indicator;

/**
 * Tells when one line has crossed another: 1 and 2, then 3 and 2 is a cross upwards.
 *
 * <p>Lines within 1e-12 of each other, relative to the larger, are equal: with decimal prices two averages are often the
 * same number and differ by what rounding leaves of it, which must not be traded on. What equal lines mean is the {@link
 * Tie}. The first bar on which both are known crosses nothing, and a bar on which either is NaN is passed over.
 */
public final class Crossover {
    private static final double EQUAL_WITHIN = 1e-12;

    /** What it means that both lines are equal. */
    public enum Tie {
        /**
         * Nothing: a cross is counted when the order differs from that of the last bar on which they were not equal. Lines
         * that touch and part again have not crossed.
         */
        KEEPS_ORDER,
        /** The first line is not above the second: touching from above is a cross downwards. */
        IS_BELOW
    }

    private final int orderOfTie;
    private int order;
    private int cross;

    public Crossover() {
        this(Tie.KEEPS_ORDER);
    }

    public Crossover(Tie tie) {
        this.orderOfTie = tie == Tie.IS_BELOW ? -1 : 0;
    }

    /** The values of both lines on the next bar. */
    public void add(double line, double other) {
        double apart = line - other;
        cross = 0;
        if (Double.isNaN(apart)) {
            return;
        }
        double distance = Math.abs(apart);
        boolean equal = distance <= EQUAL_WITHIN * Math.abs(line) || distance <= EQUAL_WITHIN * Math.abs(other);
        int now = equal ? orderOfTie : apart > 0 ? 1 : -1;
        if (now != 0) {
            cross = order == 0 || now == order ? 0 : now;
            order = now;
        }
    }

    /** Whether the first line crossed to above the other on the bar added last. */
    public boolean up() {
        return cross > 0;
    }

    /** Whether the first line crossed to below the other on the bar added last. */
    public boolean down() {
        return cross < 0;
    }
}
