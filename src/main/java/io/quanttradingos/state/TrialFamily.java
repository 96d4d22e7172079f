package io.quanttradingos.state;

/**
 * What several trials are trials of: one caller looking for a strategy of one kind on the same instruments.
 *
 * @param caller who tries, a name and never a key
 * @param symbols what is traded, in the order given, for example {@code SPY} or {@code GLD,SPY}
 * @param strategy the kind of strategy, without its parameters
 */
public record TrialFamily(String caller, String symbols, String strategy) {
    private static final int LONGEST = 4_000;

    public TrialFamily {
        require("caller", caller);
        require("symbols", symbols);
        require("strategy", strategy);
    }

    private static void require(String name, String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the " + name + " of a trial needs 1 to " + LONGEST + " characters, had " + text.length());
        }
    }
}
