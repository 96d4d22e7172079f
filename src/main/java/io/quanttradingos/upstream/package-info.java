/**
 * What other services answer, in this product's terms.
 *
 * <p>Entries: {@link io.quanttradingos.upstream.DataService} and {@link io.quanttradingos.upstream.YahooChart}. Reads JSON that has
 * arrived; knows nothing of how it was asked for.
 */
@NullMarked
package io.quanttradingos.upstream;

import org.jspecify.annotations.NullMarked;
