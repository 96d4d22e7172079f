package io.quanttradingos.journal;

import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.RoundingNoise;
import io.quanttradingos.statistics.SampleDeviation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Results in units of what was at risk, R = net / (|entry - stop| · quantity), and how the stops fared.
 *
 * @param withStop trades with a stop
 * @param known trades with a stop on the losing side of the entry, which have an R
 * @param sqn V. Tharp's system quality number, √min(n, 100) · mean R / deviation of R
 * @param meanOfStoppedOut the mean R of the trades that ended at their stop: -1 and the fees, in R
 */
record RiskMultiples(
        int withStop,
        int known,
        int stoppedOut,
        int beyondStop,
        @Nullable Double mean,
        @Nullable Double worst,
        @Nullable Double sqn,
        @Nullable Double meanOfStoppedOut) {
    private static final int MOST_TRADES_OF_SQN = 100;

    static RiskMultiples of(TradeResults results) {
        double[] known = new double[results.size()];
        double[] stopped = new double[results.size()];
        int withStop = 0;
        int stoppedOut = 0;
        int beyondStop = 0;
        int count = 0;
        int countStopped = 0;
        for (int i = 0; i < results.size(); i++) {
            double multiple = results.multiples[i];
            boolean isKnown = !Double.isNaN(multiple);
            boolean isStopped = results.isStoppedOut(i);
            withStop += results.hasStop(i) ? 1 : 0;
            stoppedOut += isStopped ? 1 : 0;
            beyondStop += results.isBeyondStop(i) ? 1 : 0;
            if (isKnown) {
                known[count++] = multiple;
            }
            if (isKnown && isStopped) {
                stopped[countStopped++] = multiple;
            }
        }
        return new RiskMultiples(
                withStop,
                count,
                stoppedOut,
                beyondStop,
                Spread.known(Mean.of(known, 0, count)),
                count == 0
                        ? null
                        : (Double) Arrays.stream(known, 0, count).min().getAsDouble(),
                Spread.known(sqn(known, count)),
                Spread.known(Mean.of(stopped, 0, countStopped)));
    }

    private static double sqn(double[] known, int count) {
        double deviation = SampleDeviation.of(known, 0, count);
        return RoundingNoise.isAll(deviation)
                ? Double.NaN
                : Math.sqrt(Math.min(count, MOST_TRADES_OF_SQN)) * Mean.of(known, 0, count) / deviation;
    }
}
