package io.quanttradingos.backtest.gate;

import io.quanttradingos.allocation.AllocationAgent;
import io.quanttradingos.allocation.AllocationInput;
import io.quanttradingos.allocation.Block;
import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.Advisor;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.OrderValidator;
import io.quanttradingos.backtest.engine.Proposal;
import io.quanttradingos.backtest.engine.Signal;
import io.quanttradingos.backtest.engine.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Gives entries the part of their size that the allocation agent gives new trades, and lets none through where it gives
 * nothing.
 *
 * <p>A target weight is the full size of a position: its part may be held, and what is held beyond that stays. While the
 * regime is unknown nothing is opened, because the decision of that day would have been refused. Of an order that would
 * turn a position round, what closes it passes and the rest is given its part.
 */
final class AllocationGate implements Advisor, OrderValidator {
    private static final String PREFIX = "allocation_";
    private static final String USED_UP = "the position has all that the allocation gives it";
    private static final double SHOWN = 1e4;

    private final MarketRegimes regimes;
    private final AllocationAgent agent;
    private final AccountFigures figures;
    private final RunWatch watch;
    private final GateTally tally;
    /** The order that will come of a signal which has been given its part already. */
    private int advisedOrder = -1;

    AllocationGate(
            MarketRegimes regimes, AllocationAgent agent, AccountFigures figures, RunWatch watch, GateTally tally) {
        this.regimes = regimes;
        this.agent = agent;
        this.figures = figures;
        this.watch = watch;
        this.tally = tally;
    }

    @Override
    public Signal advise(Signal signal, History history, Account account) {
        watch.lookAt(history, account);
        if (watch.effect(signal, account) != SignalEffect.ENTERS) {
            return signal;
        }
        advisedOrder = watch.nextOrder();
        int bar = history.bar();
        if (regimes.label(bar) == null) {
            tally.veto(RegimeGate.UNKNOWN);
            return signal.vetoed(regimes.whyUnknown());
        }
        AllocationInput input = figures.input(bar, advisedOrder, account);
        double multiplier = agent.multiplier(input);
        if (multiplier == 0) {
            List<Block> blocks = agent.blockedBy(input);
            tally.veto(PREFIX + blocks.get(0).code());
            return signal.vetoed(sentence(blocks));
        }
        return multiplier == 1 ? signal : part(signal, multiplier, input, account);
    }

    private Signal part(Signal signal, double multiplier, AllocationInput input, Account account) {
        Signal part = signal.scaled(multiplier, given(multiplier));
        if (watch.effect(part, account) == SignalEffect.REDUCES) {
            tally.veto(PREFIX + "used_up");
            return signal.vetoed(USED_UP);
        }
        tally.scale(PREFIX + figures.leastFactor(input));
        return part;
    }

    @Override
    public Verdict judge(Proposal proposal, History history, Account account) {
        watch.lookAt(history, account);
        OrderEffect effect = watch.effect(proposal, account);
        if (effect.onlyEnds() || watch.order() == advisedOrder) {
            return Verdict.allowed();
        }
        int bar = history.bar();
        if (regimes.label(bar) == null) {
            return stopped(effect, RegimeGate.UNKNOWN, regimes.whyUnknown());
        }
        AllocationInput input = figures.input(bar, watch.order(), account);
        double multiplier = agent.multiplier(input);
        if (multiplier == 0) {
            List<Block> blocks = agent.blockedBy(input);
            return stopped(effect, PREFIX + blocks.get(0).code(), sentence(blocks));
        }
        return multiplier == 1 ? Verdict.allowed() : part(effect, multiplier, input);
    }

    private Verdict stopped(OrderEffect effect, String reason, String sentence) {
        if (effect.opens()) {
            tally.veto(reason);
        }
        return effect.opening(0, sentence);
    }

    private Verdict part(OrderEffect effect, double multiplier, AllocationInput input) {
        if (effect.opens()) {
            tally.scale(PREFIX + figures.leastFactor(input));
        }
        return effect.opening(effect.opening() * multiplier, given(multiplier));
    }

    private static String given(double multiplier) {
        return "the allocation gives new trades " + Math.rint(multiplier * SHOWN) / SHOWN + " of full size";
    }

    /** As the agent's own reason has it. */
    private static String sentence(List<Block> blocks) {
        return blocks.stream().map(Block::sentence).collect(Collectors.joining("; ", "No new trades: ", "."));
    }
}
