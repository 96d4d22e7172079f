/**
 * What markets quoted, and the readers of files of it.
 *
 * <p>Closing prices by date and ticker are a {@link io.quanttradingos.marketdata.PriceTable}, read by {@link
 * io.quanttradingos.marketdata.PriceReader}; open, high, low, close and volume of one instrument are {@link
 * io.quanttradingos.marketdata.Bars}, read by {@link io.quanttradingos.marketdata.BarReader}.
 *
 * <p>Knows nothing of what is decided from them, nor where the bytes came from.
 */
@NullMarked
package io.quanttradingos.marketdata;

import org.jspecify.annotations.NullMarked;
