package io.quanttradingos.backtest.engine;

/** Limits or refuses orders after they were sized, such as a guardian of the account. */
@FunctionalInterface
public interface OrderValidator {
    /** How much of an order is allowed. */
    Verdict judge(Proposal proposal, History history, Account account);
}
