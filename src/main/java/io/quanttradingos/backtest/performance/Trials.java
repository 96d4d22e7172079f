package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.SampleDeviation;
import java.util.Arrays;

/**
 * How much was tried before a run was kept, and how widely what was tried differed.
 *
 * @param count of the trials, the kept one included, at least 1
 * @param variance of their Sharpe ratios per bar, not annualised; NaN where it is not known
 */
public record Trials(int count, double variance) {
    public Trials {
        if (count < 1 || variance < 0) {
            throw new IllegalArgumentException(
                    "needs at least 1 trial and no negative variance, were " + count + " and " + variance);
        }
    }

    /** The run is the only one there ever was. */
    public static Trials single() {
        return new Trials(1, Double.NaN);
    }

    /**
     * From the Sharpe ratios per bar of all trials.
     *
     * @param sharpesPerBar NaN for a trial that has none: it counts, but says nothing of the variance
     */
    public static Trials of(double[] sharpesPerBar) {
        double[] known = Arrays.stream(sharpesPerBar)
                .filter(ratio -> !Double.isNaN(ratio))
                .toArray();
        double deviation = SampleDeviation.of(known);
        return new Trials(sharpesPerBar.length, deviation * deviation);
    }
}
