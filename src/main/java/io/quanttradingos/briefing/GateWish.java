package io.quanttradingos.briefing;

import io.quanttradingos.backtest.BacktestQuestion;

/**
 * The backtest that decides whether an alert is raised.
 *
 * @param question the backtest
 * @param ownBars whether the question says where its bars come from; where not, they are fetched
 * @param period how far back they are then fetched, such as {@code 5y}
 */
public record GateWish(BacktestQuestion question, boolean ownBars, String period) {}
