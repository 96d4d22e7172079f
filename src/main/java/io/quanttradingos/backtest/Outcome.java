package io.quanttradingos.backtest;

import io.quanttradingos.inputs.Input;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a backtest came to, by whichever definitions. */
public sealed interface Outcome permits Judged, SeedOutcome {
    BacktestQuestion question();

    /** When the run began. */
    Instant at();

    /** The last date of the bars; null where there are none. */
    @Nullable LocalDate asOf();

    /** What the bars were read from. */
    List<? extends Input<?>> inputs();

    /** What the regimes were judged from, where that was not the bars. */
    Optional<? extends Input<?>> prices();
}
