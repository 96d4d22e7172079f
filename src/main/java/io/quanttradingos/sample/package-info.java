/**
 * Makes the small market under {@code data/sample}: invented prices, holdings, trades and bars that fit each other.
 *
 * <p>{@link io.quanttradingos.sample.GenerateSample} writes it; the same seed gives the same bytes on every machine.
 * Knows nothing of the agents that will judge it, and no real price went into it.
 */
@NullMarked
package io.quanttradingos.sample;

import org.jspecify.annotations.NullMarked;
