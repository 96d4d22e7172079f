package io.quanttradingos.insider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InsiderAgentTest {
    private static final Symbol TSLA = Symbol.of("TSLA");
    private static final LocalDate DAY = LocalDate.of(2021, 4, 30);
    private static final InsiderPolicy POLICY = InsiderPolicy.defaults();

    private static InsiderTransaction line(String name, String date, String code, double change, double price) {
        LocalDate done = LocalDate.parse(date);
        return new InsiderTransaction(name, done, done.plusDays(2), code, change, Double.NaN, price, false);
    }

    private static InsiderReport report(InsiderTransaction... lines) {
        return InsiderAgent.assess(TSLA, DAY, List.of(lines), POLICY);
    }

    @Test
    void two_sales_and_an_exercise_are_two_sales() {
        // the documented sample: S -1250 at 655.81, M +1000 at 41.57, S -1500 at 615.75
        InsiderReport report = report(
                line("Kirkhorn Zachary", "2021-03-17", "S", -1250, 655.81),
                line("Baglino Andrew D", "2021-03-29", "M", 1000, 41.57),
                line("Baglino Andrew D", "2021-03-29", "S", -1500, 615.75));

        InsiderTradeSide sales = report.market().sales();
        assertThat(report.market().purchases()).isEqualTo(new InsiderTradeSide(0, 0, 0, 0.0, 0, null));
        assertThat(sales.lines()).isEqualTo(2);
        assertThat(sales.insiders()).isEqualTo(2);
        assertThat(sales.shares()).isEqualTo(2750);
        // 1250 * 655.81 = 819,762.5 and 1500 * 615.75 = 923,625
        assertThat(sales.value()).isEqualTo(1_743_387.5, within(1e-6));
        assertThat(sales.largest())
                .isEqualTo(new InsiderTrade("Baglino Andrew D", LocalDate.of(2021, 3, 29), 1500, 615.75, 923_625.0));
        assertThat(report.market().netShares()).isEqualTo(-2750);
        assertThat(report.netShareChange()).isEqualTo(-1750);
        assertThat(report.byCode())
                .containsExactly(
                        new TransactionCodeTotal(
                                "M",
                                "exercise or conversion of an exempt derivative",
                                TransactionKind.EXERCISE,
                                false,
                                1,
                                1000,
                                41_570.0,
                                0),
                        new TransactionCodeTotal(
                                "S",
                                "sale on the market or in private",
                                TransactionKind.MARKET_SALE,
                                false,
                                2,
                                -2750,
                                1_743_387.5,
                                0));
        // two sellers: breadth 2/(2+2) = 1/2, sales weigh one half: -1/2 * 1/2; confidence cbrt(1 * 1/2 * 1)
        assertThat(report.signal().score()).isEqualTo(-0.25, within(1e-15));
        assertThat(report.signal().confidence()).isEqualTo(Math.cbrt(0.5), within(1e-15));
        assertThat(report.report())
                .isEqualTo(
                        "Insiders sold 2,750 shares more on the market than they bought in the 180 days to 2021-04-30."
                                + " 2 insiders sold 2,750 shares in 2 lines for 1,743,387.5."
                                + " The largest were 1,500 shares sold by Baglino Andrew D on 2021-03-29 for 923,625."
                                + " 1 of 3 lines is no trade on the market and no sign of opinion"
                                + " (M, exercise or conversion of an exempt derivative: 1)."
                                + " All lines about shares together, whatever their code, changed holdings by -1,750."
                                + " The signal is -0.25 on a scale from -1 to 1, with a confidence of 0.7937."
                                + " Whether a sale followed a plan made in advance (rule 10b5-1) is not known.");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void purchases_outweigh_sales_of_the_same_size() {
        InsiderReport report = report(line("A", "2021-03-01", "P", 300, 10), line("B", "2021-03-02", "S", -100, 10));

        // bought 3/4 by one of 1/(1+2), sold 1/4 by one, at half weight: 3/4/3 - 1/2 * 1/4/3
        assertThat(report.signal().score()).isEqualTo(0.25 - 1 / 24.0, within(1e-15));
        // two people of 2/(2+2), agreement (300-100)/400
        assertThat(report.signal().amount()).isEqualTo(0.5);
        assertThat(report.signal().agreement()).isEqualTo(0.5);
        assertThat(report.signal().confidence()).isEqualTo(Math.cbrt(0.25), within(1e-15));
        assertThat(report.market().netShares()).isEqualTo(200);
    }

    @Test
    void three_buyers_within_fourteen_days_are_a_cluster_and_a_fifteenth_day_is_not() {
        InsiderTransaction first = line("A", "2021-03-01", "P", 100, 10);
        InsiderTransaction second = line("B", "2021-03-08", "P", 200, Double.NaN);

        assertThat(report(first, second, line("C", "2021-03-15", "P", 300, 12)).clusterBuys())
                .isEmpty();
        InsiderReport report = report(first, second, line("C", "2021-03-14", "P", 300, 12));

        assertThat(report.clusterBuys())
                .containsExactly(new ClusterBuy(
                        LocalDate.of(2021, 3, 1),
                        LocalDate.of(2021, 3, 14),
                        3,
                        600,
                        100 * 10 + 300 * 12.0,
                        1,
                        List.of(
                                new InsiderTrade("A", LocalDate.of(2021, 3, 1), 100, 10.0, 1000.0),
                                new InsiderTrade("B", LocalDate.of(2021, 3, 8), 200, null, null),
                                new InsiderTrade("C", LocalDate.of(2021, 3, 14), 300, 12.0, 3600.0))));
        assertThat(report.report())
                .contains(
                        "A cluster of purchases: 3 insiders bought 600 shares from 2021-03-01 to 2021-03-14 for 4,600,"
                                + " 1 line without a price left out.");
    }

    @Test
    void one_person_under_two_spellings_is_no_cluster() {
        assertThat(report(
                                line("Doe, John A.", "2021-03-01", "P", 1, 10),
                                line("DOE JOHN A", "2021-03-02", "P", 2, 10),
                                line("doe  john a", "2021-03-03", "P", 3, 10))
                        .clusterBuys())
                .isEmpty();
    }

    @Test
    void a_price_that_is_not_known_makes_no_value() {
        InsiderTradeSide bought = report(
                        line("A", "2021-03-01", "P", 5, Double.NaN), line("A", "2021-03-02", "P", 5, 0))
                .market()
                .purchases();

        assertThat(bought.value()).isNull();
        assertThat(bought.linesWithoutPrice()).isEqualTo(2);
        assertThat(bought.shares()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(
            value = TransactionCode.class,
            names = {"P", "S"},
            mode = EnumSource.Mode.EXCLUDE)
    void no_other_code_is_ever_a_trade(TransactionCode code) {
        String letter = code == TransactionCode.UNKNOWN ? "?" : code.name();

        InsiderReport report =
                report(line("A", "2021-03-01", letter, 500, 10), line("A", "2021-03-01", letter, -700, 10));

        assertThat(report.market().purchases().lines()).isZero();
        assertThat(report.market().sales().lines()).isZero();
        assertThat(report.market().netShares()).isZero();
        assertThat(report.netShareChange()).isEqualTo(-200);
        assertThat(report.signal().score()).isNull();
        assertThat(report.signal().confidence()).isZero();
        assertThat(report.lines().offMarket()).isEqualTo(2);
        assertThat(report.warnings()).contains("no insider traded on the market in the window, so there is no signal");
    }

    @Test
    void an_option_bought_is_no_share_bought() {
        InsiderReport report =
                report(new InsiderTransaction("A", LocalDate.of(2021, 3, 1), null, "P", 500, Double.NaN, 10, true));

        assertThat(report.market().purchases().lines()).isZero();
        assertThat(report.netShareChange()).isZero();
        assertThat(report.lines().derivative()).isEqualTo(1);
        assertThat(report.warnings())
                .contains("1 line without a filing date: taken as known on the day of the transaction");
    }

    @Test
    void a_purchase_that_shrinks_a_holding_is_counted_as_a_contradiction() {
        InsiderReport report = report(
                line("A", "2021-03-01", "P", -500, 10),
                line("A", "2021-03-01", "S", 0, 10),
                line("A", "2021-03-01", "S", -10, 10));

        assertThat(report.lines().contradictory()).isEqualTo(2);
        assertThat(report.market().sales().lines()).isEqualTo(1);
        assertThat(report.signal().coverage()).isEqualTo(1 / 3.0, within(1e-15));
    }

    @Test
    void what_was_filed_later_was_not_known() {
        InsiderTransaction filedOnTheDay =
                new InsiderTransaction("A", DAY.minusDays(2), DAY, "P", 100, Double.NaN, 10, false);
        InsiderTransaction filedAfter =
                new InsiderTransaction("B", DAY.minusDays(2), DAY.plusDays(1), "P", 100, Double.NaN, 10, false);
        InsiderTransaction doneAfter =
                new InsiderTransaction("C", DAY.plusDays(1), DAY, "P", 100, Double.NaN, 10, false);

        InsiderReport report = report(filedOnTheDay, filedAfter, doneAfter);

        assertThat(report.lines().notYetKnown()).isEqualTo(2);
        assertThat(report.market().purchases().insiders()).isEqualTo(1);
        assertThat(report.warnings())
                .containsExactly("2 lines done or filed after 2021-04-30: not known then, and not looked at");
    }

    @Test
    void the_window_holds_its_first_day_and_not_the_one_before() {
        LocalDate first = DAY.minusDays(179);

        InsiderReport report = report(
                line("A", first.toString(), "P", 100, 10),
                line("A", first.minusDays(1).toString(), "P", 50, 10));

        assertThat(report.windowFrom()).isEqualTo(first);
        assertThat(report.lines().beforeWindow()).isEqualTo(1);
        assertThat(report.market().netShares()).isEqualTo(100);
    }

    @Test
    void an_amended_filing_that_repeats_a_line_counts_once() {
        InsiderTransaction line = new InsiderTransaction(
                "Doe, John", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 3), "S", -10, 90, Double.NaN, false);
        InsiderTransaction amended = new InsiderTransaction(
                "DOE JOHN", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 9), "S", -10, 90, Double.NaN, false);
        InsiderTransaction other = new InsiderTransaction(
                "Doe, John", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 3, 3), "S", -10, 80, Double.NaN, false);

        InsiderReport report = report(amended, line, other);

        assertThat(report.lines().duplicates()).isEqualTo(1);
        assertThat(report.market().sales().shares()).isEqualTo(20);
        assertThat(report.warnings()).contains("1 line repeating another, as an amended filing does: counted once");
    }

    @Test
    void no_lines_are_no_failure() {
        InsiderReport report = report();

        assertThat(report.signal()).isEqualTo(new InsiderSignal(null, 0, 0, 0, 0));
        assertThat(report.report()).isEqualTo("No insider bought or sold on the market in the 180 days to 2021-04-30.");
        assertThat(report.warnings())
                .containsExactly("no insider transactions of TSLA are known in the window up to 2021-04-30,"
                        + " so there is no signal");
    }

    @Test
    void a_finding_names_a_number_that_stands_in_the_answer() throws java.io.IOException {
        InsiderReport report = report(
                line("A", "2021-03-01", "P", 100, 10),
                line("B", "2021-03-02", "P", 200, 10),
                line("C", "2021-03-03", "P", 300, 10),
                line("A", "2021-01-01", "P", 100, 10),
                line("B", "2021-01-02", "P", 200, 10),
                line("C", "2021-01-03", "P", 300, 10),
                line("D", "2021-03-04", "S", -70, 10),
                line("D", "2021-03-04", "A", 70, 10));
        JsonNode answer = Json.mapper().readTree(Json.bytes(report));

        assertThat(report.findings()).hasSize(10);
        for (InsiderFinding finding : report.findings()) {
            String path = "/" + finding.metric().replaceAll("\\[(\\d+)]", "/$1").replace('.', '/');
            assertThat(answer.at(path).isNumber()).as(finding.metric()).isTrue();
            assertThat(answer.at(path).doubleValue()).as(finding.metric()).isEqualTo(finding.value());
        }
    }

    @Test
    void the_codes_of_the_form_are_known_in_any_case() {
        assertThat(TransactionCode.of(" s ")).isEqualTo(TransactionCode.S);
        assertThat(TransactionCode.of("")).isEqualTo(TransactionCode.UNKNOWN);
        assertThat(TransactionCode.of("UNKNOWN")).isEqualTo(TransactionCode.UNKNOWN);
        assertThat(TransactionCode.values()).hasSize(21);
        assertThat(TransactionKind.MARKET_SALE).hasToString("market_sale");
    }

    @Test
    void a_policy_refuses_nonsense() {
        assertThatThrownBy(() -> new InsiderPolicy(0, 3, 14, 2, 0.5))
                .hasMessage("window_days must be in [1, 3653], was 0");
        assertThatThrownBy(() -> new InsiderPolicy(180, 1, 14, 2, 0.5))
                .hasMessage("cluster_insiders must be in [2, 100], was 1");
        assertThatThrownBy(() -> new InsiderPolicy(180, 3, 0, 2, 0.5))
                .hasMessage("cluster_days must be in [1, 365], was 0");
        assertThatThrownBy(() -> new InsiderPolicy(180, 3, 14, Double.NaN, 0.5))
                .hasMessage("breadth_half must be in (0, 100], was NaN");
        assertThatThrownBy(() -> new InsiderPolicy(180, 3, 14, 2, 1.5))
                .hasMessage("sale_weight must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> line("A", "2021-03-01", "P", Double.NaN, 1))
                .hasMessage("the change of a holding must be a number, was NaN");
    }
}
