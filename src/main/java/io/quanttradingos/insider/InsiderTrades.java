package io.quanttradingos.insider;

/**
 * What insiders traded on the market: codes {@code P} and {@code S}, shares only.
 *
 * @param netShares bought minus sold
 */
public record InsiderTrades(InsiderTradeSide purchases, InsiderTradeSide sales, double netShares) {}
