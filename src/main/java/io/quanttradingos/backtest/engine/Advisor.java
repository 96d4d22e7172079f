package io.quanttradingos.backtest.engine;

/** Changes what a strategy wants before it is sized, such as a judge of the market's regime. */
@FunctionalInterface
public interface Advisor {
    /** The signal as it should be: itself, {@link Signal#scaled weaker} or {@link Signal#vetoed not at all}. */
    Signal advise(Signal signal, History history, Account account);
}
