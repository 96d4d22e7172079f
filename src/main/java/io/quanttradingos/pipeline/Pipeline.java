package io.quanttradingos.pipeline;

import io.quanttradingos.portfolio.PortfolioReport;
import io.quanttradingos.regime.RegimeDecision;
import java.util.List;
import java.util.function.Function;

/**
 * The steps of the one decision, in order; {@link #decide} composes them as the decision route does.
 *
 * <p>{@link #gather} reads whatever is needed. Every later step is a pure function of what it is given: equal inputs,
 * policies and history give equal decisions, at whatever time and through whatever door.
 */
public final class Pipeline {
    private final Function<DecisionRequest, Gathered> gathering;
    private final Agents agents;
    private final DisciplineStep disciplineStep;
    private final AllocationStep allocationStep;
    private final StageCache results;

    public Pipeline(Gathering gathering, Agents agents, StageCache results) {
        this(gathering::gather, agents, results);
    }

    private Pipeline(Function<DecisionRequest, Gathered> gathering, Agents agents, StageCache results) {
        this.gathering = gathering;
        this.agents = agents;
        this.results = results;
        this.disciplineStep = new DisciplineStep(agents, results);
        this.allocationStep = new AllocationStep(agents, results);
    }

    /** The steps after gathering, for what was gathered before: it cannot read anything. */
    static Pipeline ofGathered(Agents agents, StageCache results) {
        return new Pipeline(
                request -> {
                    throw new IllegalStateException("this pipeline decides only what was gathered before");
                },
                agents,
                results);
    }

    /** Reads everything the decision needs. */
    public Gathered gather(DecisionRequest request) {
        return gathering.apply(request);
    }

    /** Which regime the market is in. */
    public WithRegime regime(Gathered gathered) {
        Stage<RegimeDecision> regime = results.stage(
                List.of("regime", gathered.prices().key(), gathered.asOf()),
                () -> agents.regime().decide(gathered.prices().value().table(), gathered.asOf()));
        return new WithRegime(gathered, regime);
    }

    /** What the portfolio looks like. */
    public WithPortfolio portfolio(WithRegime before) {
        Gathered gathered = before.gathered();
        Stage<PortfolioReport> portfolio = results.stage(
                List.of("portfolio", gathered.pricesKey(), gathered.holdings().key(), gathered.asOf()),
                () -> agents.portfolio()
                        .report(gathered.table(), gathered.holdings().value(), gathered.asOf()));
        return new WithPortfolio(before, portfolio);
    }

    /** How disciplined the execution was. */
    public ExecutionDiscipline discipline(WithPortfolio before) {
        return disciplineStep.of(before);
    }

    /** How much may be risked. */
    public Decided allocate(WithDiscipline before) {
        return allocationStep.allocate(before);
    }

    /** Whether the request asks for the guardian. */
    public boolean wantsGuardian(Decided decided) {
        return decided.gathered().request().guardian() != null;
    }

    /** Lets the guardian shrink or stop what was decided. */
    public Decided guard(Decided decided) {
        return allocationStep.guard(decided);
    }

    /** All the steps, from the request on. */
    public Decided decide(DecisionRequest request) {
        return decide(gather(request));
    }

    /** All the steps after the inputs have been gathered. */
    public Decided decide(Gathered gathered) {
        WithPortfolio portfolio = portfolio(regime(gathered));
        Decided decided = allocate(new WithDiscipline(portfolio, discipline(portfolio)));
        return wantsGuardian(decided) ? guard(decided) : decided;
    }
}
