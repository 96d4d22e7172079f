package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.OrderValidator;
import io.quanttradingos.backtest.engine.Proposal;
import io.quanttradingos.backtest.engine.Verdict;
import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.guardian.TradingRegime;
import io.quanttradingos.guardian.VolatilityLevel;

/**
 * Lets no order open more than the guardian allows one trade, and none at all where it allows no trade.
 *
 * <p>A position is one trade: an order that adds to it may have what the guardian's size leaves. What an order takes back
 * of a position always passes. Without a regime or an average true range there is no size, and nothing is opened.
 */
final class GuardianGate implements OrderValidator {
    /** The days of the average true range. */
    static final int RANGE_DAYS = 14;

    private static final String PREFIX = "guardian_";
    private static final String NO_RANGE = "there is no average true range of " + RANGE_DAYS + " days";
    private static final String NOT_ONE = "the allowed risk buys less than one share";
    private static final String USED_UP = "the position has all the shares that the guardian allows it";
    private static final String SIZE = "the size that the guardian allows one trade";
    private static final double PERCENT = 100;

    private final MarketDays days;
    private final MarketRegimes regimes;
    private final double[][] ranges;
    private final GuardianSize guardian;
    private final GateSettings settings;
    private final LossRow losses;
    private final RunWatch watch;
    private final GateTally tally;

    GuardianGate(
            MarketDays days,
            MarketRegimes regimes,
            double[][] ranges,
            GuardianSize guardian,
            GateSettings settings,
            LossRow losses,
            RunWatch watch,
            GateTally tally) {
        this.days = days;
        this.regimes = regimes;
        this.ranges = ranges;
        this.guardian = guardian;
        this.settings = settings;
        this.losses = losses;
        this.watch = watch;
        this.tally = tally;
    }

    @Override
    public Verdict judge(Proposal proposal, History history, Account account) {
        watch.lookAt(history, account);
        OrderEffect effect = watch.effect(proposal, account);
        if (effect.onlyEnds()) {
            return Verdict.allowed();
        }
        int bar = history.bar();
        String label = regimes.label(bar);
        if (label == null) {
            return stopped(effect, RegimeGate.UNKNOWN, regimes.whyUnknown());
        }
        double range = range(bar, proposal.instrument());
        if (!(range > 0)) {
            return stopped(effect, PREFIX + "no_range", NO_RANGE);
        }
        return ofTrade(effect, request(bar, label, proposal.price(), range, account));
    }

    private Verdict stopped(OrderEffect effect, String reason, String sentence) {
        if (effect.opens()) {
            tally.veto(reason);
        }
        return effect.opening(0, sentence);
    }

    private double range(int bar, int instrument) {
        int row = days.rowOver(bar);
        return row < 0 ? Double.NaN : ranges[instrument][row];
    }

    /** As the pipeline asks: a High Vol label is choppy already, so that the volatility must not cut a second time. */
    private GuardianRequest request(int bar, String label, double price, double range, Account account) {
        double equity = account.equity();
        double drawdown = Math.max(0, (watch.peak() - equity) / watch.peak());
        return new GuardianRequest(
                equity,
                Math.min(PERCENT, drawdown * PERCENT),
                VolatilityLevel.NORMAL,
                TradingRegime.of(label),
                settings.tradeType(),
                losses.recent(bar, settings.lossDays(), days),
                price,
                range);
    }

    private Verdict ofTrade(OrderEffect effect, GuardianRequest request) {
        double riskPct = guardian.riskPct(request);
        if (!(riskPct > 0)) {
            return stopped(effect, PREFIX + guardian.stoppedBy(request), guardian.reason(request));
        }
        double size = guardian.shares(request, riskPct);
        boolean turns = effect.opens() && effect.closing() > 0;
        double room = turns ? size : Math.max(0, size - Math.abs(effect.held()));
        if (room == 0) {
            return stopped(effect, PREFIX + "size", size == 0 ? NOT_ONE : USED_UP);
        }
        if (effect.opening() > room) {
            tally.limit(PREFIX + "size");
        }
        return effect.opening(room, SIZE);
    }
}
