package io.quanttradingos.backtest;

import io.quanttradingos.backtest.seed.SeedBars;
import io.quanttradingos.backtest.seed.SeedResult;
import io.quanttradingos.inputs.Input;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A backtest by the original's definitions.
 *
 * @param at when the run began
 * @param inputs what the bars were read from
 * @param result the original's figures
 */
public record SeedOutcome(BacktestQuestion question, Instant at, List<Input<SeedBars>> inputs, SeedResult result)
        implements Outcome, Finished {
    @Override
    public @Nullable LocalDate asOf() {
        SeedBars bars = result.bars();
        Instant last = bars.rows() == 0 ? null : bars.time(bars.rows() - 1);
        return last == null ? null : LocalDate.ofInstant(last, ZoneOffset.UTC);
    }

    @Override
    public Optional<Input<SeedBars>> prices() {
        return Optional.empty();
    }
}
