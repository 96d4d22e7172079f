package io.quanttradingos.backtest.research;

/** Is told how far a search has come. */
@FunctionalInterface
public interface Progress {
    /**
     * Called now and then, at least for every hundredth part and at the end; never by two threads at once, and never with
     * a smaller number than before.
     *
     * @param done runs that have ended
     * @param total runs there will be
     */
    void reached(long done, long total);

    /** Tells nobody. */
    static Progress untold() {
        return (done, total) -> {};
    }
}
