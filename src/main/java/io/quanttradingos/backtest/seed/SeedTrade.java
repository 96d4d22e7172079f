package io.quanttradingos.backtest.seed;

import io.quanttradingos.units.Symbol;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One purchase, at the close of the bar that gave the signal and without any cost.
 *
 * @param quantity shares, a fraction of one allowed
 * @param price the bar's close
 * @param time the bar's; null where its date is missing
 */
public record SeedTrade(
        Symbol symbol,
        double quantity,
        double price,
        @Nullable Instant time) {}
