package io.quanttradingos.backtest;

import io.quanttradingos.backtest.seed.SeedBars;
import io.quanttradingos.backtest.seed.SeedRequest;
import io.quanttradingos.inputs.Input;
import java.time.Instant;

/**
 * All that a run by the original's definitions needs.
 *
 * @param at when it began
 */
public record SeedPrepared(BacktestQuestion question, Instant at, SeedRequest request, Input<SeedBars> bars)
        implements Preparation {}
