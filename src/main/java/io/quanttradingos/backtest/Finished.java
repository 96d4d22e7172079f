package io.quanttradingos.backtest;

/** A run that is over and yet to be judged. */
public sealed interface Finished permits Ran, SeedOutcome {}
