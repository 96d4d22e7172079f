package io.quanttradingos.discipline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of the regime the trades were taken in. */
public sealed interface RegimeKnowledge {

    /** One label for every trade, whatever its date. */
    record Given(String label) implements RegimeKnowledge {}

    /**
     * The regime of each trade's own date, found with nothing later than that date.
     *
     * @param labels the label in force on a date; empty where none is known yet
     * @param fallbackLabel judges the trades without one; null leaves them unjudged by the rules of regime
     */
    record PointInTime(
            Function<LocalDate, Optional<String>> labels,
            @Nullable String fallbackLabel) implements RegimeKnowledge {}
}
