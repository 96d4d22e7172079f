package io.quanttradingos.backtest.engine;

/**
 * Measures over the last bars of an instrument that sizes and impact are worked out from; NaN where there are too few. Times
 * at which it has no bar do not count.
 */
final class Window {
    private Window() {}

    /** The plain mean of the true ranges of the bars up to a row, in currency. */
    static double averageTrueRange(Market market, int instrument, int row, int bars) {
        double[] close = market.close[instrument];
        int from = rowOf(close, row, bars);
        if (from < 0) {
            return Double.NaN;
        }
        double before = close[from];
        double sum = 0;
        for (int i = from + 1; i <= row; i++) {
            if (!Double.isNaN(close[i])) {
                sum += Math.max(market.high[instrument][i], before) - Math.min(market.low[instrument][i], before);
                before = close[i];
            }
        }
        return sum / bars;
    }

    /** The sample deviation of the simple returns of the bars up to a row. */
    static double deviation(Market market, int instrument, int row, int bars) {
        double[] close = market.close[instrument];
        int from = rowOf(close, row, bars);
        if (from < 0) {
            return Double.NaN;
        }
        double mean = returns(close, from, row) / bars;
        return Math.sqrt(squares(close, from, row, mean) / (bars - 1));
    }

    private static double returns(double[] close, int from, int row) {
        double before = close[from];
        double sum = 0;
        for (int i = from + 1; i <= row; i++) {
            if (!Double.isNaN(close[i])) {
                sum += close[i] / before - 1;
                before = close[i];
            }
        }
        return sum;
    }

    private static double squares(double[] close, int from, int row, double mean) {
        double before = close[from];
        double sum = 0;
        for (int i = from + 1; i <= row; i++) {
            if (!Double.isNaN(close[i])) {
                double distance = close[i] / before - 1 - mean;
                sum += distance * distance;
                before = close[i];
            }
        }
        return sum;
    }

    /** The mean volume of the bars up to a row; NaN where one of them has none. */
    static double meanVolume(Market market, int instrument, int row, int bars) {
        int from = rowOf(market.close[instrument], row, bars - 1);
        if (from < 0) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = from; i <= row; i++) {
            if (!Double.isNaN(market.close[instrument][i])) {
                sum += market.volume[instrument][i];
            }
        }
        return sum / bars;
    }

    /** The row of the bar so many bars before the last one up to a row; -1 where there are too few. */
    private static int rowOf(double[] close, int row, int before) {
        int found = -1;
        for (int i = row; i >= 0; i--) {
            if (!Double.isNaN(close[i]) && ++found == before) {
                return i;
            }
        }
        return -1;
    }
}
