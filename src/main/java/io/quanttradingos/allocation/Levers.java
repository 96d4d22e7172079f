package io.quanttradingos.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the nearest value of each binding input that moves the decision, by deciding again with that value.
 *
 * <p>Moved means: where no limit is broken, the multiplier rises by at least the policy's smallest move, or as far as
 * this input alone can take it. Where one limit is broken, it no longer is and the multiplier reaches the smallest move,
 * or as far as this input can take it. Where several are broken, this one no longer is.
 *
 * <p>The multiplier never rises as an input gets worse, so the nearest such value can be found by halving.
 */
final class Levers {
    private static final double STEPS_PER_UNIT = 10_000;

    /** Far above the error of six multiplications, so that 0.84 is not passed over for 0.8401. */
    private static final double ROUNDING = 1e-12;

    /** Where the search for an unknown input starts: above every assumed volatility and every estimated heat. */
    private static final double UNKNOWN_STARTS_AT = 11;

    private final AllocationAgent agent;
    private final AllocationPolicy policy;

    Levers(AllocationAgent agent, AllocationPolicy policy) {
        this.agent = agent;
        this.policy = policy;
    }

    /** In the order of the factors; a factor nothing can be gained from is left out. */
    List<Lever> of(AllocationInput input, List<WaterfallStep> waterfall, List<Block> broken) {
        List<Lever> levers = new ArrayList<>();
        if (broken.isEmpty()) {
            for (WaterfallStep step : waterfall) {
                if (step.multiplier() < 1) {
                    lever(input, step.factor(), broken).ifPresent(levers::add);
                }
            }
        } else {
            for (Block block : broken) {
                lever(input, block.factor(), broken).ifPresent(levers::add);
            }
        }
        return levers;
    }

    private Optional<Lever> lever(AllocationInput input, Factor factor, List<Block> broken) {
        PortfolioMetrics portfolio = input.portfolioMetrics();
        return switch (factor) {
            case REGIME -> betterRegime(input);
            case CONFIDENCE ->
                higher(input, factor, broken, input.marketRegime().confidence(), input::withConfidence);
            case DRAWDOWN -> lower(input, factor, broken, portfolio.drawdown(), input::withDrawdown);
            case DISCIPLINE -> higher(input, factor, broken, input.executionDisciplineScore(), input::withDiscipline);
            case VOLATILITY -> lower(input, factor, broken, input.volAnnual(), input::withVolatility);
            case HEAT -> lower(input, factor, broken, portfolio.portfolioHeat(), input::withHeat);
            case OPEN_POSITIONS -> fewerPositions(input, broken);
            case BLOCKED -> Optional.empty();
        };
    }

    /** The next better one in the table; not knowing the regime is nothing to wait for. */
    private Optional<Lever> betterRegime(AllocationInput input) {
        RegimeKey now = input.marketRegime().regime();
        double given = policy.regimes().multiplier(now);
        return Arrays.stream(RegimeKey.values())
                .filter(regime -> regime != RegimeKey.UNKNOWN)
                .filter(regime -> policy.regimes().multiplier(regime) > given)
                .filter(regime -> agent.multiplier(input.withRegime(regime)) > agent.multiplier(input))
                .min(Comparator.comparingDouble(policy.regimes()::multiplier))
                .map(regime -> lever(
                        Factor.REGIME,
                        now.key(),
                        regime.key(),
                        input.withRegime(regime),
                        List.of(),
                        "a regime of " + regime.key()));
    }

    private Optional<Lever> fewerPositions(AllocationInput input, List<Block> broken) {
        int needed = policy.maxOpenPositions() - 1;
        return Optional.of(lever(
                Factor.OPEN_POSITIONS,
                input.portfolioMetrics().openPositions(),
                needed,
                input.withOpenPositions(needed),
                broken,
                "at most " + needed + " open positions"));
    }

    /** For an input of which more is better, at most 1. */
    private Optional<Lever> higher(
            AllocationInput input,
            Factor factor,
            List<Block> broken,
            double now,
            DoubleFunction<AllocationInput> with) {
        Predicate<AllocationInput> moved = moved(input, factor, broken, with.apply(1));
        if (!moved.test(with.apply(1))) {
            return Optional.empty();
        }
        double needed = nearest(moved, with, (long) STEPS_PER_UNIT, (long) Math.floor(now * STEPS_PER_UNIT));
        String words = factor.key() + " of at least " + Wording.number(needed);
        return Optional.of(lever(factor, now, needed, with.apply(needed), broken, words));
    }

    /** For an input of which less is better, at least 0. */
    private Optional<Lever> lower(
            AllocationInput input,
            Factor factor,
            List<Block> broken,
            @Nullable Double now,
            DoubleFunction<AllocationInput> with) {
        Predicate<AllocationInput> moved = moved(input, factor, broken, with.apply(0));
        if (!moved.test(with.apply(0))) {
            return Optional.empty();
        }
        double start = now == null ? UNKNOWN_STARTS_AT : now;
        double needed = nearest(moved, with, 0, (long) Math.ceil(start * STEPS_PER_UNIT));
        String words = (now == null ? "a known " : "") + factor.key() + " of at most " + Wording.percent(needed);
        return Optional.of(lever(factor, now, needed, with.apply(needed), broken, words));
    }

    /** Halves the way between a step that moves the decision and one that does not, until they are neighbours. */
    private static double nearest(
            Predicate<AllocationInput> moved, DoubleFunction<AllocationInput> with, long enough, long tooLittle) {
        while (Math.abs(enough - tooLittle) > 1) {
            long middle = enough + (tooLittle - enough) / 2;
            if (moved.test(with.apply(middle / STEPS_PER_UNIT))) {
                enough = middle;
            } else {
                tooLittle = middle;
            }
        }
        return enough / STEPS_PER_UNIT;
    }

    private Predicate<AllocationInput> moved(
            AllocationInput input, Factor factor, List<Block> broken, AllocationInput best) {
        if (broken.size() > 1) {
            return other -> agent.brokenLimit(other, factor) == null;
        }
        double now = agent.multiplier(input);
        double target = Math.min(now + policy.smallestMove() - ROUNDING, agent.multiplier(best));
        if (broken.size() == 1) {
            return other -> agent.brokenLimit(other, factor) == null && agent.multiplier(other) >= target;
        }
        return other -> agent.multiplier(other) > now && agent.multiplier(other) >= target;
    }

    private Lever lever(
            Factor factor,
            @Nullable Object now,
            Object needed,
            AllocationInput changed,
            List<Block> broken,
            String words) {
        double multiplier = agent.multiplier(changed);
        boolean allowed = multiplier > 0;
        String effect;
        if (allowed) {
            effect = " would give " + Wording.percentBeside(0, multiplier) + " of full size";
        } else {
            effect = " would lift this limit, but trading stays shut"
                    + (broken.size() > 1 ? " by " + others(factor, broken) : "");
        }
        return new Lever(factor, now, needed, multiplier, allowed, words + effect);
    }

    private static String others(Factor factor, List<Block> broken) {
        return broken.stream()
                .filter(block -> block.factor() != factor)
                .map(block -> block.factor().key())
                .reduce((a, b) -> a + ", " + b)
                .orElse("nothing");
    }
}
