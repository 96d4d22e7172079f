package io.quanttradingos.journal;

/**
 * What the journal agent assumes.
 *
 * @param flatWithin a trade whose net result is no farther from 0 than this, in currency, is flat; at 0 the binary
 *     rounding of prices may make a trade that just paid its fees a win or a loss of a trillionth
 * @param bootstrap how the interval of the expectancy is found
 * @param findings from when on something is a finding
 */
public record JournalPolicy(double flatWithin, BootstrapPolicy bootstrap, FindingPolicy findings) {
    public JournalPolicy {
        Limits.require(flatWithin >= 0 && flatWithin <= 1e9, "flat_within", "[0, 1e9]", flatWithin);
    }

    /** A result above 0 is a win. */
    public static JournalPolicy defaults() {
        return new JournalPolicy(0, BootstrapPolicy.defaults(), FindingPolicy.defaults());
    }

    /** The same with another seed of the bootstrap. */
    public JournalPolicy withSeed(int seed) {
        return new JournalPolicy(
                flatWithin, new BootstrapPolicy(bootstrap.resamples(), bootstrap.level(), seed), findings);
    }
}
