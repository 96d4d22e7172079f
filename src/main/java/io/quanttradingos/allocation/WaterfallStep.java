package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * One factor of the size, for example drawdown 0.08 with multiplier 0.8.
 *
 * @param input what was judged: a {@link Double}, the regime's key as a {@link String}, null where unknown
 * @param multiplier in [0, 1]
 * @param why half a sentence with the limits that gave the multiplier
 */
public record WaterfallStep(Factor factor, @Nullable Object input, double multiplier, String why) {}
