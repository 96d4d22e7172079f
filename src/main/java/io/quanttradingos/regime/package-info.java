/**
 * Decides which of sixteen market regimes each date is in: risk appetite, volatility, trend and breadth, each a number
 * with a state that resists flicker. Entry: {@link io.quanttradingos.regime.RegimeAgent}.
 *
 * <p>A date's regime rests on the closes up to that date alone. Knows nothing of portfolios, of what the label is used
 * for, or of earlier runs.
 */
@NullMarked
package io.quanttradingos.regime;

import org.jspecify.annotations.NullMarked;
