package io.quanttradingos.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AllocationDecisionTest {
    private final AllocationAgent agent = new AllocationAgent(AllocationPolicy.defaults());

    @Test
    void nothing_binds_means_full_size() {
        AllocationDecision decision = agent.decide(SampleInputs.unbound());

        assertThat(decision.allowTrade()).isTrue();
        assertThat(decision.positionSizeMultiplier()).isEqualTo(1);
        assertThat(decision.riskMode()).isEqualTo(RiskMode.NORMAL);
        assertThat(decision.reason()).isEqualTo("New trades at full size: nothing binds.");
        assertThat(decision.waterfall()).extracting(WaterfallStep::multiplier).containsOnly(1.0);
        assertThat(decision.blockedBy()).isEmpty();
        assertThat(decision.whatWouldChangeIt()).isEmpty();
        assertThat(decision.warnings()).isEmpty();
    }

    /** .4 · (.5 + .5·.7) · (1 - .03/.15) · (.5 + .5·.28/.3) · .15/.25 · 1 = .4·.85·.8·.96667·.6 = .157760 */
    @Test
    void a_calm_downtrend_with_several_faults_multiplies_them_and_names_the_strongest_first() {
        AllocationInput input = SampleInputs.unbound()
                .withRegime(RegimeKey.DOWNTREND)
                .withConfidence(0.7)
                .withDrawdown(0.08)
                .withDiscipline(0.88)
                .withVolatility(0.25);

        AllocationDecision decision = agent.decide(input);

        assertThat(decision.positionSizeMultiplier()).isCloseTo(0.15776, within(1e-15));
        assertThat(decision.riskMode()).isEqualTo(RiskMode.DEFENSIVE);
        assertThat(decision.reason())
                .isEqualTo("New trades at 15.78 % of full size: regime downtrend ×0.4, volatility 25 % ×0.6,"
                        + " drawdown 8 % ×0.8, confidence 0.7 ×0.85, discipline 0.88 ×0.9667.");
        assertThat(decision.waterfall())
                .extracting(step -> step.factor().key())
                .containsExactly("regime", "confidence", "drawdown", "discipline", "volatility", "heat");
        assertThat(decision.waterfall())
                .extracting(WaterfallStep::why)
                .containsExactly(
                        "the regime downtrend is given 0.4 of full size",
                        "confidence 0.7 on the line from 0.5 at none to 1 at full confidence",
                        "drawdown 8 % on the line from 1 at 5 % to 0 at 20 %",
                        "discipline 0.88 on the line from 0.5 at 0.6 to 1 at 0.9",
                        "volatility 25 % is brought down to the target of 15 %",
                        "heat 0 % is within the 3 % that cuts nothing");
    }

    /** To rise by .01 from .5: .5·(1 - (d-.05)/.15) against .8: the drawdown must fall below .08 by .15·.01/1 = .0015. */
    @Test
    void the_nearest_drawdown_that_raises_the_size_by_a_hundredth_is_named() {
        AllocationDecision decision = agent.decide(SampleInputs.unbound().withDrawdown(0.08));

        assertThat(decision.whatWouldChangeIt()).singleElement().satisfies(lever -> {
            assertThat(lever.factor()).isEqualTo(Factor.DRAWDOWN);
            assertThat(lever.input()).isEqualTo(0.08);
            assertThat(lever.needed()).isEqualTo(0.0785);
            assertThat(lever.multiplier()).isCloseTo(0.81, within(1e-12));
            assertThat(lever.sentence()).isEqualTo("drawdown of at most 7.85 % would give 81 % of full size");
        });
    }

    @Test
    void a_broken_limit_stops_new_trades_and_names_limit_and_actual() {
        AllocationDecision decision = agent.decide(SampleInputs.unbound().withDrawdown(0.22));

        assertThat(decision.allowTrade()).isFalse();
        assertThat(decision.positionSizeMultiplier()).isEqualTo(0);
        assertThat(decision.riskMode()).isEqualTo(RiskMode.HALT);
        assertThat(decision.reason()).isEqualTo("No new trades: drawdown 22 % has reached the stop of 20 %.");
        assertThat(decision.blockedBy())
                .containsExactly(new Block(
                        Factor.DRAWDOWN, "drawdown_at_stop", 0.20, 0.22, "drawdown 22 % has reached the stop of 20 %"));
        assertThat(decision.waterfall()).hasSize(7);
        assertThat(decision.waterfall().get(6))
                .isEqualTo(new WaterfallStep(Factor.BLOCKED, null, 0, "a limit is broken"));
        assertThat(decision.whatWouldChangeIt())
                .singleElement()
                .satisfies(lever -> assertThat(lever.needed()).isEqualTo(0.1985));
    }

    @Test
    void every_limit_has_its_own_code() {
        AllocationInput input = new AllocationInput(
                new MarketRegime(RegimeKey.TRENDING, 0.1),
                new PortfolioMetrics(null, 0.07, 0.3, 25, 0),
                0.4,
                0.1,
                HeatMethod.STOPS);

        AllocationDecision decision = agent.decide(input);

        assertThat(decision.blockedBy())
                .extracting(Block::code)
                .containsExactly(
                        "confidence_below_minimum",
                        "drawdown_at_stop",
                        "discipline_below_minimum",
                        "heat_at_cap",
                        "open_positions_at_limit");
        assertThat(decision.reason())
                .isEqualTo(
                        "No new trades: confidence 0.1 is below the minimum of 0.2; drawdown 30 % has reached the stop"
                                + " of 20 %; discipline 0.4 is below the minimum of 0.5; heat 7 % has reached the cap of 6 %;"
                                + " 25 open positions have reached the limit of 25.");
        assertThat(decision.whatWouldChangeIt())
                .extracting(Lever::needed)
                .containsExactly(0.2, 0.1999, 0.5, 0.0599, 24);
        assertThat(decision.whatWouldChangeIt()).noneMatch(Lever::allowTrade);
        assertThat(decision.whatWouldChangeIt().get(4).sentence())
                .isEqualTo("at most 24 open positions would lift this limit, but trading stays shut by"
                        + " confidence, drawdown, discipline, heat");
    }

    @Test
    void rounding_never_hides_on_which_side_of_a_limit_a_number_lies() {
        AllocationDecision decision = agent.decide(SampleInputs.unbound().withDiscipline(0.49999999));

        assertThat(decision.reason()).isEqualTo("No new trades: discipline 0.49999999 is below the minimum of 0.5.");
    }

    @Test
    void an_unknown_volatility_is_taken_as_high_and_said_so() {
        AllocationDecision decision = agent.decide(SampleInputs.unbound().withVolatility(null));

        assertThat(decision.positionSizeMultiplier()).isEqualTo(0.5);
        assertThat(decision.warnings())
                .containsExactly("the portfolio's volatility is unknown; the size was cut as if it were 30 % a year");
        assertThat(decision.waterfall().get(4).input()).isNull();
        assertThat(decision.reason()).contains("volatility unknown ×0.5");
        // .15/σ ≥ .51 from σ = .29411… down
        assertThat(decision.whatWouldChangeIt()).singleElement().satisfies(lever -> {
            assertThat(lever.needed()).isEqualTo(0.2941);
            assertThat(lever.sentence())
                    .isEqualTo("a known volatility of at most 29.41 % would give 51 % of full size");
        });
    }

    /** Heat as the original estimates it from the assumed 30 %: .18, so 1 - .03/.45·.75 = .95. */
    @Test
    void an_unknown_heat_is_estimated_from_the_volatility_taken() {
        AllocationInput input = new AllocationInput(
                new MarketRegime(RegimeKey.TRENDING, 1),
                new PortfolioMetrics(null, null, 0, 1, 0),
                1,
                null,
                HeatMethod.VOLATILITY_PROXY);

        AllocationDecision decision = agent.decide(input);

        assertThat(decision.positionSizeMultiplier()).isCloseTo(0.5 * 0.95, within(1e-15));
        assertThat(decision.warnings()).hasSize(2);
        assertThat(decision.waterfall().get(5).input()).isNull();
    }

    @Test
    void a_better_regime_is_the_nearest_in_the_table() {
        AllocationDecision decision = agent.decide(SampleInputs.unbound().withRegime(RegimeKey.HIGH_VOL));

        assertThat(decision.whatWouldChangeIt()).singleElement().satisfies(lever -> {
            assertThat(lever.input()).isEqualTo("high_vol");
            assertThat(lever.needed()).isEqualTo("downtrend");
            assertThat(lever.multiplier()).isEqualTo(0.4);
            assertThat(lever.sentence()).isEqualTo("a regime of downtrend would give 40 % of full size");
        });
    }

    @Test
    void a_regime_given_nothing_stops_new_trades_without_a_broken_limit() {
        AllocationPolicy defaults = AllocationPolicy.defaults();
        AllocationAgent strict = new AllocationAgent(new AllocationPolicy(
                new RegimeMultipliers(1, 0.6, 0.5, 0.5, 0.4, 0, 0.25),
                defaults.confidence(),
                defaults.drawdown(),
                defaults.discipline(),
                defaults.volatility(),
                defaults.heat(),
                defaults.maxOpenPositions(),
                defaults.riskModes(),
                defaults.smallestMove()));

        AllocationDecision decision = strict.decide(SampleInputs.unbound().withRegime(RegimeKey.HIGH_VOL));

        assertThat(decision.allowTrade()).isFalse();
        assertThat(decision.blockedBy()).extracting(Block::code).containsExactly("nothing_left");
        assertThat(decision.reason())
                .isEqualTo("No new trades: nothing is left of the size: the regime high_vol is given 0 of full size.");
        assertThat(decision.whatWouldChangeIt())
                .singleElement()
                .satisfies(lever -> assertThat(lever.needed()).isEqualTo("downtrend"));
    }

    @Test
    void an_absurd_volatility_leaves_nothing_rather_than_a_trade_of_no_size() {
        AllocationDecision decision = agent.decide(
                SampleInputs.unbound().withVolatility(Double.MAX_VALUE).withDrawdown(Math.nextDown(0.20)));

        assertThat(decision.allowTrade()).isFalse();
        assertThat(decision.positionSizeMultiplier()).isEqualTo(0);
        assertThat(decision.blockedBy()).hasSize(1);
    }
}
