package io.quanttradingos.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.backtest.BacktestQuestion.DataSource;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import io.quanttradingos.upstream.call.Budget;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Served;
import io.quanttradingos.upstream.call.UpstreamCalls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFeedsTest {
    private static final Symbol SPY = Symbol.of("SPY");
    private static final LocalDate DAY = LocalDate.of(2026, 2, 27);
    private static final Instant NOW = Instant.parse("2026-02-27T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Knows some bars, or nothing, or fails. */
    private record Scripted(
            String code, @Nullable Bars bars, @Nullable Refusal failure) implements PriceSource {
        @Override
        public Optional<Bars> bars(Wanted wanted, Budget budget) {
            if (failure != null) {
                throw failure;
            }
            return Optional.ofNullable(bars);
        }

        @Override
        public Optional<PriceTable> closes(Wanted wanted, Budget budget) {
            return bars(wanted, budget).map(PriceTable::closesOf);
        }
    }

    private static PriceSource knowing(String code, double close) {
        double[] prices = {close};
        long[] times = {DAY.toEpochDay() * 86_400_000L};
        return new Scripted(
                code, new Bars(SPY, times, prices, prices, prices, prices, new double[] {Double.NaN}, 1), null);
    }

    private static PriceSource ignorant(String code) {
        return new Scripted(code, null, null);
    }

    private static PriceSource failing(String code, String sentence) {
        return new Scripted(code, null, new Refusal(Refusal.Kind.UPSTREAM_FAILED, sentence, List.of(), null));
    }

    private static PriceFeeds feeds(PriceSource... order) {
        return new PriceFeeds(List.of(order), List.of(order), PATIENCE, () -> NOW);
    }

    private static Optional<Input<PriceTable>> closes(PriceFeeds feeds) {
        return feeds.closes(List.of(SPY), DAY.minusDays(5), DAY).stream().findFirst();
    }

    private static double close(Optional<Input<PriceTable>> found) {
        return found.orElseThrow().value().close(0, 0);
    }

    @Test
    void the_first_source_that_knows_the_symbol_is_believed() {
        Optional<Input<PriceTable>> found =
                closes(feeds(ignorant("csv"), knowing("data_service", 1), knowing("yahoo", 2)));

        assertThat(close(found)).isEqualTo(1);
        assertThat(found.orElseThrow().name()).isEqualTo("fetched SPY from data_service");
    }

    @Test
    void a_source_that_fails_is_passed_over_and_that_is_said() {
        Optional<Input<PriceTable>> found = closes(feeds(failing("data_service", "down"), knowing("yahoo", 2)));

        assertThat(close(found)).isEqualTo(2);
        assertThat(found.orElseThrow().name()).isEqualTo("fetched SPY from yahoo, as data_service failed");
    }

    @Test
    void where_nobody_knows_the_first_failure_is_the_answer() {
        PriceFeeds feeds = feeds(failing("data_service", "down"), failing("yahoo", "down too"), ignorant("csv"));

        assertThatThrownBy(() -> closes(feeds)).hasMessage("down");
        assertThatThrownBy(() -> feeds.bars(SPY, "1y", DAY, Budget.of(PATIENCE)))
                .hasMessage("down");
    }

    @Test
    void where_nobody_failed_and_nobody_knows_there_is_nothing() {
        assertThat(closes(feeds(ignorant("csv"), ignorant("yahoo")))).isEmpty();
        assertThat(closes(feeds())).isEmpty();
    }

    @Test
    void a_source_that_is_named_is_asked_though_it_is_not_in_the_order() {
        PriceFeeds feeds = new PriceFeeds(List.of(), List.of(knowing("yahoo", 7)), PATIENCE, () -> NOW);

        Input<BarFile> bars = feeds.bars(DataSource.YAHOO, SPY, "1y");

        assertThat(bars.value().instruments().get(0).close()[0]).isEqualTo(7);
        assertThatThrownBy(() -> feeds.bars(DataSource.DATA_SERVICE, SPY, "1y"))
                .hasMessage("data_source data_service is not set up: DATA_SERVICE_URL names its address");
    }

    /** The data service with a bar on every day of some years, in the shape and with the habits of one of its versions. */
    private static final class Service implements UpstreamCalls {
        private static final ObjectMapper JSON = new ObjectMapper();
        private final LocalDate oldest;
        private final boolean newer;
        private final boolean mindsDates;
        private final List<String> asked = new ArrayList<>();

        Service(LocalDate oldest, boolean newer, boolean mindsDates) {
            this.oldest = oldest;
            this.newer = newer;
            this.mindsDates = mindsDates;
        }

        @Override
        public Optional<Served> ask(Call call, Budget budget) {
            asked.add(call.subject());
            LocalDate from = mindsDates ? date(call, "start_date=") : oldest;
            LocalDate to = mindsDates ? date(call, "end_date=") : DAY;
            List<Map<String, Object>> rows = new ArrayList<>();
            for (LocalDate day = to; !day.isBefore(from) && !day.isBefore(oldest) && rows.size() < 1000; ) {
                rows.add(Map.of("timestamp", day + "T00:00:00Z", "close", day.toEpochDay() / 100.0));
                day = day.minusDays(1);
            }
            if (!newer) {
                java.util.Collections.reverse(rows);
            }
            Map<String, Object> whole =
                    new LinkedHashMap<>(Map.of("symbol", "SPY", "count", rows.size(), "data", rows));
            JsonNode body = JSON.valueToTree(newer ? whole : rows);
            return Optional.of(new Served(body, call.day(), NOW, Served.Origin.LIVE));
        }

        private static LocalDate date(Call call, String parameter) {
            int at = call.path().indexOf(parameter) + parameter.length();
            return LocalDate.parse(call.path().substring(at, at + 10));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void years_of_bars_come_a_thousand_at_a_time_and_none_is_missing(boolean newer) {
        LocalDate oldest = DAY.minusDays(2_500);
        Service service = new Service(oldest, newer, true);

        Bars bars = new DataServicePrices(service)
                .bars(new PriceSource.Wanted(SPY, DAY.minusDays(5_000), DAY, DAY), Budget.of(PATIENCE))
                .orElseThrow();

        assertThat(bars.rows()).isEqualTo(2_501);
        assertThat(bars.time(0)).isEqualTo(Instant.parse(oldest + "T00:00:00Z"));
        for (int row = 0; row < bars.rows(); row++) {
            assertThat(bars.close()[row]).isEqualTo(oldest.plusDays(row).toEpochDay() / 100.0);
        }
        assertThat(service.asked)
                .containsExactly("prices SPY", "prices SPY page 2", "prices SPY page 3", "prices SPY page 4");
    }

    @Test
    void a_service_that_does_not_mind_the_dates_is_not_asked_for_ever() {
        Service service = new Service(DAY.minusDays(300), true, false);

        Optional<PriceTable> closes = new DataServicePrices(service)
                .closes(new PriceSource.Wanted(SPY, DAY.minusDays(5_000), DAY, DAY), Budget.of(PATIENCE));

        assertThat(closes.orElseThrow().rows()).isEqualTo(301);
        assertThat(service.asked).hasSize(2);
    }

    @Test
    void what_is_dated_after_the_last_day_wanted_is_left_out() {
        Service service = new Service(DAY.minusDays(300), true, false);

        Bars bars = new DataServicePrices(service)
                .bars(new PriceSource.Wanted(SPY, DAY.minusDays(50), DAY.minusDays(10), DAY), Budget.of(PATIENCE))
                .orElseThrow();

        assertThat(bars.time(bars.rows() - 1)).isEqualTo(Instant.parse(DAY.minusDays(10) + "T00:00:00Z"));
    }
}
