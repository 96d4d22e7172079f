package io.quanttradingos.backtest.gate;

import io.quanttradingos.allocation.AllocationAdapter;
import io.quanttradingos.allocation.AllocationInput;
import io.quanttradingos.allocation.AllocationPolicy;
import io.quanttradingos.allocation.Factor;
import io.quanttradingos.allocation.HeatMethod;
import io.quanttradingos.allocation.StandardAdapter;
import io.quanttradingos.allocation.UpstreamFigures;
import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.portfolio.HoldingsRisk;
import org.jspecify.annotations.Nullable;

/**
 * What the allocation agent is told at a bar's close, as the pipeline would tell it that day: the regime, what the
 * portfolio agent says of the positions at hand, and the account's peak in the run.
 */
final class AccountFigures {
    private static final AllocationAdapter ADAPTER = new StandardAdapter();

    private final MarketDays days;
    private final MarketRegimes regimes;
    private final HoldingsRisk risk;
    private final RunWatch watch;
    private final AllocationPolicy policy;
    private final double discipline;
    private final double[] shares;
    private final double[] stopPrices;

    AccountFigures(
            MarketDays days,
            MarketRegimes regimes,
            HoldingsRisk risk,
            RunWatch watch,
            AllocationPolicy policy,
            double discipline) {
        this.days = days;
        this.regimes = regimes;
        this.risk = risk;
        this.watch = watch;
        this.policy = policy;
        this.discipline = discipline;
        this.shares = new double[days.closes().columns()];
        this.stopPrices = new double[shares.length];
    }

    /**
     * The figures at a bar that has a regime.
     *
     * @param order the number of the order they are for, or the one it is going to have
     */
    AllocationInput input(int bar, int order, Account account) {
        for (int i = 0; i < shares.length; i++) {
            shares[i] = account.shares(i);
        }
        watch.openOrders().stops(stopPrices, order, account);
        risk.measure(days.rowOver(bar), account.cash(), shares, stopPrices);
        return ADAPTER.adapt(new UpstreamFigures(
                regimes.label(bar),
                regimes.confidence(bar),
                account.equity(),
                orNull(risk.volAnnual()),
                null, // the return since the first date is shown, never decided on
                risk.openPositions(),
                orNull(risk.heat()),
                risk.isHeatAtStops() ? HeatMethod.STOPS : HeatMethod.VOLATILITY_PROXY,
                null,
                watch.peak(),
                discipline));
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** The factor that cuts most; of equal ones the first. */
    Factor leastFactor(AllocationInput input) {
        Factor least = Factor.REGIME;
        double smallest = multiplier(input, least);
        for (Factor factor : Factor.values()) {
            double multiplier = multiplier(input, factor);
            if (multiplier < smallest) {
                least = factor;
                smallest = multiplier;
            }
        }
        return least;
    }

    private double multiplier(AllocationInput input, Factor factor) {
        Double volatility = input.volAnnual();
        Double heat = input.portfolioMetrics().portfolioHeat();
        return switch (factor) {
            case REGIME -> policy.regimes().multiplier(input.marketRegime().regime());
            case CONFIDENCE ->
                policy.confidence().multiplier(input.marketRegime().confidence());
            case DRAWDOWN ->
                policy.drawdown().multiplier(input.portfolioMetrics().drawdown());
            case DISCIPLINE -> policy.discipline().multiplier(input.executionDisciplineScore());
            case VOLATILITY -> policy.volatility().multiplier(volatility == null ? Double.NaN : volatility);
            case HEAT -> heat == null ? 1 : policy.heat().multiplier(heat, input.heatMethod());
            case OPEN_POSITIONS, BLOCKED -> 1;
        };
    }
}
