package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.Advisor;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.OrderValidator;
import io.quanttradingos.backtest.engine.Proposal;
import io.quanttradingos.backtest.engine.Signal;
import io.quanttradingos.backtest.engine.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Lets nothing be opened but in the allowed regimes.
 *
 * <p>While the regime is unknown nothing is opened either: the decision of that day would have been refused. Orders are
 * judged when they are given, not when they are filled. Of one that would turn a position round, what closes it passes.
 */
final class RegimeGate implements Advisor, OrderValidator {
    static final String UNKNOWN = "regime_unknown";
    static final String NOT_ALLOWED = "regime_not_allowed";

    private final MarketRegimes regimes;
    private final AllowedRegimes allowed;
    private final RunWatch watch;
    private final GateTally tally;

    RegimeGate(MarketRegimes regimes, AllowedRegimes allowed, RunWatch watch, GateTally tally) {
        this.regimes = regimes;
        this.allowed = allowed;
        this.watch = watch;
        this.tally = tally;
    }

    @Override
    public Signal advise(Signal signal, History history, Account account) {
        watch.lookAt(history, account);
        String refusal = refusal(history.bar());
        if (refusal == null || watch.effect(signal, account) != SignalEffect.ENTERS) {
            return signal;
        }
        count(history.bar());
        return signal.vetoed(refusal);
    }

    @Override
    public Verdict judge(Proposal proposal, History history, Account account) {
        watch.lookAt(history, account);
        String refusal = refusal(history.bar());
        if (refusal == null) {
            return Verdict.allowed();
        }
        OrderEffect effect = watch.effect(proposal, account);
        if (effect.opens()) {
            count(history.bar());
        }
        return effect.onlyEnds() ? Verdict.allowed() : effect.opening(0, refusal);
    }

    private @Nullable String refusal(int bar) {
        String label = regimes.label(bar);
        return label == null ? regimes.whyUnknown() : allowed.refusal(label);
    }

    private void count(int bar) {
        tally.veto(regimes.label(bar) == null ? UNKNOWN : NOT_ALLOWED);
    }
}
