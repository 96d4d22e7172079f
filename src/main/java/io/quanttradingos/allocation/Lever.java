package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * The nearest value of one input that would move the decision, all else as it is.
 *
 * <p>Numbers are looked for in steps of 0.0001, so that they can be read. Nearest means that one step less would not do.
 * Where several limits are broken, no single input frees the trade: each entry then names what lifts its own limit, and
 * says that trading stays shut.
 *
 * @param factor which input to change
 * @param input its value now: {@link Double}, {@link Integer}, a regime's key as a {@link String}, null where unknown
 * @param needed the value that moves the decision, of the same kind
 * @param multiplier the size multiplier the decision would then have
 * @param allowTrade whether it would then allow new trades
 * @param sentence all of it in words
 */
public record Lever(
        Factor factor, @Nullable Object input, Object needed, double multiplier, boolean allowTrade, String sentence) {}
