package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.table.TextTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedDisciplineTest {
    private static final String HEADER = "date,symbol,side,entry_price,exit_price,shares,stop_price";
    private final SeedDiscipline seed = new SeedDiscipline();

    private static Map<String, @Nullable Object> plan(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("allowed_regimes", List.of("Risk-On"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return json;
    }

    private List<String> details(Map<String, @Nullable Object> plan, String label, String... lines) {
        return seed.judge(Tables.of(lines), plan, label, List.of()).violations().stream()
                .map(v -> v.tradeIndex() + " " + v.violationType() + ": " + v.detail())
                .toList();
    }

    @Test
    void a_full_label_never_equals_the_plans_short_one_but_its_limit_applies() {
        DisciplineReport report = seed.judge(
                Tables.of(HEADER, "2025-08-01,SPY,LONG,530,535,100,525", "2025-08-02,QQQ,LONG,470,465,120,"),
                plan(
                        "stop_required",
                        true,
                        "account_size",
                        100_000,
                        "position_limits_by_regime",
                        Map.of("Risk-On", 10)),
                "Risk-On / Low Vol",
                List.of(0.5, 0.5));
        assertThat(report.violations())
                .containsExactly(
                        new Violation(0, "Regime Mismatch", "Trade taken during Risk-On / Low Vol regime"),
                        new Violation(1, "Regime Mismatch", "Trade taken during Risk-On / Low Vol regime"),
                        new Violation(1, "Missing Stop", "Stop required but not provided"),
                        new Violation(
                                0,
                                "Oversized for Regime",
                                "Position value $53,000 exceeds 10.0% of account ($10,000) in regime 'Risk-On / Low Vol'."),
                        new Violation(
                                1,
                                "Oversized for Regime",
                                "Position value $56,400 exceeds 10.0% of account ($10,000) in regime 'Risk-On / Low Vol'."));
        assertThat(report.complianceScore()).isEqualTo(0);
        assertThat(report.regimeMismatchRate()).isEqualTo(1);
        assertThat(report.violationSummary())
                .containsExactly(
                        entry("Regime Mismatch", 2), entry("Missing Stop", 1), entry("Oversized for Regime", 2));
        assertThat(report.complianceTrend()).isEqualTo("worsening");
        assertThat(report.nViolating()).isEqualTo(2);
    }

    @Test
    void an_obeyed_stop_is_a_late_exit_and_a_small_gain_an_early_one() {
        assertThat(details(
                        plan(),
                        "Risk-On",
                        "side,entry_price,exit_price,stop_price",
                        "LONG,100,95,95",
                        "SHORT,100,99,105",
                        "SELL,100,100,105",
                        "LONG,100,102.5,95"))
                .containsExactly(
                        "0 Late Exit: Hit stop loss at -1.00R. Trade likely had >= 1R unrealized gain before reversing."
                                + " Entry: $100.00, Exit: $95.00, Stop: $95.00",
                        "1 Early Exit: Exited at 0.20R (less than 0.5R threshold)."
                                + " Entry: $100.00, Exit: $99.00, Stop: $105.00",
                        "2 Early Exit: Exited at -0.00R (less than 0.5R threshold)."
                                + " Entry: $100.00, Exit: $100.00, Stop: $105.00");
    }

    @Test
    void the_first_prefix_in_file_order_sets_the_limit_and_words_are_not_bounded() {
        Map<String, @Nullable Object> limits = new LinkedHashMap<>();
        limits.put("Risk-On", 1);
        limits.put("Risk-Only", 100);
        Map<String, @Nullable Object> plan = plan(
                "allowed_regimes",
                "any Risk-Only / x here",
                "account_size",
                "1e3",
                "position_limits_by_regime",
                limits);
        String[] lines = {"entry_price,shares", "10.5,1", "1e400,1", "10,1", "10.5,-1"};
        assertThat(details(plan, "Risk-Only / x", lines))
                .containsExactly(
                        "0 Oversized for Regime: Position value $10 exceeds 1.0% of account ($10) in regime 'Risk-Only / x'.",
                        "1 Oversized for Regime: Position value $inf exceeds 1.0% of account ($10) in regime 'Risk-Only / x'.");
        limits.put("Risk-Only / x", null);
        assertThat(details(plan, "Risk-Only / x", lines)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 0.62", "8, 7, 0.12", "8, 8, 0", "3, 1, 0.67", "200, 67, 0.67", "4, 0, 1"})
    void the_score_is_rounded_half_to_even_on_the_exact_value(int trades, int withoutStop, double score) {
        String[] lines = new String[trades + 1];
        lines[0] = "side,stop_price";
        for (int i = 0; i < trades; i++) {
            lines[i + 1] = i < withoutStop ? "LONG," : "LONG,5";
        }
        assertThat(seed.judge(Tables.of(lines), plan("stop_required", "false"), "Risk-On", List.of())
                        .complianceScore())
                .isEqualTo(score);
    }

    @Test
    void an_empty_log_scores_one() {
        DisciplineReport report =
                seed.judge(Tables.of(HEADER), plan("stop_required", true), "Risk-Off", List.of(0.2, 0.5));
        assertThat(report.complianceScore()).isEqualTo(1);
        assertThat(report.regimeMismatchRate()).isEqualTo(0);
        assertThat(report.complianceTrend()).isEqualTo("improving");
    }

    @Test
    void names_of_columns_are_case_sensitive_and_a_missing_one_is_missing_in_every_row() {
        assertThat(details(plan("stop_required", 1), "Risk-On", "Side,Entry_Price,stop", "x,abc,5"))
                .containsExactly("0 Missing Stop: Stop required but not provided");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "side,stop_price | ,5 | trades.csv:2 side must be LONG or SHORT, was empty",
                "side,stop_price | 1,5 | trades.csv:2 side must be a text",
                "entry_price,exit_price,stop_price | x,1,2 | trades.csv:2 entry_price stands in a column with a text among its numbers",
                "entry_price,exit_price,stop_price | 1,x,2 | trades.csv:2 exit_price stands in a column with a text among its numbers",
                "entry_price,shares | x,1 | trades.csv:2 entry_price must be a number",
                "entry_price,shares | 1,x | trades.csv:2 shares must be a number",
                "entry_price,shares | 1,2,3 | trades.csv:2 has 3 cells under a header of 2",
            })
    void refuses_the_row_the_original_crashed_on(String header, String row, String message) {
        Map<String, @Nullable Object> plan =
                plan("account_size", 100, "position_limits_by_regime", Map.of("Risk-On", 1));
        assertThatThrownBy(() -> seed.judge(Tables.of(header, row), plan, "Risk-On", List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @Test
    void refuses_the_plan_the_original_crashed_on() {
        assertRefused(plan("allowed_regimes", null), "plan: allowed_regimes must be a list of regime labels");
        assertRefused(plan("allowed_regimes", 5), "plan: allowed_regimes must be a list of regime labels");
        assertRefused(plan("account_size", "ten"), "plan: account_size must be a number");
        assertRefused(plan("account_size", List.of(1)), "plan: account_size must be a number");
        assertRefused(
                plan("account_size", 1, "position_limits_by_regime", "Risk-On"),
                "plan: position_limits_by_regime must be an object of percents by regime");
        assertRefused(
                plan("account_size", 1, "position_limits_by_regime", Map.of("Risk", "10")),
                "plan: position_limits_by_regime must hold numbers");
    }

    private void assertRefused(Map<String, @Nullable Object> plan, String message) {
        assertThatThrownBy(() -> seed.judge(Tables.of(HEADER), plan, "Risk-On", List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }

    @Test
    void refuses_a_file_without_a_header() {
        assertThatThrownBy(
                        () -> seed.judge(new TextTable("t.csv", 1, List.of(), List.of()), plan(), "Risk-On", List.of()))
                .isInstanceOf(Refusal.class)
                .hasMessage("t.csv: the file is empty");
    }
}
