package io.quanttradingos.state;

import org.jspecify.annotations.Nullable;

/**
 * What checking the chain found.
 *
 * @param runs how many runs were looked at
 * @param firstBad the sequence of the first run that does not fit; null where all fit
 * @param problem what does not fit, one sentence; null where all fit
 */
public record ChainReport(
        long runs, @Nullable Long firstBad, @Nullable String problem) {
    public boolean ok() {
        return firstBad == null;
    }
}
