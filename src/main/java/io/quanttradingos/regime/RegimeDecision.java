package io.quanttradingos.regime;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The regime of one date, with what it was decided from.
 *
 * @param asof the last date, on or before the one asked for, on which the equity benchmark has a close
 * @param label {@code Risk-On|Risk-Off / High Vol|Low/Normal Vol / Uptrend|Downtrend / Healthy Breadth|Weak Breadth}
 * @param rawLabel the label that this date's numbers alone would give, without memory
 * @param confidence in [0, 1]: 0.5 plus half the weighted mean margin, cut while a flip waits for confirmation
 * @param drivers one sentence for each component, with its number
 * @param implications what the label means for sizing
 * @param signals the numbers behind each component
 * @param daysInState closes for which the label has been this one without a break, {@code asof} included
 * @param previousLabel the label before it; null where it has been this one since the first date assessed
 * @param changedOn the first date of this label; null where the change was not seen
 * @param warnings what a reader should know before relying on it
 */
public record RegimeDecision(
        LocalDate asof,
        String label,
        String rawLabel,
        double confidence,
        List<String> drivers,
        List<String> implications,
        RegimeSignals signals,
        int daysInState,
        @Nullable String previousLabel,
        @Nullable LocalDate changedOn,
        List<String> warnings) {
    public RegimeDecision {
        drivers = List.copyOf(drivers);
        implications = List.copyOf(implications);
        warnings = List.copyOf(warnings);
    }

    RegimeDecision withWarnings(List<String> more) {
        return new RegimeDecision(
                asof,
                label,
                rawLabel,
                confidence,
                drivers,
                implications,
                signals,
                daysInState,
                previousLabel,
                changedOn,
                more);
    }
}
