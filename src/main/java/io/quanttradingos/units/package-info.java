/**
 * The small types every other package speaks in: a {@link io.quanttradingos.units.Symbol} rather than a text.
 *
 * <p>Knows nothing of any other package.
 */
@NullMarked
package io.quanttradingos.units;

import org.jspecify.annotations.NullMarked;
