/**
 * Says what a portfolio is worth, how it got there and how it may fall: {@link
 * io.quanttradingos.portfolio.PortfolioAgent}, from closing prices and holdings to a {@link
 * io.quanttradingos.portfolio.PortfolioReport}.
 *
 * <p>Also reads holdings files ({@link io.quanttradingos.portfolio.HoldingsReader}). Knows nothing of regimes, trades or
 * what may be risked, nor where prices come from: it names the symbols that lack them and leaves the fetching to others.
 */
@NullMarked
package io.quanttradingos.portfolio;

import org.jspecify.annotations.NullMarked;
