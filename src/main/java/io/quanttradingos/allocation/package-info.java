/**
 * Decides how much of full size may be put at risk now: {@link io.quanttradingos.allocation.AllocationAgent} turns an
 * {@link io.quanttradingos.allocation.AllocationInput} into an
 * {@link io.quanttradingos.allocation.AllocationDecision}.
 *
 * <p>The limits stand in {@link io.quanttradingos.allocation.AllocationPolicy}, one record per factor that holds both
 * the factor's limits and its formula. An {@link io.quanttradingos.allocation.AllocationAdapter} builds the input from
 * what the regime and portfolio agents said.
 *
 * <p>Knows nothing of those agents' types, of prices, or of who asks: plain numbers in, one decision out.
 */
@NullMarked
package io.quanttradingos.allocation;

import org.jspecify.annotations.NullMarked;
