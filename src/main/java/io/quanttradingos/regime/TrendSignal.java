package io.quanttradingos.regime;

import org.jspecify.annotations.Nullable;

/**
 * The trend of the benchmark.
 *
 * @param state {@code Uptrend} or {@code Downtrend}
 * @param rawState the same without memory
 * @param flipPending whether the other state's condition holds and only waits for confirmation
 * @param score mean of three signs, in [-1, 1]
 * @param distanceFromSlow the close over its slow average, less 1
 * @param margin in [0, 1]
 * @param weight in confidence
 * @param fastWindow closes in the fast average used
 * @param slowWindow closes in the slow average used
 * @param slopeLag closes the slow average's slope is taken over
 * @param shortWindows whether the short windows stood in because there were too few closes
 */
public record TrendSignal(
        String state,
        String rawState,
        boolean flipPending,
        double score,
        @Nullable Double distanceFromSlow,
        @Nullable Double margin,
        double weight,
        int fastWindow,
        int slowWindow,
        int slopeLag,
        boolean shortWindows) {}
