package io.quanttradingos.backtest;

/** Is told how far long work is. */
@FunctionalInterface
public interface Progress {
    /**
     * Called from any thread, often.
     *
     * @param what is being done, for a reader
     * @param done how much of it is
     * @param total how much there is
     */
    void done(String what, long done, long total);
}
