package io.quanttradingos.regime;

import org.jspecify.annotations.Nullable;

/**
 * The volatility of the benchmark.
 *
 * @param state {@code High Vol} or {@code Low/Normal Vol}
 * @param rawState the same without memory
 * @param flipPending whether the other state's condition holds and only waits for confirmation
 * @param sigma20 annualised fraction
 * @param rank share of the trailing volatilities that are at most this one; null while there are too few
 * @param margin in [0, 1]; null without a rank
 * @param weight in confidence; 0 without a rank
 * @param window returns in the volatility
 * @param rankWindow volatilities ranked among
 */
public record VolatilitySignal(
        String state,
        String rawState,
        boolean flipPending,
        @Nullable Double sigma20,
        @Nullable Double rank,
        @Nullable Double margin,
        double weight,
        int window,
        int rankWindow) {}
