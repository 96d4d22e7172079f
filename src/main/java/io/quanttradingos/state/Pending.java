package io.quanttradingos.state;

/** Something that waits for the one thread that records. */
sealed interface Pending permits PendingRun, PendingTrials {
    /** Tells whoever waits that it was not recorded. */
    void refuse(Throwable why);
}
