package io.quanttradingos.backtest.engine;

/**
 * An order after sizing, before it is accepted.
 *
 * @param instrument its number in the market
 * @param shares signed; where they are worked out only at the fill, the number at the last close
 * @param price the last close
 * @param reducing whether it can only make a position smaller
 */
public record Proposal(int instrument, double shares, double price, boolean reducing) {}
