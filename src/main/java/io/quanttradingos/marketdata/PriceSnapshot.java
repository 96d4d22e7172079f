package io.quanttradingos.marketdata;

import java.time.Instant;

/**
 * The price of an instrument at one moment.
 *
 * @param price the last one
 * @param previousClose the close of the day before; NaN where it is not known
 * @param at when that was
 */
public record PriceSnapshot(double price, double previousClose, Instant at) {
    public PriceSnapshot {
        if (!(price > 0)) {
            throw new IllegalArgumentException("price must be positive, was " + price);
        }
    }
}
