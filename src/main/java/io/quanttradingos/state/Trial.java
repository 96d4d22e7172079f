package io.quanttradingos.state;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One configuration that was tried, with what a later judgement of the best needs to know of it.
 *
 * @param settingsSha256 the digest of everything that was chosen, see {@link TrialDigest}; the same digest again is the
 *     same trial
 * @param sharpePerBar the Sharpe ratio of a bar, not annualised; NaN where it cannot be computed
 * @param bars how many returns it was computed from
 * @param skewness of the returns; NaN where it cannot be computed
 * @param kurtosis of the returns, 3 for a normal distribution; NaN where it cannot be computed
 * @param first the date of the first bar
 * @param last the date of the last bar
 * @param at when it was tried
 */
public record Trial(
        String settingsSha256,
        double sharpePerBar,
        long bars,
        double skewness,
        double kurtosis,
        LocalDate first,
        LocalDate last,
        Instant at) {
    public Trial {
        ContentDigest.required("the digest of a trial's settings", settingsSha256);
        if (bars < 0) {
            throw new IllegalArgumentException("a trial's number of bars must not be negative, was " + bars);
        }
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("a trial cannot end on " + last + " when it began on " + first);
        }
    }
}
