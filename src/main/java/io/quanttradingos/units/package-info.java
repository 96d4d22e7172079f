/**
 * The small types every other package speaks in: a {@link io.quanttradingos.units.Symbol} rather than a text,
 * a {@link io.quanttradingos.units.Side} rather than a sign.
 *
 * <p>Knows nothing of any other package.
 */
@NullMarked
package io.quanttradingos.units;

import org.jspecify.annotations.NullMarked;
