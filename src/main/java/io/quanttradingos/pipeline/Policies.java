package io.quanttradingos.pipeline;

import io.quanttradingos.allocation.AllocationPolicy;
import io.quanttradingos.discipline.DisciplinePolicy;
import io.quanttradingos.guardian.GuardianPolicy;
import io.quanttradingos.portfolio.PortfolioPolicy;
import io.quanttradingos.regime.RegimePolicy;

/** The limits and tables of every agent: together with the inputs, all a decision depends on. */
public record Policies(
        RegimePolicy regime,
        PortfolioPolicy portfolio,
        DisciplinePolicy discipline,
        AllocationPolicy allocation,
        GuardianPolicy guardian) {

    public static Policies defaults() {
        return new Policies(
                RegimePolicy.defaults(),
                PortfolioPolicy.defaults(),
                DisciplinePolicy.defaults(),
                AllocationPolicy.defaults(),
                GuardianPolicy.defaults());
    }
}
