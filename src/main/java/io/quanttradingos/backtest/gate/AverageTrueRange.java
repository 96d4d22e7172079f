package io.quanttradingos.backtest.gate;

/**
 * How far an instrument moves in a day: the plain mean of its last true ranges, {@code max(high, close before) - min(low,
 * close before)}, in its currency (J. Welles Wilder, "New Concepts in Technical Trading Systems", 1978, without his
 * smoothing, as the engine's sizing by risk has it).
 */
final class AverageTrueRange {
    private AverageTrueRange() {}

    /**
     * The mean on each row; on a row without a bar that of the last one before it.
     *
     * @param high by row, NaN where the instrument has no bar, as {@code low} and {@code close}
     * @param days how many ranges are averaged; NaN until there were as many
     */
    static double[] of(double[] high, double[] low, double[] close, int days) {
        double[] means = new double[close.length];
        double[] ranges = new double[days];
        double before = Double.NaN;
        double mean = Double.NaN;
        int seen = 0;
        for (int row = 0; row < means.length; row++) {
            if (!Double.isNaN(close[row])) {
                if (!Double.isNaN(before)) {
                    ranges[seen++ % days] = Math.max(high[row], before) - Math.min(low[row], before);
                    mean = seen < days ? Double.NaN : mean(ranges);
                }
                before = close[row];
            }
            means[row] = mean;
        }
        return means;
    }

    private static double mean(double[] ranges) {
        double sum = 0;
        for (double range : ranges) {
            sum += range;
        }
        return sum / ranges.length;
    }
}
