package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TradingPlanTest {
    private static Parsed<TradingPlan> read(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("allowed_regimes", List.of("Risk-On"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return TradingPlan.read("plan.json", json);
    }

    private static List<String> problems(@Nullable Object... keysAndValues) {
        return read(keysAndValues).problems().stream()
                .map(InputProblem::toString)
                .toList();
    }

    @Test
    void reads_every_field_of_the_original_plan() {
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("Risk-Off", 3);
        limits.put("Risk-On", 10.5);
        TradingPlan plan = read(
                        "stop_required",
                        true,
                        "account_size",
                        100_000,
                        "position_limits_by_regime",
                        limits,
                        "max_position_pct",
                        10,
                        "max_stop_pct",
                        2.0,
                        "risk_per_trade_pct",
                        0.5,
                        "conventions",
                        "seed")
                .orRefuse();
        assertThat(plan.allowedRegimes()).containsExactly("Risk-On");
        assertThat(plan.stopRequired()).isTrue();
        assertThat(plan.accountSize()).isEqualTo(100_000);
        assertThat(plan.positionLimitsByRegime().keySet()).containsExactly("Risk-Off", "Risk-On");
        assertThat(plan.positionLimitsByRegime()).containsEntry("Risk-On", 10.5);
        assertThat(plan.maxPositionPct()).isEqualTo(10);
        assertThat(plan.maxStopPct()).isEqualTo(2);
        assertThat(plan.riskPerTradePct()).isEqualTo(0.5);
        assertThat(plan.conventions()).isEqualTo("seed");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void leaves_out_what_the_plan_leaves_out() {
        TradingPlan plan = read("account_size", null, "stop_required", null).orRefuse();
        assertThat(plan.stopRequired()).isFalse();
        assertThat(plan.accountSize()).isNull();
        assertThat(plan.maxStopPct()).isNull();
        assertThat(plan.conventions()).isNull();
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void refuses_a_plan_without_allowed_regimes() {
        assertThat(TradingPlan.read("plan.json", new HashMap<>()).problems())
                .extracting(InputProblem::toString)
                .containsExactly("plan.json allowed_regimes is missing");
        assertThat(problems("allowed_regimes", Map.of("Risk-On", 1)))
                .containsExactly("plan.json allowed_regimes must be a list of texts, was an object");
    }

    @Test
    void names_the_entry_that_is_no_regime() {
        assertThat(problems("allowed_regimes", Arrays.asList("Risk-On", 5, " ", null)))
                .containsExactly(
                        "plan.json allowed_regimes[1] must be a regime's label, was 5",
                        "plan.json allowed_regimes[2] must be a regime's label, was ' '",
                        "plan.json allowed_regimes[3] must be a regime's label, was null");
    }

    @Test
    void names_the_field_of_a_value_it_cannot_use() {
        assertThat(problems(
                        "stop_required",
                        "maybe",
                        "account_size",
                        -5,
                        "position_limits_by_regime",
                        List.of(1),
                        "max_position_pct",
                        "ten",
                        "max_stop_pct",
                        Double.NaN,
                        "risk_per_trade_pct",
                        true,
                        "conventions",
                        "old"))
                .containsExactly(
                        "plan.json stop_required must be true or false, was 'maybe'",
                        "plan.json account_size must not be negative, was -5",
                        "plan.json position_limits_by_regime must be an object of percents by regime, was a list",
                        "plan.json max_position_pct must be a number, was 'ten'",
                        "plan.json max_stop_pct must be a number, was NaN",
                        "plan.json risk_per_trade_pct must be a number, was true",
                        "plan.json conventions must be standard or seed, was 'old'");
    }

    @Test
    void names_the_position_limit_it_cannot_use() {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        limits.put("Risk-On / High Vol", 5);
        limits.put("Risk-On  /  High Vol", 6);
        limits.put("Risk-Off", "x");
        limits.put("", 1);
        limits.put("Unlimited", null);
        Parsed<TradingPlan> plan = read("account_size", 1, "position_limits_by_regime", limits);
        assertThat(plan.problems())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "plan.json position_limits_by_regime.Risk-On  /  High Vol names the same regime as an entry before it",
                        "plan.json position_limits_by_regime.Risk-Off must be a number, was 'x'",
                        "plan.json position_limits_by_regime has an entry without a regime's label");
        assertThat(plan.value().positionLimitsByRegime()).containsEntry("Unlimited", null);
    }

    @Test
    void warns_of_an_unknown_field_and_reads_on() {
        Parsed<TradingPlan> plan = read("max_loss", 3);
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.value().warnings()).containsExactly("the plan's field 'max_loss' is unknown and was ignored");
    }

    @Test
    void a_plan_full_of_rubbish_gives_a_bounded_answer() {
        assertThat(problems("allowed_regimes", Collections.nCopies(5000, 1))).hasSize(100);
        Object[] fields = new Object[60];
        for (int i = 0; i < 60; i++) {
            fields[i] = "field" + i;
        }
        assertThat(read(fields).orRefuse().warnings())
                .hasSize(11)
                .last()
                .isEqualTo("the plan has 20 more unknown fields");
    }

    @Test
    void warns_of_percents_without_an_account() {
        assertThat(read("account_size", 0, "max_position_pct", 5).orRefuse().warnings())
                .containsExactly(
                        "the plan gives no account_size, so its limits in percent of the account were not applied");
    }

    @Test
    void reads_numbers_and_flags_written_as_texts_by_what_they_say() {
        TradingPlan plan = read("account_size", " 1e5 ", "stop_required", "FALSE", "allowed_regimes", "Risk-Off")
                .orRefuse();
        assertThat(plan.accountSize()).isEqualTo(100_000);
        assertThat(plan.stopRequired()).isFalse();
        assertThat(plan.allowedRegimes()).containsExactly("Risk-Off");
        assertThat(plan.warnings()).containsExactly("allowed_regimes is a text, read as a list of one");
    }
}
