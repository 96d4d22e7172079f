package io.quanttradingos.pipeline;

import io.quanttradingos.allocation.AllocationAgent;
import io.quanttradingos.discipline.DisciplineAgent;
import io.quanttradingos.guardian.GuardianAgent;
import io.quanttradingos.portfolio.PortfolioAgent;
import io.quanttradingos.regime.RegimeAgent;

/** The agents of one set of policies. */
public record Agents(
        RegimeAgent regime,
        PortfolioAgent portfolio,
        DisciplineAgent discipline,
        AllocationAgent allocation,
        GuardianAgent guardian) {

    public static Agents of(Policies policies) {
        return new Agents(
                new RegimeAgent(policies.regime()),
                new PortfolioAgent(policies.portfolio()),
                new DisciplineAgent(policies.discipline()),
                new AllocationAgent(policies.allocation()),
                new GuardianAgent(policies.guardian()));
    }
}
