package io.quanttradingos.backtest.strategy;

import org.jspecify.annotations.Nullable;

/** The label of the market's regime at each bar, as it was known then. */
@FunctionalInterface
public interface RegimeLabels {
    /**
     * The label as known at the close of a bar, for example {@code Risk-On / Low/Normal Vol / Uptrend / Healthy
     * Breadth}; null where there was none yet. May not depend on later bars.
     *
     * @param bar its number, from 0
     */
    @Nullable String label(int bar);
}
