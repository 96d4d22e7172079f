package io.quanttradingos.allocation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much of full size new trades may have.
 *
 * <p>The multiplier is regime × confidence × drawdown × discipline × volatility target × heat, each in [0, 1] and
 * given by the policy's rule of that name; it is 0 where a hard limit is broken. It never rises when drawdown,
 * volatility, heat or the number of open positions rises, nor when confidence or discipline falls. Immutable; equal
 * inputs give equal decisions.
 */
public final class AllocationAgent {
    private final AllocationPolicy policy;
    private final Levers levers;

    public AllocationAgent(AllocationPolicy policy) {
        this.policy = policy;
        this.levers = new Levers(this, policy);
    }

    /** The decision with all its reasons. */
    public AllocationDecision decide(AllocationInput input) {
        List<WaterfallStep> waterfall = factors(input);
        double product = product(waterfall);
        List<Block> blocks = brokenLimits(input);
        List<Lever> changes = levers.of(input, waterfall, blocks);
        if (blocks.isEmpty() && product == 0) {
            blocks = List.of(nothingLeft(waterfall));
        }
        if (!blocks.isEmpty()) {
            String why = blocks.size() == 1 ? "a limit is broken" : blocks.size() + " limits are broken";
            waterfall.add(new WaterfallStep(Factor.BLOCKED, null, 0, why));
        }
        double multiplier = product(waterfall);
        return new AllocationDecision(
                multiplier > 0,
                multiplier,
                policy.riskModes().mode(multiplier),
                Reason.of(multiplier, waterfall, blocks),
                waterfall,
                blocks,
                changes,
                warnings(input));
    }

    /** {@link AllocationDecision#positionSizeMultiplier} alone, without a word and without garbage. */
    public double multiplier(AllocationInput input) {
        return multiplier(
                input.marketRegime().regime(),
                input.marketRegime().confidence(),
                input.portfolioMetrics().drawdown(),
                input.executionDisciplineScore(),
                orNaN(input.volAnnual()),
                orNaN(input.portfolioMetrics().portfolioHeat()),
                input.heatMethod(),
                input.portfolioMetrics().openPositions());
    }

    /**
     * The multiplier from bare numbers, for a call per bar: no object is made and nothing is refused.
     *
     * <p>The same double as {@link AllocationDecision#positionSizeMultiplier} for the same input. NaN stands for an
     * unknown volatility or estimated heat; a NaN in any other place gives 0.
     *
     * @param confidence in [0, 1]
     * @param drawdown fraction of the peak lost, at least 0
     * @param discipline score in [0, 1]
     * @param volAnnual fraction a year, at least 0
     * @param heat fraction of equity, at least 0
     */
    public double multiplier(
            RegimeKey regime,
            double confidence,
            double drawdown,
            double discipline,
            double volAnnual,
            double heat,
            HeatMethod heatMethod,
            int openPositions) {
        if (policy.confidence().blocks(confidence)
                || policy.drawdown().blocks(drawdown)
                || policy.discipline().blocks(discipline)
                || policy.heat().blocks(heat, heatMethod)
                || policy.blocks(openPositions)) {
            return 0;
        }
        return policy.regimes().multiplier(regime)
                * policy.confidence().multiplier(confidence)
                * policy.drawdown().multiplier(drawdown)
                * policy.discipline().multiplier(discipline)
                * policy.volatility().multiplier(volAnnual)
                * policy.heat().multiplier(heatTaken(heat, volAnnual), heatMethod);
    }

    /**
     * {@link AllocationDecision#blockedBy} alone, without looking for what would change it, which costs a hundred times as
     * much.
     */
    public List<Block> blockedBy(AllocationInput input) {
        List<Block> blocks = brokenLimits(input);
        return blocks.isEmpty() && multiplier(input) == 0 ? List.of(nothingLeft(factors(input))) : blocks;
    }

    /** The hard limits the input breaks, in the order of the factors. */
    List<Block> brokenLimits(AllocationInput input) {
        List<Block> broken = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            Block block = brokenLimit(input, factor);
            if (block != null) {
                broken.add(block);
            }
        }
        return broken;
    }

    @Nullable Block brokenLimit(AllocationInput input, Factor factor) {
        PortfolioMetrics portfolio = input.portfolioMetrics();
        return switch (factor) {
            case CONFIDENCE -> {
                double confidence = input.marketRegime().confidence();
                yield policy.confidence().blocks(confidence)
                        ? policy.confidence().block(confidence)
                        : null;
            }
            case DRAWDOWN ->
                policy.drawdown().blocks(portfolio.drawdown())
                        ? policy.drawdown().block(portfolio.drawdown())
                        : null;
            case DISCIPLINE -> {
                double score = input.executionDisciplineScore();
                yield policy.discipline().blocks(score) ? policy.discipline().block(score) : null;
            }
            case HEAT -> {
                double heat = orNaN(portfolio.portfolioHeat());
                yield policy.heat().blocks(heat, input.heatMethod())
                        ? policy.heat().block(heat)
                        : null;
            }
            case OPEN_POSITIONS ->
                policy.blocks(portfolio.openPositions()) ? policy.block(portfolio.openPositions()) : null;
            case REGIME, VOLATILITY, BLOCKED -> null;
        };
    }

    private List<WaterfallStep> factors(AllocationInput input) {
        PortfolioMetrics portfolio = input.portfolioMetrics();
        double heat = heatTaken(orNaN(portfolio.portfolioHeat()), orNaN(input.volAnnual()));
        List<WaterfallStep> steps = new ArrayList<>();
        steps.add(policy.regimes().step(input.marketRegime().regime()));
        steps.add(policy.confidence().step(input.marketRegime().confidence()));
        steps.add(policy.drawdown().step(portfolio.drawdown()));
        steps.add(policy.discipline().step(input.executionDisciplineScore()));
        steps.add(policy.volatility().step(input.volAnnual()));
        steps.add(policy.heat().step(portfolio.portfolioHeat(), heat, input.heatMethod()));
        return steps;
    }

    /** An unknown heat is estimated as the original did, from the volatility, itself assumed where unknown. */
    private double heatTaken(double heat, double volAnnual) {
        return Double.isNaN(heat)
                ? Math.min(
                        1, HeatRule.PROXY_PER_VOLATILITY * policy.volatility().orAssumed(volAnnual))
                : heat;
    }

    private List<String> warnings(AllocationInput input) {
        List<String> warnings = new ArrayList<>();
        if (input.volAnnual() == null) {
            warnings.add("the portfolio's volatility is unknown; the size was cut as if it were "
                    + Wording.percent(policy.volatility().assumedVol()) + " a year");
        }
        if (input.portfolioMetrics().portfolioHeat() == null) {
            warnings.add("the portfolio's heat is unknown; it was estimated from the volatility");
        }
        return warnings;
    }

    /** A policy may give a regime 0, and a product may run out of digits: no limit is broken, yet nothing is left. */
    private static Block nothingLeft(List<WaterfallStep> waterfall) {
        WaterfallStep least = Reason.strongestFirst(waterfall).get(0);
        return new Block(least.factor(), "nothing_left", null, null, "nothing is left of the size: " + least.why());
    }

    private static double product(List<WaterfallStep> waterfall) {
        double product = 1;
        for (WaterfallStep step : waterfall) {
            product *= step.multiplier();
        }
        return product;
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
