package io.quanttradingos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.api.Json;
import io.quanttradingos.failure.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalAgentTest {
    private static final String HEADER = "date,symbol,side,qty,entry,exit,fees,stop,exit_date";

    private static JournalReport review(@Nullable Double account, String... rows) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return JournalAgent.review(Journal.read(Tables.of(lines)).orRefuse(), JournalPolicy.defaults(), account);
    }

    @Test
    void no_trades_are_no_journal() {
        Journal empty = Tables.journal(HEADER);
        assertThatThrownBy(() -> JournalAgent.review(empty, JournalPolicy.defaults(), null))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_USABLE))
                .hasMessage("journal.csv holds no trades; a review needs at least one");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void an_account_of_nothing_is_refused(double account) {
        assertThatThrownBy(() -> review(account, "2024-01-02,SPY,LONG,1,1,2,,,"))
                .isInstanceOf(Refusal.class)
                .hasMessage("account_size must be positive and at most 1.0E15, was " + account);
    }

    @Test
    void one_winning_trade_leaves_unknown_what_it_cannot_tell() {
        JournalReport report = review(null, "2024-01-02,SPY,LONG,1,100,110,1,95,2024-01-04");
        assertThat(report.metrics().avgWin()).isEqualTo(9);
        assertThat(report.metrics().profitFactor()).isNull();
        assertThat(report.metrics().avgLoss()).isNull();
        assertThat(report.metrics().kellyFraction()).isNull();
        assertThat(report.metrics().expectancyInterval()).isNull();
        assertThat(report.metrics().standardDeviation()).isNull();
        assertThat(report.metrics().expectancyR()).isEqualTo(1.8);
        assertThat(report.metrics().sqn()).isNull();
        assertThat(report.metrics().byHoldingTime()).containsOnlyKeys("2_TO_5_DAYS");
        assertThat(report.metrics().maxDrawdown()).isZero();
        assertThat(report.metrics().maxDrawdownTrough()).isNull();
        assertThat(report.warnings())
                .containsExactly(
                        "sqn is unknown: it needs two trades that differ in R",
                        "no trade lost, so avg_loss, profit_factor, payoff_ratio, kelly_fraction and largest_loss are"
                                + " unknown",
                        "one trade has no spread, so standard_deviation, t_statistic and expectancy_interval are"
                                + " unknown");
    }

    @Test
    void the_curve_starts_at_nothing_and_falls_from_there() {
        JournalReport report = review(
                1000.0,
                "2024-01-02,SPY,LONG,1,100,90,0,,",
                "2024-01-03,SPY,LONG,1,100,95,0,,",
                "2024-01-04,SPY,LONG,1,100,115,0,,");
        assertThat(report.metrics().maxDrawdown()).isEqualTo(-15);
        assertThat(report.metrics().maxDrawdownPeak()).isNull();
        assertThat(report.metrics().maxDrawdownTrough()).isEqualTo(LocalDate.of(2024, 1, 3));
        assertThat(report.metrics().maxDrawdownRecovery()).isEqualTo(LocalDate.of(2024, 1, 4));
        assertThat(report.metrics().maxDrawdownFraction()).isEqualTo(985 / 1000.0 - 1);
    }

    @Test
    void a_trade_counts_on_the_day_it_closed() {
        JournalReport report = review(
                null, "2024-01-02,SPY,LONG,1,100,90,0,,2024-01-10", "2024-01-03,SPY,LONG,1,100,120,0,,2024-01-05");
        assertThat(report.metrics().maxDrawdownPeak()).isEqualTo(LocalDate.of(2024, 1, 5));
        assertThat(report.metrics().maxDrawdownTrough()).isEqualTo(LocalDate.of(2024, 1, 10));
        assertThat(report.metrics().currentStreak()).isEqualTo(new TradeStreak("loss", 1));
        assertThat(report.metrics().byWeekday()).containsOnlyKeys("TUESDAY", "WEDNESDAY");
    }

    @Test
    void losses_beyond_the_account_have_no_fraction_of_it() {
        JournalReport report = review(5.0, "2024-01-02,SPY,LONG,1,100,90,0,,", "2024-01-03,SPY,LONG,1,100,99,0,,");
        assertThat(report.metrics().maxDrawdownFraction()).isNull();
        assertThat(report.warnings())
                .contains("the losses would have used up the account, so max_drawdown_fraction is unknown");
    }

    @Test
    void a_stop_on_the_wrong_side_has_no_multiple_and_a_warning() {
        JournalReport report =
                review(null, "2024-01-02,SPY,LONG,1,100,90,0,105,", "2024-01-03,SPY,LONG,1,100,99,,98,2024-01-03");
        assertThat(report.metrics().nWithStop()).isEqualTo(2);
        assertThat(report.metrics().nWithR()).isEqualTo(1);
        assertThat(report.warnings())
                .contains(
                        "1 trade without a fee, counted as free",
                        "1 trade without an exit date: dated by the entry, and in no holding time",
                        "1 trade with a stop that is not on the losing side of the entry: the risk at entry is unknown,"
                                + " so they have no R");
    }

    @Test
    void unsorted_rows_are_put_in_order_and_rows_of_one_day_stay_in_theirs() {
        JournalReport report = review(
                null,
                "2024-01-03,SPY,LONG,1,100,101,0,99,2024-01-03",
                "2024-01-02,SPY,LONG,1,100,90,0,99,2024-01-02",
                "2024-01-02,SPY,LONG,1,100,110,0,99,2024-01-02");
        assertThat(report.metrics().longestWinStreak()).isEqualTo(2);
        assertThat(report.metrics().currentStreak()).isEqualTo(new TradeStreak("win", 2));
        assertThat(report.metrics().maxDrawdown()).isEqualTo(-10);
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void the_answer_has_the_keys_of_the_original_first_and_no_nan() {
        String json = new String(Json.bytes(review(null, "2024-01-02,SPY,LONG,1,1,2,,,")), StandardCharsets.UTF_8);
        assertThat(json)
                .startsWith(
                        "{\"metrics\":{\"n_trades\":1,\"win_rate\":1.0,\"avg_win\":1.0,\"avg_loss\":null,\"total_pnl\":1.0,"
                                + "\"profit_factor\":null,\"expectancy\":1.0,\"expectancy_interval\":null,")
                .contains("\"expectancy_r\":null,", "\"t_statistic\":null,", "\"max_drawdown_fraction\":null,")
                .doesNotContain("NaN");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999, 0.95 | resamples must be in [1000, 50000], was 999",
                "1000, 1 | level must be in [0.5, 0.999], was 1.0",
                "1000, NaN | level must be in [0.5, 0.999], was NaN",
            })
    void a_bootstrap_out_of_range_is_refused(String settings, String message) {
        String[] parts = settings.split(", ", -1);
        assertThatThrownBy(() -> new BootstrapPolicy(Integer.parseInt(parts[0]), Double.parseDouble(parts[1]), 1))
                .hasMessage(message);
    }

    @Test
    void finding_limits_out_of_range_are_refused_by_their_key() {
        assertThatThrownBy(() -> new FindingPolicy(1, 30, 2, 0.05, 0.5, 0.1, 0.2, 0.1, 0.05, 0.05, 10, 10, 3))
                .hasMessage("minimum_trades must be in [2, 1000000], was 1");
        assertThatThrownBy(() -> new FindingPolicy(30, 30, 2, 0, 0.5, 0.1, 0.2, 0.1, 0.05, 0.05, 10, 10, 3))
                .hasMessage("significance must be in (0, 0.5], was 0.0");
        assertThatThrownBy(() -> new FindingPolicy(30, 30, 2, 0.05, 0.5, 0.1, Double.NaN, 0.1, 0.05, 0.05, 10, 10, 3))
                .hasMessage("fee_share must be in [0, 1], was NaN");
        assertThatThrownBy(() -> new FindingPolicy(30, 30, 2, 0.05, 0.5, 0.1, 0.2, 0.1, 0.05, 0.05, 0.5, 10, 3))
                .hasMessage("largest_loss_multiple must be in [1, 1000], was 0.5");
        assertThatThrownBy(() -> new JournalPolicy(-1, BootstrapPolicy.defaults(), FindingPolicy.defaults()))
                .hasMessage("flat_within must be in [0, 1e9], was -1.0");
    }
}
