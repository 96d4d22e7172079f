package io.quanttradingos.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two thousand closed trades, once with fees and once with stops, beside sums that were made by other means. */
class RealJournalTest {
    private static JsonNode expected;
    private static JournalReport reportWithFees;
    private static JournalReport reportWithStops;
    private static JournalMetrics withFees;
    private static JournalMetrics withStops;

    @BeforeAll
    static void review() throws IOException {
        expected = new ObjectMapper()
                .readTree(SharedData.file("expected/trades_2000_expected.json").toFile());
        reportWithFees = Tables.review(lines("journal_2000.csv"));
        reportWithStops = Tables.review(lines("trades_2000.csv"));
        withFees = reportWithFees.metrics();
        withStops = reportWithStops.metrics();
    }

    private static List<String> lines(String name) throws IOException {
        return Files.readAllLines(SharedData.file("data/trades/" + name));
    }

    private static double expected(String key) {
        return expected.required(key).asDouble();
    }

    private static Offset<Double> close(double value) {
        return within(1e-9 * Math.max(1, Math.abs(value)));
    }

    private static void same(@Nullable Double actual, String key) {
        assertThat(actual).as(key).isCloseTo(expected(key), close(expected(key)));
    }

    @Test
    void sums_agree_with_the_reference() {
        assertThat(withFees.nTrades()).isEqualTo(expected.required("n").asInt());
        same(withFees.grossPnl(), "gross_pnl");
        same(withFees.fees(), "fees");
        same(withFees.totalPnl(), "net_pnl");
        same(withFees.winRate(), "win_rate_net");
        same(withFees.avgWin(), "avg_win");
        same(withFees.avgLoss(), "avg_loss");
        same(withFees.profitFactor(), "profit_factor");
        same(withFees.expectancy(), "expectancy_net");
    }

    @Test
    void counts_agree_with_the_reference() {
        assertThat(withFees.wins()).isEqualTo(expected.required("wins_net").asInt());
        assertThat(withFees.losses()).isEqualTo(expected.required("losses_net").asInt());
        assertThat(withFees.flats()).isEqualTo(expected.required("flat_net").asInt());
        assertThat(Objects.requireNonNull(withFees.bySide().get("LONG")).n())
                .isEqualTo(expected.required("long").asInt());
        assertThat(withFees.firstDate())
                .isEqualTo(LocalDate.parse(expected.required("first").asText()));
        assertThat(withFees.lastDate())
                .isEqualTo(LocalDate.parse(expected.required("last").asText()));
    }

    @Test
    void trades_that_just_paid_their_fees_are_flat_where_half_a_cent_is_nothing() throws IOException {
        // In exact decimals two results are 0.00; in binary one is a win of 1e-12, the other a loss of 4e-14.
        JournalPolicy policy = JournalPolicy.defaults();
        JournalMetrics metrics = JournalAgent.review(
                        Journal.read(Tables.of(lines("journal_2000.csv"))).orRefuse(),
                        new JournalPolicy(0.005, policy.bootstrap(), policy.findings()),
                        null)
                .metrics();
        assertThat(metrics.wins()).isEqualTo(918);
        assertThat(metrics.losses()).isEqualTo(1080);
        assertThat(metrics.flats()).isEqualTo(2);
        assertThat(metrics.totalPnl()).isEqualTo(withFees.totalPnl());
    }

    @Test
    void stops_agree_with_the_reference() {
        assertThat(withStops.nWithStop())
                .isEqualTo(expected.required("n_with_stop").asInt());
        assertThat(withStops.noStop()).isEqualTo(expected.required("no_stop").asInt());
        assertThat(withStops.stoppedOut())
                .isEqualTo(expected.required("stopped_out").asInt());
        assertThat(withStops.nWithR()).isEqualTo(withStops.nWithStop());
        assertThat(withStops.beyondStop()).isZero();
        // the reference's name says stopped trades, its value is that of all trades with a stop
        same(withStops.expectancyR(), "mean_R_of_stopped_trades_with_stop");
        assertThat(withStops.meanRStoppedOut()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void symbols_agree_with_the_reference() {
        // without a column of fees the net result is the gross one
        assertThat(withStops.fees()).isNull();
        assertThat(withStops.bySymbol()).hasSameSizeAs(expected.required("by_symbol"));
        expected.required("by_symbol").properties().forEach(symbol -> {
            TradeGroup group = Objects.requireNonNull(withStops.bySymbol().get(symbol.getKey()));
            double gross = symbol.getValue().required("gross").asDouble();
            assertThat(group.n()).isEqualTo(symbol.getValue().required("n").asInt());
            assertThat(group.netPnl()).as(symbol.getKey()).isCloseTo(gross, close(gross));
        });
    }

    @Test
    void warns_of_what_the_files_lack_and_of_nothing_else() {
        assertThat(reportWithFees.warnings())
                .containsExactly("no trade has a stop to measure its risk by, so expectancy_r and sqn are unknown");
        assertThat(reportWithStops.warnings())
                .containsExactly("the journal has no column of fees, so results are before any there were");
    }

    @Test
    void rows_of_distinct_dates_in_any_order_give_the_same_report() throws IOException {
        List<String> lines = lines("journal_2000.csv");
        List<String> distinct = new ArrayList<>();
        String before = "";
        for (String line : lines) {
            if (!line.substring(0, 10).equals(before)) {
                distinct.add(line);
            }
            before = line.substring(0, 10);
        }
        JournalReport sorted = Tables.review(distinct);
        for (int seed = 1; seed <= 5; seed++) {
            List<String> shuffled = new ArrayList<>(distinct.subList(1, distinct.size()));
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.add(0, distinct.get(0));
            assertThat(Tables.review(shuffled)).isEqualTo(sorted);
        }
    }
}
