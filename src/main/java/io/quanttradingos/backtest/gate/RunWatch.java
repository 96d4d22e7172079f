package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Proposal;
import io.quanttradingos.backtest.engine.Signal;

/** What the agents are told of a run so far: its peak, its open orders, and what a signal or order would do. */
final class RunWatch {
    private final MarketDays days;
    private final Ledger ledger;
    private final OpenOrders openOrders;
    private int seen;
    private double peak;

    RunWatch(MarketDays days, Ledger ledger) {
        this.days = days;
        this.ledger = ledger;
        this.openOrders = new OpenOrders(ledger.orders());
    }

    /**
     * Takes the closes since it last looked into the peak.
     *
     * @throws IllegalStateException where the run has another ledger or market than the gate was made for
     */
    void lookAt(History history, Account account) {
        int bar = history.bar();
        if (account != ledger.account() || bar >= days.bars() || days.time(bar) != history.time()) {
            throw new IllegalStateException(
                    "a gate's hooks need the market the gate was made for and the ledger they were made for");
        }
        double[] equity = ledger.equity();
        while (seen < bar) {
            peak = Math.max(peak, equity[seen++]);
        }
        peak = Math.max(peak, account.equity());
    }

    /** The highest the account was worth at any close up to the bar looked at. */
    double peak() {
        return peak;
    }

    OpenOrders openOrders() {
        return openOrders;
    }

    /** The number that the order of the signal at hand is going to have in the log. */
    int nextOrder() {
        return ledger.orders().size();
    }

    /** The number of the order at hand in the log. */
    int order() {
        return ledger.orders().size() - 1;
    }

    SignalEffect effect(Signal signal, Account account) {
        return SignalEffect.of(signal, openOrders.held(signal.instrument(), nextOrder(), account), account);
    }

    /**
     * The effect on what is left when the orders before it are filled: the proposal counts all that is held now, whether or
     * not an exit is on its way.
     */
    OrderEffect effect(Proposal proposal, Account account) {
        double held = openOrders.held(proposal.instrument(), order(), account);
        double weight = ledger.orders().askedWeight(order());
        if (!Double.isNaN(weight)) {
            return OrderEffect.of(weight * account.equity() / proposal.price() - held, held);
        }
        boolean isCutToWhatIsHeld = proposal.reducing() && held == account.shares(proposal.instrument());
        return OrderEffect.of(isCutToWhatIsHeld ? least(proposal.shares(), held) : proposal.shares(), held);
    }

    private static double least(double shares, double held) {
        return Math.copySign(Math.min(Math.abs(shares), Math.abs(held)), shares);
    }
}
