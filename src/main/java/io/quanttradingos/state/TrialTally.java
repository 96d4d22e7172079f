package io.quanttradingos.state;

import java.math.BigInteger;

/**
 * Counts the trials of a family and adds up their Sharpe ratios, so that one more, or one replaced, costs the same however
 * many there are.
 *
 * <p>The trials still kept as rows are added up in whole millionths, the ratios bounded by ±10 a bar: exactly, so that
 * the sums depend on neither the order of the trials nor on what was replaced meanwhile. No real ratio is near the
 * bound; what lies past it comes of returns with next to no spread. Trials whose row was given up are a count, a mean and a
 * sum of squared distances, to which one can add but from which nothing is taken away.
 */
final class TrialTally {
    private static final double UNIT = 1e-6;
    private static final double HIGHEST = 10;

    long kept;
    long measured;
    long sum;
    long squares;
    long folded;
    long foldedMeasured;
    double foldedMean;
    double foldedSquares;

    private static long units(double sharpe) {
        return Math.round(Math.max(-HIGHEST, Math.min(HIGHEST, sharpe)) / UNIT);
    }

    /** A trial that was not there. */
    void add(double sharpe) {
        kept++;
        count(sharpe, 1);
    }

    /** A trial that was there has another ratio now. */
    void replace(double before, double after) {
        count(before, -1);
        count(after, 1);
    }

    private void count(double sharpe, int sign) {
        if (!Double.isNaN(sharpe)) {
            long units = units(sharpe);
            measured += sign;
            sum += sign * units;
            squares += sign * units * units;
        }
    }

    /** Moves a trial from those kept to those given up. */
    void fold(double sharpe) {
        kept--;
        count(sharpe, -1);
        folded++;
        if (!Double.isNaN(sharpe)) {
            double ratio = units(sharpe) * UNIT;
            foldedMeasured++;
            double distance = ratio - foldedMean;
            foldedMean += distance / foldedMeasured;
            foldedSquares += distance * (ratio - foldedMean);
        }
    }

    TrialSummary summary() {
        long all = measured + foldedMeasured;
        double mean = all == 0 ? Double.NaN : (sum * UNIT + foldedMean * foldedMeasured) / all;
        double variance = all < 2 ? Double.NaN : squaredDistances(all) / (all - 1);
        return new TrialSummary(whole(kept + folded), whole(all), mean, variance);
    }

    /** Of both parts from their common mean. */
    private double squaredDistances(long all) {
        if (measured == 0) {
            return foldedSquares;
        }
        double between = sum * UNIT / measured - foldedMean;
        return keptSquares() + foldedSquares + between * between * measured * foldedMeasured / all;
    }

    /** Of the kept ones from their mean: n·Σx² - (Σx)² in whole numbers, because subtracting would cancel digits. */
    private double keptSquares() {
        BigInteger ofAll = BigInteger.valueOf(measured).multiply(BigInteger.valueOf(squares));
        BigInteger ofSum = BigInteger.valueOf(sum).multiply(BigInteger.valueOf(sum));
        return ofAll.subtract(ofSum).doubleValue() / measured * UNIT * UNIT;
    }

    private static int whole(long count) {
        return (int) Math.min(Integer.MAX_VALUE, count);
    }
}
