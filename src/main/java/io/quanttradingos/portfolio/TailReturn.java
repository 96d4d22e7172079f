package io.quanttradingos.portfolio;

import org.jspecify.annotations.Nullable;

/**
 * A value at risk or the mean beyond it, as a one-day return (a loss is negative), three ways.
 *
 * @param historical from the days seen
 * @param parametric of a normal distribution with their mean and deviation
 * @param cornishFisher the same, bent by their skewness and kurtosis
 * @param cornishFisherValid whether that bend leaves a distribution; where false, the figure is not to be trusted
 */
public record TailReturn(
        @Nullable Double historical,
        @Nullable Double parametric,
        @Nullable Double cornishFisher,
        boolean cornishFisherValid) {
    /** Where there are no returns. */
    static final TailReturn UNKNOWN = new TailReturn(null, null, null, false);
}
