package io.quanttradingos.backtest.weights;

/**
 * Finds the {@code x >= 0} that minimises {@code ½x'Ax - b'x} for a symmetric positive definite A, such as {@code x = b}
 * for the unit matrix and a {@code b} without negative entries.
 *
 * <p>The active set method of C. Lawson and R. Hanson, "Solving Least Squares Problems" (1974), chapter 23, on the normal
 * equations: the variable along which the function falls most steeply joins those above zero, and those that the new
 * minimum would take below zero leave. Ends where {@code Ax >= b} and {@code x > 0} only where {@code Ax = b}, which is the
 * minimum, and the function falls with every step.
 */
final class NonNegativeMinimum {
    /** A slope within this share of the terms it is the sum of is rounding. */
    private static final double ROUNDING = 1e-12;

    private final double[][] matrix;
    private final double[] target;
    private final double[] x;
    /** The variables above zero, in the order in which they joined. */
    private final int[] members;

    private final boolean[] isMember;
    private final double[] minimum;
    private final double[] row;
    private final CholeskyFactor factor;
    private int count;

    NonNegativeMinimum(double[][] matrix, double[] target) {
        int size = target.length;
        this.matrix = matrix;
        this.target = target;
        this.x = new double[size];
        this.members = new int[size];
        this.isMember = new boolean[size];
        this.minimum = new double[size];
        this.row = new double[size];
        this.factor = new CholeskyFactor(size);
    }

    double[] solve() {
        int most = 100 + 10 * x.length;
        for (int joining = steepest(); joining >= 0; joining = steepest()) {
            if (most-- == 0) {
                throw new IllegalStateException("no minimum over " + x.length + " variables was reached");
            }
            join(joining);
            findMinimum();
            while (minimumIsOutside()) {
                goUntilOneIsZero();
                dropZeros();
                findMinimum();
            }
            takeMinimum();
        }
        return x;
    }

    /** The variable at zero along which the function falls most steeply, or -1 where none does. */
    private int steepest() {
        int steepest = -1;
        double fall = 0;
        for (int i = 0; i < x.length; i++) {
            double slope = isMember[i] ? 0 : fallAlong(i);
            if (slope > fall) {
                steepest = i;
                fall = slope;
            }
        }
        return steepest;
    }

    private double fallAlong(int variable) {
        double product = 0;
        double terms = Math.abs(target[variable]);
        for (int i = 0; i < count; i++) {
            double term = matrix[variable][members[i]] * x[members[i]];
            product += term;
            terms += Math.abs(term);
        }
        double fall = target[variable] - product;
        return fall > ROUNDING * terms ? fall : 0;
    }

    private void join(int variable) {
        members[count++] = variable;
        isMember[variable] = true;
        appendRow(count - 1);
    }

    private void appendRow(int place) {
        for (int i = 0; i <= place; i++) {
            row[i] = matrix[members[place]][members[i]];
        }
        if (!(factor.append(row) > 0)) {
            throw new IllegalArgumentException("the matrix must be positive definite");
        }
    }

    private void findMinimum() {
        for (int i = 0; i < count; i++) {
            minimum[i] = target[members[i]];
        }
        factor.solve(minimum);
    }

    private boolean minimumIsOutside() {
        for (int i = 0; i < count; i++) {
            if (!(minimum[i] > 0)) {
                return true;
            }
        }
        return false;
    }

    /** Goes from x towards the minimum, up to where the first variable reaches zero. */
    private void goUntilOneIsZero() {
        double step = 1;
        int first = -1;
        for (int i = 0; i < count; i++) {
            double from = x[members[i]];
            if (!(minimum[i] > 0) && (first < 0 || from < step * (from - minimum[i]))) {
                step = from == 0 ? 0 : from / (from - minimum[i]);
                first = i;
            }
        }
        for (int i = 0; i < count; i++) {
            double from = x[members[i]];
            x[members[i]] = i == first ? 0 : Math.max(0, from + step * (minimum[i] - from));
        }
    }

    /** Variables at zero leave; the factor is kept up to the first of them and built anew from there. */
    private void dropZeros() {
        int before = count;
        count = 0;
        int unchanged = 0;
        for (int i = 0; i < before; i++) {
            int variable = members[i];
            isMember[variable] = x[variable] > 0;
            if (isMember[variable]) {
                unchanged += count == i ? 1 : 0;
                members[count++] = variable;
            }
        }
        factor.keep(unchanged);
        for (int i = unchanged; i < count; i++) {
            appendRow(i);
        }
    }

    private void takeMinimum() {
        for (int i = 0; i < count; i++) {
            x[members[i]] = minimum[i];
        }
    }
}
