package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.RoundingNoise;

/**
 * The metrics of an equity curve a sweep needs of thousands of runs: one pass, one division per bar, nothing allocated.
 * An object is used again and again by one thread.
 *
 * <p>Sums of the first four powers are taken around the steady return that would have led from the first value to the
 * last. The mean return differs from it by about half the variance, so subtracting powers costs no digits, and a pass for
 * the mean is saved. All figures agree with the {@code statistics} classes to nine digits and more. A run ends where its
 * equity is no longer positive.
 */
public final class CoreMetrics {
    private int returns;
    private double totalReturn;
    private double lowestShareOfPeak;
    private double mean;
    private double variance;
    private double third;
    private double fourth;

    /**
     * Measures a run; the figures of the one before are gone.
     *
     * @param equity at the close of each bar
     * @param length how many leading entries count, at least 1
     * @param initialCash above 0; the first peak, and what the first return is measured from
     */
    public void measure(double[] equity, int length, double initialCash) {
        double steady = steadyReturn(equity, length, initialCash);
        double peak = initialCash;
        double lowest = 1;
        if (equity[0] > peak) {
            peak = equity[0];
        } else {
            lowest = equity[0] / peak;
        }
        double before = initialCash;
        double now = equity[0];
        double first = 0;
        double second = 0;
        double thirdPowers = 0;
        double fourthPowers = 0;
        int bar = 1;
        for (; bar < length && now > 0; bar++) {
            now = equity[bar];
            double distance = now / before - 1 - steady;
            double square = distance * distance;
            first += distance;
            second += square;
            thirdPowers += square * distance;
            fourthPowers += square * square;
            if (now > peak) {
                peak = now;
            } else if (now < peak * lowest) {
                lowest = now / peak;
            }
            before = now;
        }
        returns = bar - 1;
        totalReturn = now / initialCash - 1;
        lowestShareOfPeak = lowest;
        moments(steady, first, second, thirdPowers, fourthPowers);
    }

    private static double steadyReturn(double[] equity, int length, double initialCash) {
        double growth = equity[length - 1] / initialCash;
        return growth > 0 && length > 1 ? Math.expm1(Math.log(growth) / (length - 1)) : 0;
    }

    /** Turns sums of powers around any value into the mean and the central moments, all with divisor n. */
    private void moments(double around, double first, double second, double thirdPowers, double fourthPowers) {
        double n = returns;
        double offset = first / n;
        double square = offset * offset;
        mean = around + offset;
        variance = Math.max(0, second / n - square);
        third = thirdPowers / n - 3 * offset * second / n + 2 * square * offset;
        fourth = fourthPowers / n - 4 * offset * thirdPowers / n + 6 * square * second / n - 3 * square * square;
    }

    /** How many returns there are: one fewer than bars. */
    public int returns() {
        return returns;
    }

    /** The final value over the initial cash, less 1. */
    public double totalReturn() {
        return totalReturn;
    }

    /** The mean return of a bar; NaN without returns. */
    public double mean() {
        return mean;
    }

    /** The sample deviation of the returns, divisor n - 1; NaN for fewer than two. */
    public double deviation() {
        return returns < 2 ? Double.NaN : Math.sqrt(variance * returns / (returns - 1));
    }

    /** The yearly volatility; NaN for fewer than two returns. */
    public double volatility(double barsPerYear) {
        return deviation() * Math.sqrt(barsPerYear);
    }

    /**
     * The Sharpe ratio of a bar, not annualised; NaN for fewer than two returns and for returns without a spread.
     *
     * @param riskFree the riskless return of a bar
     */
    public double sharpePerBar(double riskFree) {
        return isWithoutSpread() ? Double.NaN : (mean - riskFree) / deviation();
    }

    /** The yearly Sharpe ratio without a riskless return; NaN as {@link #sharpePerBar}. */
    public double sharpeRatio(double barsPerYear) {
        return sharpePerBar(0) * Math.sqrt(barsPerYear);
    }

    /** The largest drawdown in percent of the peak before it, at least 0; the initial cash is the first peak. */
    public double maxDrawdownPct() {
        return (1 - lowestShareOfPeak) * 100;
    }

    /** The skewness m₃ / m₂^(3/2) of the returns, not adjusted for bias; NaN as {@link #sharpePerBar}. */
    public double skewness() {
        return isWithoutSpread() ? Double.NaN : third / (variance * Math.sqrt(variance));
    }

    /** The raw kurtosis m₄ / m₂² of the returns, 3 for a normal distribution; NaN as {@link #sharpePerBar}. */
    public double kurtosis() {
        return isWithoutSpread() ? Double.NaN : fourth / (variance * variance);
    }

    private boolean isWithoutSpread() {
        double deviation = deviation();
        return Double.isNaN(deviation) || RoundingNoise.isAll(deviation);
    }

    /** What the honesty statistics need of the run measured last. */
    public ReturnSample sample(double riskFree) {
        return new ReturnSample(returns, sharpePerBar(riskFree), skewness(), kurtosis());
    }
}
