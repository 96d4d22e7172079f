package io.quanttradingos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final String HEADER = "date,symbol,side,qty,entry,exit,fees,stop";
    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);

    /** A long trade of one share bought at 1,000 whose gross result is as given. */
    private static String trade(LocalDate date, String symbol, double result, String fee, String stop) {
        return date + "," + symbol + ",LONG,1,1000," + (1000 + result) + "," + fee + "," + stop;
    }

    private static List<String> journal(double... results) {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < results.length; i++) {
            lines.add(trade(MONDAY.plusDays(i), "SPY", results[i], "0", "900"));
        }
        return lines;
    }

    private static double[] repeated(int times, double... results) {
        double[] all = new double[times * results.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = results[i % results.length];
        }
        return all;
    }

    private static List<String> codes(List<String> lines) {
        return Tables.review(lines).findings().stream()
                .map(JournalFinding::code)
                .toList();
    }

    private static JournalFinding finding(List<String> lines, String code) {
        return Tables.review(lines).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " not among " + codes(lines)));
    }

    @Test
    void a_good_journal_has_no_findings() {
        assertThat(Tables.review(journal(repeated(30, 10, -4, 6))).findings()).isEmpty();
    }

    @Test
    void a_losing_journal_is_told_so_and_why() {
        List<String> lines = journal(repeated(30, 10, -20, 9));
        assertThat(codes(lines)).containsExactly("NEGATIVE_EXPECTANCY", "LOSSES_OUTWEIGH_WINS");
        assertThat(finding(lines, "NEGATIVE_EXPECTANCY"))
                .isEqualTo(new JournalFinding(
                        "NEGATIVE_EXPECTANCY",
                        FindingSeverity.HIGH,
                        "The average trade loses 0.33 after fees, 30.00 in all.",
                        "metrics.expectancy",
                        -30 / 90.0));
        assertThat(finding(lines, "LOSSES_OUTWEIGH_WINS").sentence())
                .isEqualTo(
                        "An average win is only 0.48 of an average loss: that breaks even when 67.8 % of decided trades"
                                + " win, but 66.7 % did.");
    }

    @Test
    void a_gain_that_chance_may_explain_is_not_shown() {
        List<String> lines = journal(repeated(20, 10, -9.8, 8, -8));
        JournalFinding finding = finding(lines, "EXPECTANCY_NOT_SHOWN");
        assertThat(finding.metric()).isEqualTo("metrics.expectancy_interval.low");
        assertThat(finding.value()).isNegative();
        assertThat(finding.sentence())
                .startsWith("The average trade earns 0.05, which chance alone may explain: the 95 %"
                        + " interval reaches from -")
                .endsWith(".");
    }

    @Test
    void few_trades_are_few() {
        assertThat(finding(journal(1, 2, 3), "FEW_TRADES").sentence())
                .isEqualTo("Only 3 trades: below 30 the figures say little about the next trades.");
    }

    @Test
    void one_symbol_that_carries_or_eats_the_profit_is_named() {
        List<String> lines = journal(repeated(30, 10, -4, 6));
        lines.add(trade(MONDAY, "BRK.B", -60, "0", "900"));
        lines.add(trade(MONDAY, "IWM", 30, "0", "900"));
        assertThat(finding(lines, "PROFIT_IN_ONE_SYMBOL"))
                .isEqualTo(new JournalFinding(
                        "PROFIT_IN_ONE_SYMBOL",
                        FindingSeverity.LOW,
                        "SPY made 360.00 in 90 trades, 92.3 % of what the winning symbols made.",
                        "metrics.by_symbol.SPY.net_pnl",
                        360));
        assertThat(finding(lines, "LOSS_IN_ONE_SYMBOL"))
                .isEqualTo(new JournalFinding(
                        "LOSS_IN_ONE_SYMBOL",
                        FindingSeverity.MEDIUM,
                        "BRK.B lost 60.00 in 1 trade, 15.4 % of what the winning symbols made.",
                        "metrics.by_symbol['BRK.B'].net_pnl",
                        -60));
    }

    @Test
    void fees_that_eat_the_gain_are_named() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 40; i++) {
            lines.add(trade(MONDAY.plusDays(i), "SPY", i % 2 == 0 ? 20 : -4, "3", "900"));
        }
        JournalFinding finding = finding(lines, "FEES_HEAVY");
        assertThat(finding.sentence()).isEqualTo("Fees of 120.00 take 37.5 % of the gross result of 320.00.");
        assertThat(finding.value()).isCloseTo(0.375, within(1e-12));
    }

    @Test
    void stops_that_are_missing_or_not_honoured_are_named() {
        List<String> lines = journal(repeated(30, 10, -4, 6));
        for (int i = 0; i < 11; i++) {
            lines.add(trade(MONDAY.plusDays(i), "SPY", 1, "0", ""));
        }
        for (int i = 0; i < 5; i++) {
            lines.add(trade(MONDAY.plusDays(i), "SPY", -15, "0", "990"));
        }
        assertThat(finding(lines, "STOPS_MISSING").sentence())
                .isEqualTo("11 trades of 106 trades have no stop on record, so what they risked is unknown.");
        assertThat(finding(lines, "STOPS_NOT_HONOURED").sentence())
                .isEqualTo("5 trades of 95 trades with a stop ended worse than it; the worst result was -1.50 R.");
        assertThat(finding(lines, "STOPS_NOT_HONOURED").value()).isEqualTo(5);
    }

    @Test
    void a_streak_is_named_only_where_chance_would_hardly_make_it() {
        double[] results = repeated(30, 10, -4, 6);
        for (int i = 50; i < 59; i++) {
            results[i] = -4;
        }
        JournalFinding finding = finding(journal(results), "LOSING_STREAK");
        assertThat(finding.metric()).isEqualTo("metrics.longest_loss_streak");
        assertThat(finding.value()).isEqualTo(10);
        assertThat(finding.sentence())
                .startsWith("10 losses on end: were losses independent, 90 trades of which 40 % lose would hold");
        results[54] = 6;
        assertThat(codes(journal(results))).doesNotContain("LOSING_STREAK");
    }

    @Test
    void a_loss_out_of_all_proportion_is_named() {
        double[] results = repeated(30, 10, -4, 6);
        results[1] = -80;
        JournalFinding finding = finding(journal(results), "LARGE_LOSS");
        assertThat(finding.value()).isEqualTo(-80);
        assertThat(finding.sentence()).isEqualTo("The largest loss of 80.00 is 12.24 times the average loss of 6.53.");
    }

    @Test
    void a_weekday_that_loses_beyond_chance_is_named() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int week = 0; week < 60; week++) {
            lines.add(trade(MONDAY.plusDays(7L * week), "SPY", week % 3 == 0 ? 2 : -4, "0", "900"));
            lines.add(trade(MONDAY.plusDays(7L * week + 1), "SPY", week % 2 == 0 ? 20 : -4, "0", "900"));
        }
        List<JournalFinding> groups = Tables.review(lines).findings().stream()
                .filter(finding -> finding.code().equals("LOSING_GROUP"))
                .toList();
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).metric()).isEqualTo("metrics.by_weekday.MONDAY.expectancy");
        assertThat(groups.get(0).value()).isCloseTo(-2, within(1e-12));
        assertThat(groups.get(0).sentence())
                .startsWith("MONDAY loses 2.00 a trade over 60 trades (t -5.43, probability ")
                .endsWith(" after correction for 3 groups).");
    }

    @Test
    void groups_without_an_edge_are_named_as_seldom_as_promised() {
        int named = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>(List.of(HEADER));
            for (int i = 0; i < 500; i++) {
                lines.add(trade(MONDAY.plusDays(i), "SPY", 10 * random.nextGaussian(), "0", "900"));
            }
            named += codes(lines).contains("LOSING_GROUP") ? 1 : 0;
        }
        // At most 20 expected, deviation 4.4; three of those. At least one, or the rule would never speak.
        assertThat(named).isBetween(1, 33);
    }

    @Test
    void a_day_with_far_more_trades_than_usual_is_named() {
        List<String> lines = journal(repeated(30, 10, -4, 6));
        for (int i = 0; i < 12; i++) {
            lines.add(trade(MONDAY.plusDays(5), "SPY", i % 2 == 0 ? -4 : 6, "0", "900"));
        }
        assertThat(finding(lines, "OVERTRADING"))
                .isEqualTo(new JournalFinding(
                        "OVERTRADING",
                        FindingSeverity.LOW,
                        "13 trades on 2024-01-06, 1.13 on the average trading day; they came to 18.00.",
                        "metrics.busiest_day.n",
                        13));
    }

    @Test
    void every_finding_stands_on_a_figure_of_the_report() {
        Set<String> met = new HashSet<>();
        JournalPolicy eager = new JournalPolicy(
                0, new BootstrapPolicy(1000, 0.95, 1), new FindingPolicy(1000, 2, 0, 0.5, 0, 0, 0, 0, 0, 0.5, 1, 2, 1));
        for (int seed = 1; seed <= 300; seed++) {
            Journal journal =
                    Journal.read(Tables.of(RandomJournal.lines(seed, seed))).orRefuse();
            JournalReport report = JournalAgent.review(journal, eager, null);
            JsonNode json = Json.mapper().valueToTree(report);
            for (JournalFinding finding : report.findings()) {
                JsonNode figure = json.at(pointer(finding.metric()));
                assertThat(figure.isNumber()).as(finding.metric()).isTrue();
                assertThat(finding.value()).as(finding.metric()).isEqualTo(figure.asDouble());
                met.add(finding.code());
            }
        }
        assertThat(met)
                .containsExactlyInAnyOrder(
                        "FEW_TRADES",
                        "NEGATIVE_EXPECTANCY",
                        "EXPECTANCY_NOT_SHOWN",
                        "LOSSES_OUTWEIGH_WINS",
                        "PROFIT_IN_ONE_SYMBOL",
                        "LOSS_IN_ONE_SYMBOL",
                        "FEES_HEAVY",
                        "STOPS_MISSING",
                        "STOPS_NOT_HONOURED",
                        "LOSING_STREAK",
                        "LARGE_LOSS",
                        "LOSING_GROUP",
                        "OVERTRADING");
    }

    private static JsonPointer pointer(String metric) {
        JsonPointer pointer = JsonPointer.empty();
        String left = metric;
        while (!left.isEmpty()) {
            boolean bracketed = left.startsWith("['");
            int end = bracketed ? left.indexOf("']") : stepEnd(left);
            pointer = pointer.appendProperty(left.substring(bracketed ? 2 : 0, end));
            left = left.substring(bracketed ? end + 2 : end);
            left = left.startsWith(".") ? left.substring(1) : left;
        }
        return pointer;
    }

    private static int stepEnd(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '.' || path.charAt(i) == '[') {
                return i;
            }
        }
        return path.length();
    }
}
