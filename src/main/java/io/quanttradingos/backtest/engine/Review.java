package io.quanttradingos.backtest.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the advisors of a run about signals and its validators about orders. */
final class Review {
    private final Hooks hooks;
    private final History history;
    private final Account account;
    private final OrderLog orders;
    private final boolean hasAdvisors;

    Review(Hooks hooks, History history, Ledger ledger) {
        this.hooks = hooks;
        this.history = history;
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.hasAdvisors = !hooks.advisors().isEmpty();
    }

    /** Whether anybody is there to be asked about a signal. */
    boolean hasAdvisors() {
        return hasAdvisors;
    }

    /** The signal as the advisors leave it; the first veto ends it. */
    Signal advised(Signal asked) {
        Signal signal = asked;
        List<Advisor> advisors = hooks.advisors();
        for (int i = 0; i < advisors.size() && signal.veto() == null; i++) {
            Signal advised = advisors.get(i).advise(signal, history, account);
            requireNoMore(signal, advised);
            signal = advised;
        }
        return signal;
    }

    private static void requireNoMore(Signal before, Signal after) {
        boolean same = after.instrument() == before.instrument() && after.intent() == before.intent();
        boolean weaker =
                Math.abs(after.strength()) <= Math.abs(before.strength()) && after.strength() * before.strength() >= 0;
        if (!same || !weaker) {
            throw new IllegalArgumentException("an advisor may only weaken a signal, made of " + before + " " + after);
        }
    }

    /** Lets the validators limit an order, or rejects it; says whether it stands. */
    boolean allows(int order, int bar) {
        List<OrderValidator> validators = hooks.validators();
        for (int i = 0; i < validators.size(); i++) {
            Proposal proposal = proposal(order);
            Verdict verdict = validators.get(i).judge(proposal, history, account);
            if (verdict.isRefused() || (verdict.mostShares() == 0 && !proposal.reducing())) {
                orders.close(order, bar, OrderStatus.REJECTED, reasonOf(verdict));
                return false;
            }
            orders.limitTo(order, verdict.mostShares(), verdict.reason());
        }
        return true;
    }

    private static String reasonOf(Verdict verdict) {
        @Nullable String reason = verdict.reason();
        return reason != null ? reason : "refused without a reason";
    }

    private Proposal proposal(int order) {
        int instrument = orders.instrument(order);
        double price = account.lastPrice(instrument);
        double held = account.shares[instrument];
        double wanted = orders.isWeighted(order)
                ? orders.weight[order] * account.equity() / price - held
                : orders.shares[order];
        boolean reducing = orders.isReduceOnly(order) || (wanted * held < 0 && Math.abs(wanted) <= Math.abs(held));
        return new Proposal(instrument, wanted, price, reducing);
    }
}
