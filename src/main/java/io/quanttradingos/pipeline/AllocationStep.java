package io.quanttradingos.pipeline;

import io.quanttradingos.allocation.AllocationAdapter;
import io.quanttradingos.allocation.AllocationDecision;
import io.quanttradingos.allocation.AllocationInput;
import io.quanttradingos.allocation.HeatMethod;
import io.quanttradingos.allocation.SeedAdapter;
import io.quanttradingos.allocation.StandardAdapter;
import io.quanttradingos.allocation.UpstreamFigures;
import io.quanttradingos.portfolio.PortfolioReport;
import io.quanttradingos.regime.RegimeDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings regime, portfolio and discipline into the allocation's terms, and its answer back. */
final class AllocationStep {
    /** The original took the peak for a tenth above today's value where nobody named one. */
    private static final double SEED_INVENTED_PEAK = 1.1;

    private final Agents agents;
    private final StageCache results;
    private final GuardianStep guardian;

    AllocationStep(Agents agents, StageCache results) {
        this.agents = agents;
        this.results = results;
        this.guardian = new GuardianStep(agents.guardian(), results);
    }

    Decided allocate(WithDiscipline before) {
        PortfolioReport portfolio = before.before().portfolio().value();
        RegimeDecision regime = before.before().before().regime().value();
        Conventions conventions = before.gathered().request().conventions();
        Double peak = peak(before.gathered(), portfolio.totalValue());
        boolean seed = conventions == Conventions.SEED;
        UpstreamFigures figures = new UpstreamFigures(
                regime.label(),
                regime.confidence(),
                portfolio.totalValue(),
                portfolio.volAnnual(),
                portfolio.retTotal(),
                portfolio.openPositions(),
                seed ? null : portfolio.portfolioHeat(),
                seed ? HeatMethod.VOLATILITY_PROXY : heatMethod(portfolio),
                null,
                peak,
                before.discipline().score());
        AllocationAdapter adapter = seed ? new SeedAdapter() : new StandardAdapter();
        AllocationInput input = adapter.adapt(figures);
        AllocationDecision decision = results.value(
                List.of("allocation", input), () -> agents.allocation().decide(input));
        return new Decided(before, peak, input, decision, null);
    }

    Decided guard(Decided decided) {
        return guardian.guard(decided);
    }

    /**
     * The value the drawdown is measured from: what the request says, else the highest of the recorded values and today's.
     * No drawdown is invented: a first run has none.
     */
    private static @Nullable Double peak(Gathered gathered, double value) {
        Double asked = gathered.request().peakEquity();
        if (asked != null) {
            return asked;
        }
        if (gathered.request().conventions() == Conventions.SEED) {
            return value * SEED_INVENTED_PEAK;
        }
        Double recorded = gathered.known().recordedPeak();
        double peak = recorded == null ? value : Math.max(recorded, value);
        return peak > 0 ? peak : null;
    }

    private static HeatMethod heatMethod(PortfolioReport portfolio) {
        return portfolio.heatMethod().equals("stops") ? HeatMethod.STOPS : HeatMethod.VOLATILITY_PROXY;
    }
}
