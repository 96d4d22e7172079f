/**
 * What other services answer, in this product's terms.
 *
 * <p>Entries: one class for each kind of answer. Prices: {@link io.quanttradingos.upstream.DataService}, {@link
 * io.quanttradingos.upstream.YahooChart} and {@link io.quanttradingos.upstream.FinnhubQuote}; news: {@link
 * io.quanttradingos.upstream.FinnhubNews} and {@link io.quanttradingos.upstream.DataServiceNews}; insider transactions: {@link
 * io.quanttradingos.upstream.FinnhubInsiders} and {@link io.quanttradingos.upstream.DataServiceInsiders}. Reads JSON that has
 * arrived; knows nothing of how it was asked for.
 */
@NullMarked
package io.quanttradingos.upstream;

import org.jspecify.annotations.NullMarked;
