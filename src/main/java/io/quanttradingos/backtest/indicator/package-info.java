/**
 * The running measures strategies decide by, bar after bar: averages, bands, channels, oscillators and their crossings, one
 * class for each, such as {@link io.quanttradingos.backtest.indicator.SimpleMovingAverage}.
 *
 * <p>Each is given the bars one by one, oldest first, and knows those alone, so that it cannot look ahead. It answers NaN
 * until it has enough of them. Adding a bar takes constant time over any stretch and allocates nothing. What slides over a
 * window is never subtracted from, so it does not drift, and a value that has left the window leaves nothing behind.
 * Prices are finite and positive, which whoever adds them sees to. Not for use by several threads.
 *
 * <p>Knows nothing of bars as a type, dates, orders or what is decided on the values.
 */
@NullMarked
package io.quanttradingos.backtest.indicator;

import org.jspecify.annotations.NullMarked;
