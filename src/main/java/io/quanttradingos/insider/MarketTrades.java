package io.quanttradingos.insider;

/**
 * What insiders traded on the market: codes {@code P} and {@code S}, shares only.
 *
 * @param netShares bought minus sold
 */
public record MarketTrades(MarketSide purchases, MarketSide sales, double netShares) {}
