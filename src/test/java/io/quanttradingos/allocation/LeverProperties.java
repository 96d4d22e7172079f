package io.quanttradingos.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every named change is tried, and so is the next smaller one. */
class LeverProperties {
    private static final double STEPS_PER_UNIT = 10_000;
    private static final double SMALLEST_MOVE = 0.01;
    private final AllocationAgent agent = new AllocationAgent(AllocationPolicy.defaults());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_named_change_moves_the_decision_and_one_step_less_does_not(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 800; i++) {
            AllocationInput input = SampleInputs.random(random);
            AllocationDecision now = agent.decide(input);
            for (Lever lever : now.whatWouldChangeIt()) {
                AllocationDecision then = agent.decide(with(input, lever.factor(), lever.needed()));
                assertThat(then.positionSizeMultiplier())
                        .as("%s in %s", lever, input)
                        .isEqualTo(lever.multiplier());
                assertThat(then.allowTrade()).isEqualTo(lever.allowTrade());
                assertThat(moved(now, then, lever, input))
                        .as("%s in %s", lever, input)
                        .isTrue();
                smallerChanges(input, lever)
                        .forEach(less -> assertThat(moved(now, agent.decide(less), lever, input))
                                .as("less than %s in %s", lever, input)
                                .isFalse());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void every_binding_factor_is_named_unless_nothing_can_be_gained_from_it(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 800; i++) {
            AllocationInput input = SampleInputs.random(random);
            AllocationDecision now = agent.decide(input);
            List<Factor> expected = now.allowTrade()
                    ? now.waterfall().stream()
                            .filter(step -> step.multiplier() < 1)
                            .map(WaterfallStep::factor)
                            .filter(factor -> agent.multiplier(best(input, factor)) > now.positionSizeMultiplier())
                            .toList()
                    : now.blockedBy().stream().map(Block::factor).toList();
            assertThat(now.whatWouldChangeIt())
                    .as("%s", input)
                    .extracting(Lever::factor)
                    .containsExactlyElementsOf(expected);
        }
    }

    /** As the javadoc of {@link Levers} defines it, but through {@code decide}. */
    private boolean moved(AllocationDecision now, AllocationDecision then, Lever lever, AllocationInput input) {
        boolean lifted = then.blockedBy().stream().noneMatch(block -> block.factor() == lever.factor());
        if (now.blockedBy().size() > 1) {
            return lifted;
        }
        double reachable = agent.multiplier(best(input, lever.factor()));
        double target = lever.factor() == Factor.REGIME
                ? Math.nextUp(now.positionSizeMultiplier())
                : Math.min(now.positionSizeMultiplier() + SMALLEST_MOVE - 1e-12, reachable);
        return lifted
                && then.positionSizeMultiplier() > now.positionSizeMultiplier()
                && then.positionSizeMultiplier() >= target;
    }

    private static Stream<AllocationInput> smallerChanges(AllocationInput input, Lever lever) {
        return switch (lever.factor()) {
            case REGIME ->
                Stream.of(RegimeKey.values())
                        .filter(regime -> RegimeMultipliers.defaults().multiplier(regime)
                                < RegimeMultipliers.defaults().multiplier(regime(lever.needed())))
                        .map(input::withRegime);
            case CONFIDENCE, DISCIPLINE -> {
                double less = (Math.rint((double) lever.needed() * STEPS_PER_UNIT) - 1) / STEPS_PER_UNIT;
                yield Stream.of(with(input, lever.factor(), Math.max(0, less)));
            }
            case OPEN_POSITIONS -> Stream.of(input.withOpenPositions((int) lever.needed() + 1));
            default -> {
                double less = (Math.rint((double) lever.needed() * STEPS_PER_UNIT) + 1) / STEPS_PER_UNIT;
                boolean past = lever.input() != null && less > (double) lever.input();
                yield past ? Stream.empty() : Stream.of(with(input, lever.factor(), less));
            }
        };
    }

    private static AllocationInput best(AllocationInput input, Factor factor) {
        return switch (factor) {
            case REGIME ->
                input.withRegime(Stream.of(RegimeKey.values())
                        .max(Comparator.comparingDouble(RegimeMultipliers.defaults()::multiplier))
                        .orElseThrow());
            case CONFIDENCE, DISCIPLINE -> with(input, factor, 1.0);
            case OPEN_POSITIONS -> input.withOpenPositions(0);
            default -> with(input, factor, 0.0);
        };
    }

    private static AllocationInput with(AllocationInput input, Factor factor, Object value) {
        return switch (factor) {
            case REGIME -> input.withRegime(regime(value));
            case CONFIDENCE -> input.withConfidence((double) value);
            case DRAWDOWN -> input.withDrawdown((double) value);
            case DISCIPLINE -> input.withDiscipline((double) value);
            case VOLATILITY -> input.withVolatility((Double) value);
            case HEAT -> input.withHeat((Double) value);
            case OPEN_POSITIONS -> input.withOpenPositions((int) value);
            case BLOCKED -> throw new IllegalArgumentException("blocked is no input");
        };
    }

    private static RegimeKey regime(Object key) {
        return Stream.of(RegimeKey.values())
                .filter(regime -> regime.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
