package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Advisor;
import io.quanttradingos.backtest.engine.FillObserver;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderValidator;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.Agents;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.portfolio.HoldingsRisk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agents that have a say in the runs over one market:
 *
 * <pre>{@code
 * Gate gate = Gate.of(GateSettings.of(List.of("Risk-On"), true, true), policies, market, null);
 * GatedRun gated = gate.over(ledger);
 * engine.run(strategy, gated.hooks(), ledger);
 * gated.counts();
 * }</pre>
 *
 * <p>What depends on the market alone is computed once; every run gets hooks of its own. Serves runs over the market and over
 * its beginnings ({@link Market#until}), at any costs and parameters. Immutable, also for several threads.
 */
public final class Gate {
    private final GateSettings settings;
    private final Policies policies;
    private final Agents agents;
    private final MarketDays days;
    private final MarketRegimes regimes;
    private final @Nullable AllowedRegimes allowed;
    private final double[][] ranges;

    private Gate(GateSettings settings, Policies policies, MarketDays days, @Nullable PriceTable wider) {
        this.settings = settings;
        this.policies = policies;
        this.agents = Agents.of(policies);
        this.days = days;
        this.regimes = MarketRegimes.of(days, policies.regime(), wider);
        List<String> terms = settings.regime();
        this.allowed = terms == null ? null : new AllowedRegimes(terms);
        this.ranges = new double[settings.guardian() ? days.closes().columns() : 0][];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = days.averageTrueRange(i, GuardianGate.RANGE_DAYS);
        }
    }

    /**
     * Makes the gate of a market.
     *
     * @param policies the limits of the agents, those of today's decisions
     * @param wider daily closes that the regime is read from; null takes those of the market's own bars
     * @throws Refusal (not usable) where the regime cannot be read from these closes
     */
    public static Gate of(GateSettings settings, Policies policies, Market market, @Nullable PriceTable wider) {
        return new Gate(settings, policies, new MarketDays(market), wider);
    }

    /** The regime at each bar. */
    public MarketRegimes regimes() {
        return regimes;
    }

    /**
     * The hooks for one run.
     *
     * @param ledger the one the run is going to be recorded in
     */
    public GatedRun over(Ledger ledger) {
        GateTally tally = new GateTally();
        RunWatch watch = new RunWatch(days, ledger);
        List<Advisor> advisors = new ArrayList<>();
        List<OrderValidator> validators = new ArrayList<>();
        List<FillObserver> observers = new ArrayList<>();
        if (allowed != null) {
            RegimeGate gate = new RegimeGate(regimes, allowed, watch, tally);
            advisors.add(gate);
            validators.add(gate);
        }
        if (settings.allocation()) {
            AllocationGate gate = new AllocationGate(regimes, agents.allocation(), figures(watch), watch, tally);
            advisors.add(gate);
            validators.add(gate);
        }
        if (settings.guardian()) {
            LossRow losses = new LossRow(ledger.trades(), ranges.length);
            validators.add(guardian(losses, watch, tally));
            observers.add(losses);
        }
        return new GatedRun(new Hooks(advisors, validators, observers), tally);
    }

    private AccountFigures figures(RunWatch watch) {
        return new AccountFigures(
                days,
                regimes,
                new HoldingsRisk(days.closes(), policies.portfolio()),
                watch,
                policies.allocation(),
                settings.discipline());
    }

    private GuardianGate guardian(LossRow losses, RunWatch watch, GateTally tally) {
        GuardianSize size = new GuardianSize(agents.guardian(), policies.guardian());
        return new GuardianGate(days, regimes, ranges, size, settings, losses, watch, tally);
    }
}
