/**
 * Closing prices by date and ticker: {@link io.quanttradingos.marketdata.PriceTable}, and the reader that fills it.
 *
 * <p>Knows nothing of what is decided from the prices, nor where the bytes came from.
 */
@NullMarked
package io.quanttradingos.marketdata;

import org.jspecify.annotations.NullMarked;
