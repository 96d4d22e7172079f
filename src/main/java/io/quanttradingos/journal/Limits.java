package io.quanttradingos.journal;

/** Refuses a setting outside its range, in words that start with its key. */
final class Limits {
    private Limits() {}

    static void require(boolean holds, String key, String range, Number seen) {
        if (!holds) {
            throw new IllegalArgumentException(key + " must be in " + range + ", was " + seen);
        }
    }
}
