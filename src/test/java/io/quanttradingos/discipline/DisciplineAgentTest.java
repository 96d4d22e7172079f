package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.quanttradingos.discipline.RegimeKnowledge.Given;
import io.quanttradingos.discipline.RegimeKnowledge.PointInTime;
import io.quanttradingos.failure.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisciplineAgentTest {
    private static final String HEADER = "date,symbol,side,entry_price,exit_price,shares,stop_price";
    private static final Given RISK_ON = new Given("Risk-On / High Vol / Uptrend / Healthy Breadth");
    private final DisciplineAgent agent = new DisciplineAgent(DisciplinePolicy.defaults());

    private static TradeLog log(String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return TradeLog.read(Tables.of(lines)).orRefuse();
    }

    private static TradingPlan plan(Object... keysAndValues) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("allowed_regimes", List.of("Risk-On"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return TradingPlan.read("plan.json", json).orRefuse();
    }

    private List<String> violations(TradingPlan plan, RegimeKnowledge regime, String... rows) {
        return agent.judge(log(rows), plan, regime, List.of()).violations().stream()
                .map(v -> v.tradeIndex() + " " + v.violationType() + ": " + v.detail())
                .toList();
    }

    @Test
    void a_trade_that_keeps_to_the_plan_scores_one() {
        DisciplineReport report =
                agent.judge(log("2024-01-02,SPY,LONG,100,110,10,95"), plan("stop_required", true), RISK_ON, List.of());
        assertThat(report.complianceScore()).isEqualTo(1);
        assertThat(report.violations()).isEmpty();
        assertThat(report.regimeMismatchRate()).isEqualTo(0);
        assertThat(report.violationSummary()).isEmpty();
        assertThat(report.complianceTrend()).isEqualTo("flat");
        assertThat(report.regimeSource()).isEqualTo("given");
        assertThat(report.warnings()).isEmpty();
        assertThat(report.passRates())
                .containsExactly(
                        entry("Regime Mismatch", 1.0),
                        entry("Missing Stop", 1.0),
                        entry("Oversized for Regime", null),
                        entry("Oversized Position", null),
                        entry("Stop Too Wide", null),
                        entry("Risk Too Large", null),
                        entry("Early Exit", 1.0));
    }

    @Test
    void a_trade_that_breaks_every_rule_counts_once_and_the_order_is_by_rule() {
        TradingPlan plan = plan(
                "allowed_regimes",
                List.of("Risk-Off"),
                "stop_required",
                true,
                "account_size",
                10_000,
                "position_limits_by_regime",
                Map.of("Risk-On", 5),
                "max_position_pct",
                8,
                "max_stop_pct",
                4,
                "risk_per_trade_pct",
                0.4);
        String[] rows = {"2024-01-02,SPY,LONG,100,101,10,95", "2024-01-03,SPY,LONG,100,110,1,"};
        assertThat(violations(plan, new Given("Risk-On / High Vol"), rows))
                .containsExactly(
                        "0 Regime Mismatch: Trade of 2024-01-02 judged in regime 'Risk-On / High Vol';"
                                + " the plan allows 'Risk-Off'.",
                        "1 Regime Mismatch: Trade of 2024-01-03 judged in regime 'Risk-On / High Vol';"
                                + " the plan allows 'Risk-Off'.",
                        "1 Missing Stop: No stop price, and the plan requires one on every trade.",
                        "0 Oversized for Regime: Position value 1,000 is above 500, 5% of the account of 10,000,"
                                + " the limit for 'Risk-On' in regime 'Risk-On / High Vol'.",
                        "0 Oversized Position: Position value 1,000 is above 800, 8% of the account of 10,000.",
                        "0 Stop Too Wide: Stop is 5% from the entry, more than the 4% of the plan: entry 100, stop 95.",
                        "0 Risk Too Large: Loss at the stop 50 is above 40, 0.4% of the account of 10,000.",
                        "0 Early Exit: Closed at 0.2R, short of the 0.5R a winner is given: entry 100, exit 101, stop 95.");
        DisciplineReport report = agent.judge(log(rows), plan, new Given("Risk-On / High Vol"), List.of());
        assertThat(report.complianceScore()).isEqualTo(0);
        assertThat(report.nViolating()).isEqualTo(2);
        assertThat(report.violationSummary())
                .containsExactly(
                        entry("Regime Mismatch", 2),
                        entry("Missing Stop", 1),
                        entry("Oversized for Regime", 1),
                        entry("Oversized Position", 1),
                        entry("Stop Too Wide", 1),
                        entry("Risk Too Large", 1),
                        entry("Early Exit", 1));
        assertThat(report.passRates())
                .containsEntry("Oversized for Regime", 0.5)
                .containsEntry("Missing Stop", 0.5)
                .containsEntry("Stop Too Wide", 0.0);
    }

    @Test
    void the_score_counts_trades_and_not_violations() {
        DisciplineReport report = agent.judge(
                log(
                        "2024-01-02,SPY,LONG,100,110,10,",
                        "2024-01-03,SPY,LONG,100,110,10,95",
                        "2024-01-04,SPY,LONG,100,110,10,95",
                        "2024-01-05,SPY,LONG,100,110,10,95"),
                plan("stop_required", true, "account_size", 1000, "max_position_pct", 99),
                RISK_ON,
                List.of());
        assertThat(report.nViolating()).isEqualTo(4);
        assertThat(report.complianceScore()).isEqualTo(0);
        report = agent.judge(
                log(
                        "2024-01-02,SPY,LONG,100,110,10,",
                        "2024-01-03,SPY,LONG,100,110,1,95",
                        "2024-01-03,SPY,LONG,100,110,1,95"),
                plan("stop_required", true, "account_size", 1000, "max_position_pct", 99),
                RISK_ON,
                List.of());
        assertThat(report.violations()).hasSize(2);
        assertThat(report.complianceScore()).isEqualTo(2.0 / 3);
    }

    @ParameterizedTest
    @CsvSource({
        "Risk-On, Risk-On / High Vol / Uptrend / Healthy Breadth, true",
        "Risk-On, Risk-On, true",
        "Risk-On, Risk-Only, false",
        "Risk-On, Risk-Only / High Vol, false",
        "Risk, Risk-On, false",
        "Risk-On / High Vol, Risk-On / High Vol / Uptrend, true",
        "Risk-On / High, Risk-On / High Vol / Uptrend, false",
        "Risk-On / Low, Risk-On / Low/Normal Vol / Uptrend, false",
        "Risk-On / Low/Normal Vol, Risk-On / Low/Normal Vol / Uptrend, true",
        "High Vol, Risk-On / High Vol / Uptrend, false",
        "Risk-On / High Vol / Uptrend, Risk-On / High Vol, false",
        "' Risk-On  / High Vol ', Risk-On / High Vol, true",
        "risk-on, Risk-On, false",
    })
    void an_entry_matches_leading_whole_segments(String entry, String label, boolean matches) {
        DisciplineReport report = agent.judge(
                log("2024-01-02,SPY,LONG,100,110,10,95"),
                plan("allowed_regimes", List.of("Other", entry)),
                new Given(label),
                List.of());
        assertThat(report.violations().isEmpty()).isEqualTo(matches);
    }

    @Test
    void says_when_only_the_letter_case_keeps_a_regime_out() {
        assertThat(agent.judge(
                                log("2024-01-02,SPY,LONG,1,2,1,0.5"),
                                plan("allowed_regimes", List.of("risk-on")),
                                new Given("Risk-On / High Vol"),
                                List.of())
                        .warnings())
                .containsExactly("regime 'Risk-On / High Vol' is not allowed only because the plan writes it in another"
                        + " letter case");
    }

    @Test
    void the_longest_matching_limit_wins_whatever_the_order() {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        limits.put("Risk-On", 1);
        limits.put("Risk-On / High Vol", 50);
        limits.put("Risk-On / High Vol / Downtrend", 0);
        TradingPlan plan = plan("account_size", 1000, "position_limits_by_regime", limits);
        assertThat(violations(plan, RISK_ON, "2024-01-02,SPY,LONG,100,110,5,95"))
                .isEmpty();
        assertThat(violations(plan, RISK_ON, "2024-01-02,SPY,LONG,100.01,110,5,95"))
                .containsExactly(
                        "0 Oversized for Regime: Position value 500.05 is above 500, 50% of the account of 1,000,"
                                + " the limit for 'Risk-On / High Vol' in regime"
                                + " 'Risk-On / High Vol / Uptrend / Healthy Breadth'.");
        limits.put("Risk-On / High Vol", null);
        assertThat(violations(
                        plan("account_size", 1000, "position_limits_by_regime", limits),
                        RISK_ON,
                        "2024-01-02,SPY,LONG,100,110,999,95"))
                .isEmpty();
    }

    @Test
    void a_number_at_its_limit_passes_although_binary_fractions_miss_it() {
        TradingPlan plan =
                plan("account_size", 1000, "max_position_pct", 30, "max_stop_pct", 8, "risk_per_trade_pct", 2.4);
        // 0.1 * 3 and (101.51 - 93.3892) / 101.51 lie a hair above 0.3 and 8 % in binary.
        assertThat(0.1 * 3 > 0.3).isTrue();
        assertThat(violations(plan, RISK_ON, "2024-01-02,SPY,LONG,0.1,1,3000,0.092"))
                .isEmpty();
        assertThat(violations(plan, RISK_ON, "2024-01-02,SPY,LONG,101.51,118.38,1,93.3892"))
                .isEmpty();
        assertThat(violations(plan, RISK_ON, "2024-01-02,SPY,LONG,101.51,118.38,1,93.3891"))
                .containsExactly("0 Stop Too Wide: Stop is 8.000098512% from the entry, more than the 8% of the plan:"
                        + " entry 101.51, stop 93.3891.");
    }

    @ParameterizedTest
    @CsvSource({
        "LONG, 100, 95, 102.5, false",
        "LONG, 100, 95, 102.49, true",
        "LONG, 100, 95, 100, true",
        "LONG, 100, 95, 99.99, false",
        "LONG, 100, 95, 95, false",
        "LONG, 100, 95, 90, false",
        "SHORT, 100, 105, 97.5, false",
        "SELL, 100, 105, 97.51, true",
        "SHORT, 100, 105, 100, true",
        "SHORT, 100, 105, 105, false",
        "SHORT, 100, 105, 101, false",
        "LONG, 0.3, 0.1, 0.4, false",
    })
    void an_exit_between_break_even_and_half_the_risk_is_early(
            String side, String entry, String stop, String exit, boolean early) {
        assertThat(violations(plan(), RISK_ON, "2024-01-02,SPY," + side + "," + entry + "," + exit + ",1," + stop))
                .hasSize(early ? 1 : 0)
                .allMatch(text -> text.startsWith("0 Early Exit: "));
    }

    @Test
    void a_multiple_just_under_the_threshold_is_not_shown_as_the_threshold() {
        assertThat(violations(plan(), RISK_ON, "2024-01-02,SPY,LONG,1000,1499.99,1,0.001"))
                .containsExactly("0 Early Exit: Closed at 0.4999905R, short of the 0.5R a winner is given:"
                        + " entry 1,000, exit 1,499.99, stop 0.001.");
    }

    @Test
    void an_obeyed_stop_is_no_violation() {
        assertThat(violations(plan("stop_required", true), RISK_ON, "2024-01-02,SPY,SHORT,100.25,102.255,200,102.255"))
                .isEmpty();
    }

    @Test
    void a_stop_beyond_the_entry_is_a_warning_and_not_judged_by_its_distance() {
        DisciplineReport report = agent.judge(
                log(
                        "2024-01-02,SPY,LONG,100,104,10,95",
                        "2024-01-02,SPY,LONG,100,101,10,120",
                        "2024-01-02,SPY,SHORT,100,101,10,100"),
                plan("stop_required", true, "account_size", 1000, "max_stop_pct", 6, "risk_per_trade_pct", 10),
                RISK_ON,
                List.of());
        assertThat(report.violations()).isEmpty();
        assertThat(report.warnings())
                .containsExactly(
                        "2 trades with a stop that is not on the losing side of the entry (the first is trade 1):"
                                + " the initial risk is unknown, so stop distance, risk and R were not judged");
    }

    @Test
    void each_trade_is_judged_by_the_regime_of_its_own_date() {
        PointInTime known = new PointInTime(
                date -> date.isBefore(LocalDate.of(2024, 1, 2))
                        ? Optional.empty()
                        : Optional.of(
                                date.isBefore(LocalDate.of(2024, 6, 1)) ? "Risk-Off / High Vol" : "Risk-On / High Vol"),
                "Risk-On");
        TradingPlan plan = plan("account_size", 1000, "position_limits_by_regime", Map.of("Risk-Off", 10));
        DisciplineReport report = agent.judge(
                log(
                        "2024-05-31,SPY,LONG,100,110,2,95",
                        "2024-06-01,SPY,LONG,100,110,2,95",
                        "2023-12-29,SPY,LONG,100,110,2,95"),
                plan,
                known,
                List.of());
        assertThat(report.violations())
                .extracting(v -> v.tradeIndex() + " " + v.violationType())
                .containsExactly("0 Regime Mismatch", "0 Oversized for Regime");
        assertThat(report.regimeSource()).isEqualTo("point_in_time");
        assertThat(report.regimeMismatchRate()).isEqualTo(1.0 / 3);
        assertThat(report.warnings())
                .containsExactly("1 trade on dates whose regime is not known, judged by the given label");
        assertThat(report.conventions()).containsEntry("regime", "of each trade's own date, else the given label");
    }

    @Test
    void a_trade_whose_regime_nobody_knows_is_not_judged_by_the_rules_of_regime() {
        DisciplineReport report = agent.judge(
                log("2024-05-31,SPY,LONG,100,110,2,"),
                plan("stop_required", true, "account_size", 1, "position_limits_by_regime", Map.of("Risk-On", 1)),
                new PointInTime(date -> Optional.empty(), null),
                List.of());
        assertThat(report.violationSummary()).containsExactly(entry("Missing Stop", 1));
        assertThat(report.regimeMismatchRate()).isNull();
        assertThat(report.passRates())
                .containsEntry("Regime Mismatch", null)
                .containsEntry("Oversized for Regime", null);
        assertThat(report.warnings())
                .containsExactly("1 trade on dates whose regime is not known and no label given:"
                        + " the rules of regime were not applied");
    }

    @Test
    void a_plan_that_allows_no_regime_allows_none() {
        TradingPlan plan = plan("allowed_regimes", List.of());
        assertThat(violations(plan, RISK_ON, "2024-01-02,SPY,LONG,100,110,2,95"))
                .singleElement()
                .asString()
                .endsWith("the plan allows none.");
        assertThat(plan.warnings()).containsExactly("allowed_regimes is empty, so no trade is in an allowed regime");
    }

    @Test
    void a_long_plan_does_not_make_long_sentences() {
        List<String> allowed = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            allowed.add("Regime-" + i);
        }
        assertThat(violations(plan("allowed_regimes", allowed), RISK_ON, "2024-01-02,SPY,LONG,100,110,2,95"))
                .singleElement()
                .asString()
                .endsWith("the plan allows 'Regime-0', 'Regime-1', 'Regime-2', 'Regime-3', 'Regime-4' and 4995 more.");
    }

    @Test
    void an_empty_log_proves_nothing_and_has_no_score() {
        DisciplineReport report = agent.judge(log(), plan("stop_required", true), RISK_ON, List.of(0.2, 0.9));
        assertThat(report.complianceScore()).isNull();
        assertThat(report.regimeMismatchRate()).isNull();
        assertThat(report.passRates().values()).containsOnlyNulls();
        assertThat(report.complianceTrend()).isEqualTo("improving");
        assertThat(report.warnings()).containsExactly("the log holds no trades, so there is no compliance score");
    }

    @Test
    void counts_a_repeated_trade_and_says_so() {
        DisciplineReport report = agent.judge(
                log("2024-01-02,SPY,LONG,100,110,2,95", "2024-01-02,SPY,BUY,100,110,2,95"), plan(), RISK_ON, List.of());
        assertThat(report.nTrades()).isEqualTo(2);
        assertThat(report.warnings())
                .containsExactly("1 trade repeating an earlier one in every field; each was counted");
    }

    @Test
    void refuses_a_blank_label() {
        assertThatThrownBy(() -> agent.judge(log(), plan(), new Given(" "), List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("regime_label must name a regime, was blank");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-9, -0.1, early_exit_below_r",
        "1, 0.5, limit_tolerance",
        "NaN, 0.5, limit_tolerance",
    })
    void a_policy_out_of_range_names_its_key(double tolerance, double early, String key) {
        assertThatThrownBy(() -> new DisciplinePolicy(early, tolerance, 0.02, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + " must be in ");
    }

    @Test
    void the_threshold_of_an_early_exit_is_the_policys() {
        DisciplineAgent strict = new DisciplineAgent(new DisciplinePolicy(1, 1e-9, 0.02, 5));
        assertThat(strict.judge(log("2024-01-02,SPY,LONG,100,104,1,95"), plan(), RISK_ON, List.of())
                        .violations())
                .extracting(Violation::detail)
                .containsExactly("Closed at 0.8R, short of the 1R a winner is given: entry 100, exit 104, stop 95.");
    }
}
