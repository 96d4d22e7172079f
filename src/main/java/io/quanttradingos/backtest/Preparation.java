package io.quanttradingos.backtest;

/** A question with all it needs, by whichever definitions it is answered. */
public sealed interface Preparation permits Prepared, SeedPrepared {}
