/**
 * Market data from whoever has it: files first or services first, as the settings order them.
 *
 * <p>Entries: {@link io.quanttradingos.feeds.PriceFeeds} and {@link io.quanttradingos.feeds.CompanyFeeds}. Decides who is asked and
 * who is asked next; knows neither how a call travels nor what is decided from the data.
 */
@NullMarked
package io.quanttradingos.feeds;

import org.jspecify.annotations.NullMarked;
