package io.quanttradingos.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationProperties {
    private static final int CASES = 4_000;
    private final AllocationAgent agent = new AllocationAgent(AllocationPolicy.defaults());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_decision_is_consistent_in_itself(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            AllocationInput input = SampleInputs.random(random);
            AllocationDecision decision = agent.decide(input);
            double multiplier = decision.positionSizeMultiplier();

            assertThat(multiplier).as("%s", input).isBetween(0.0, 1.0);
            assertThat(multiplier).isEqualTo(product(decision)).isEqualTo(agent.multiplier(input));
            assertThat(decision.allowTrade()).isEqualTo(multiplier > 0);
            assertThat(decision.blockedBy().isEmpty()).isEqualTo(decision.allowTrade());
            assertThat(agent.blockedBy(input)).isEqualTo(decision.blockedBy());
            assertThat(decision.riskMode() == RiskMode.HALT).isEqualTo(!decision.allowTrade());
            assertThat(decision.waterfall()).hasSize(decision.allowTrade() ? 6 : 7);
            assertThat(decision.waterfall()).allMatch(step -> step.multiplier() >= 0 && step.multiplier() <= 1);
            assertThat(decision.reason()).doesNotContain("NaN", "Infinity", "null");
        }
    }

    /** The specification written down once more, in one expression and without the rules. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void the_multiplier_is_the_one_the_specification_gives(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            AllocationInput input = SampleInputs.random(random);
            assertThat(agent.multiplier(input)).as("%s", input).isCloseTo(specified(input), within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void the_multiplier_never_rises_as_an_input_gets_worse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            AllocationInput input = SampleInputs.random(random);
            neverRises(random, 1.2, x -> agent.multiplier(input.withDrawdown(x)));
            neverRises(random, 2, x -> agent.multiplier(input.withVolatility(x)));
            neverRises(random, 1, x -> agent.multiplier(input.withHeat(x)));
            neverRises(random, 1, x -> agent.multiplier(input.withDiscipline(1 - x)));
            neverRises(random, 1, x -> agent.multiplier(input.withConfidence(1 - x)));
            neverRises(random, 40, x -> agent.multiplier(input.withOpenPositions((int) x)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48})
    void under_any_policy_the_multiplier_stays_in_range_and_never_rises_as_an_input_gets_worse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            AllocationAgent any = new AllocationAgent(SampleInputs.randomPolicy(random));
            AllocationInput input = SampleInputs.random(random);
            AllocationDecision decision = any.decide(input);

            assertThat(decision.positionSizeMultiplier())
                    .isBetween(0.0, 1.0)
                    .isEqualTo(product(decision))
                    .isEqualTo(any.multiplier(input));
            assertThat(decision.blockedBy().isEmpty()).isEqualTo(decision.allowTrade());
            assertThat(any.blockedBy(input)).isEqualTo(decision.blockedBy());
            for (Lever lever : decision.whatWouldChangeIt()) {
                assertThat(lever.multiplier()).isGreaterThanOrEqualTo(decision.positionSizeMultiplier());
            }
            neverRises(random, 1.2, x -> any.multiplier(input.withDrawdown(x)));
            neverRises(random, 2, x -> any.multiplier(input.withVolatility(x)));
            neverRises(random, 1, x -> any.multiplier(input.withHeat(x)));
            neverRises(random, 1, x -> any.multiplier(input.withDiscipline(1 - x)));
            neverRises(random, 1, x -> any.multiplier(input.withConfidence(1 - x)));
        }
    }

    @Test
    void nor_on_a_dense_grid_nor_between_neighbouring_doubles() {
        Random random = new Random(31);
        for (int i = 0; i < 20; i++) {
            AllocationInput input = SampleInputs.random(random);
            neverRisesOnGrid(x -> agent.multiplier(input.withDrawdown(x)));
            neverRisesOnGrid(x -> agent.multiplier(input.withVolatility(x)));
            neverRisesOnGrid(x -> agent.multiplier(input.withHeat(x)));
            neverRisesOnGrid(x -> agent.multiplier(input.withDiscipline(1 - x)));
        }
    }

    @Test
    void a_number_that_is_none_never_opens_a_trade() {
        assertThat(agent.multiplier(RegimeKey.TRENDING, Double.NaN, 0, 1, 0.1, 0, HeatMethod.STOPS, 0))
                .isZero();
        assertThat(agent.multiplier(RegimeKey.TRENDING, 1, Double.NaN, 1, 0.1, 0, HeatMethod.STOPS, 0))
                .isZero();
        assertThat(agent.multiplier(RegimeKey.TRENDING, 1, 0, Double.NaN, 0.1, 0, HeatMethod.STOPS, 0))
                .isZero();
        assertThat(agent.multiplier(RegimeKey.TRENDING, 1, 0, 1, 0.1, Double.NaN, HeatMethod.STOPS, 0))
                .isZero();
    }

    private static void neverRises(Random random, double high, DoubleUnaryOperator multiplier) {
        double a = random.nextDouble() * high;
        double b = random.nextInt(4) == 0 ? Math.min(high, Math.nextUp(a)) : random.nextDouble() * high;
        assertThat(multiplier.applyAsDouble(Math.max(a, b)))
                .isLessThanOrEqualTo(multiplier.applyAsDouble(Math.min(a, b)));
    }

    private static void neverRisesOnGrid(DoubleUnaryOperator multiplier) {
        double last = multiplier.applyAsDouble(0);
        for (int step = 1; step <= 2_000; step++) {
            double x = step / 2_000.0;
            for (double near : new double[] {Math.nextDown(x), x, Math.min(1, Math.nextUp(x))}) {
                double next = multiplier.applyAsDouble(near);
                if (next > last) {
                    assertThat(next).as("at %s", near).isLessThanOrEqualTo(last);
                }
                last = next;
            }
        }
    }

    private static double product(AllocationDecision decision) {
        double product = 1;
        for (WaterfallStep step : decision.waterfall()) {
            product *= step.multiplier();
        }
        return product;
    }

    private static double specified(AllocationInput in) {
        double c = in.marketRegime().confidence();
        double dd = in.portfolioMetrics().drawdown();
        double s = in.executionDisciplineScore();
        double vol = in.volAnnual() == null ? 0.30 : in.volAnnual();
        Double given = in.portfolioMetrics().portfolioHeat();
        double heat = given == null ? Math.min(1, 0.6 * vol) : given;
        boolean stops = in.heatMethod() == HeatMethod.STOPS;
        if (dd >= 0.20
                || s < 0.5
                || c < 0.2
                || (stops && heat >= 0.06)
                || in.portfolioMetrics().openPositions() >= 25) {
            return 0;
        }
        double regime = switch (in.marketRegime().regime()) {
            case TRENDING -> 1;
            case RANGE -> 0.6;
            case RANGING, CHOP -> 0.5;
            case DOWNTREND -> 0.4;
            case HIGH_VOL -> 0.35;
            case UNKNOWN -> 0.25;
        };
        double discipline = s >= 0.9 ? 1 : s >= 0.6 ? 0.5 + (s - 0.6) * 5 / 3 : 0.5;
        double volatility = vol <= 0.15 ? 1 : 0.15 / vol;
        double hot = stops
                ? (heat <= 0.03 ? 1 : (0.06 - heat) / 0.03)
                : (heat <= 0.15 ? 1 : heat >= 0.60 ? 0.25 : 0.25 + (0.60 - heat) / 0.45 * 0.75);
        double drawdown = Math.max(0, Math.min(1, (0.20 - dd) / 0.15));
        return regime * (0.5 + c / 2) * drawdown * discipline * volatility * hot;
    }
}
