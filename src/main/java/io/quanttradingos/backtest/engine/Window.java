package io.quanttradingos.backtest.engine;

/** Measures over the last bars that sizes and impact are worked out from; NaN where there are too few. */
final class Window {
    private Window() {}

    /** The plain mean of the true ranges of the bars up to a row, in currency. */
    static double averageTrueRange(Market market, int instrument, int row, int bars) {
        if (row < bars) {
            return Double.NaN;
        }
        double[] close = market.close[instrument];
        double sum = 0;
        for (int i = row - bars + 1; i <= row; i++) {
            double high = Math.max(market.high[instrument][i], close[i - 1]);
            double low = Math.min(market.low[instrument][i], close[i - 1]);
            sum += high - low;
        }
        return sum / bars;
    }

    /** The sample deviation of the simple returns of the bars up to a row. */
    static double deviation(Market market, int instrument, int row, int bars) {
        if (row < bars) {
            return Double.NaN;
        }
        double[] close = market.close[instrument];
        double mean = 0;
        for (int i = row - bars + 1; i <= row; i++) {
            mean += close[i] / close[i - 1] - 1;
        }
        mean /= bars;
        double squares = 0;
        for (int i = row - bars + 1; i <= row; i++) {
            double distance = close[i] / close[i - 1] - 1 - mean;
            squares += distance * distance;
        }
        return Math.sqrt(squares / (bars - 1));
    }

    /** The mean volume of the bars up to a row. */
    static double meanVolume(Market market, int instrument, int row, int bars) {
        if (row < bars - 1) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = row - bars + 1; i <= row; i++) {
            sum += market.volume[instrument][i];
        }
        return sum / bars;
    }
}
