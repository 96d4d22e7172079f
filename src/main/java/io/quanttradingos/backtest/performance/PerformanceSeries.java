package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.Drawdown;
import io.quanttradingos.statistics.Histogram;
import io.quanttradingos.statistics.RollingSharpeRatio;
import io.quanttradingos.statistics.RollingVolatility;
import io.quanttradingos.statistics.TradingYear;
import java.util.Arrays;

/**
 * What a report draws of a run, one value per bar: how far below its high it stood, and the Sharpe ratio and volatility
 * of the bars before. NaN where there is no value yet, or none at all.
 */
public final class PerformanceSeries {
    private static final int SHORTEST_WINDOW = 20;

    private final double[] drawdown;
    private final double[] rollingSharpeRatio;
    private final double[] rollingVolatility;
    private final Histogram returnHistogram;
    private final int window;

    private PerformanceSeries(EquityCurve curve, int window) {
        double[] returns = curve.returns();
        double barsPerYear = curve.barsPerYear();
        this.window = window;
        this.drawdown = Arrays.copyOfRange(Drawdown.series(curve.pathFromCash()), 1, curve.bars() + 1);
        this.rollingSharpeRatio = perBar(RollingSharpeRatio.of(returns, window, barsPerYear), 1);
        this.rollingVolatility =
                perBar(RollingVolatility.of(returns, window), Math.sqrt(barsPerYear / TradingYear.DAYS));
        this.returnHistogram = Histogram.of(returns);
    }

    /**
     * The series of a run.
     *
     * @param window how many returns a rolling value covers, at least 2
     */
    public static PerformanceSeries of(EquityCurve curve, int window) {
        return new PerformanceSeries(curve, window);
    }

    /** The same over windows of half a year or a quarter of the run, whichever is shorter, but never under 20 bars. */
    public static PerformanceSeries of(EquityCurve curve) {
        int halfYear = (int) Math.round(curve.barsPerYear() / 2);
        return new PerformanceSeries(curve, Math.max(SHORTEST_WINDOW, Math.min(halfYear, curve.bars() / 4)));
    }

    /** The first bar has no return, so it gets no value. */
    private static double[] perBar(double[] perReturn, double factor) {
        double[] perBar = new double[perReturn.length + 1];
        perBar[0] = Double.NaN;
        for (int i = 0; i < perReturn.length; i++) {
            perBar[i + 1] = perReturn[i] * factor;
        }
        return perBar;
    }

    /** The fraction below the highest value so far, the initial cash included: 0 at a high, else negative. */
    public double[] drawdown() {
        return drawdown.clone();
    }

    /** Yearly, over the trailing window; NaN where the window is not full or nothing moved in it. */
    public double[] rollingSharpeRatio() {
        return rollingSharpeRatio.clone();
    }

    /** Yearly, over the trailing window; NaN where the window is not full. */
    public double[] rollingVolatility() {
        return rollingVolatility.clone();
    }

    /** How the returns of single bars are distributed. */
    public Histogram returnHistogram() {
        return returnHistogram;
    }

    /** How many returns a rolling value covers. */
    public int window() {
        return window;
    }
}
