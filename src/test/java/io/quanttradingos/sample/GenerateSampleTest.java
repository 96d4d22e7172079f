package io.quanttradingos.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateSampleTest {
    private static final Path COMMITTED = Path.of("data", "sample");
    private static final Map<String, String> FILES = SampleFiles.of(GenerateSample.COMMITTED_SEED);

    @Test
    void the_committed_files_are_what_the_generator_writes_byte_for_byte(@TempDir Path folder) throws IOException {
        GenerateSample.main(new String[] {folder.toString()});

        assertThat(FILES.keySet())
                .containsExactlyInAnyOrder(
                        "prices.csv", "ohlcv.csv", "holdings.csv", "trades.csv", "journal.csv", "plan.json");
        for (String name : FILES.keySet()) {
            assertThat(Files.readAllBytes(folder.resolve(name)))
                    .as(name)
                    .isEqualTo(Files.readAllBytes(COMMITTED.resolve(name)));
        }
    }

    @Test
    void another_seed_gives_another_market() {
        assertThat(SampleFiles.of(1).get("prices.csv")).isNotEqualTo(FILES.get("prices.csv"));
    }

    @Test
    void the_exchange_is_closed_on_the_days_it_should_be() {
        List<LocalDate> days = TradingDays.between(LocalDate.of(2016, 1, 1), LocalDate.of(2023, 12, 31));

        assertThat(days)
                .doesNotContain(
                        LocalDate.of(2016, 3, 25),
                        LocalDate.of(2019, 4, 19),
                        LocalDate.of(2021, 4, 2),
                        LocalDate.of(2018, 11, 22),
                        LocalDate.of(2021, 12, 24),
                        LocalDate.of(2020, 7, 3),
                        LocalDate.of(2023, 1, 2))
                .contains(LocalDate.of(2021, 12, 31), LocalDate.of(2018, 11, 23))
                .noneMatch(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0)
                .isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    void every_bar_encloses_its_open_and_close_and_closes_where_the_price_file_does() {
        List<String[]> bars = rows("ohlcv.csv");
        List<String[]> prices = rows("prices.csv");

        assertThat(bars).hasSameSizeAs(prices);
        for (int row = 0; row < bars.size(); row++) {
            String[] bar = bars.get(row);
            double open = Double.parseDouble(bar[1]);
            double high = Double.parseDouble(bar[2]);
            double low = Double.parseDouble(bar[3]);
            double close = Double.parseDouble(bar[4]);
            assertThat(bar[0]).isEqualTo(prices.get(row)[0]);
            assertThat(bar[4]).isEqualTo(prices.get(row)[1]);
            assertThat(high).isGreaterThanOrEqualTo(Math.max(open, close));
            assertThat(low).isPositive().isLessThanOrEqualTo(Math.min(open, close));
            assertThat(Long.parseLong(bar[5])).isPositive();
        }
    }

    @Test
    void every_trade_enters_at_a_close_of_the_price_file() {
        String[] header = text("prices.csv").lines().findFirst().orElseThrow().split(",", -1);
        Map<String, String[]> byDate = new HashMap<>();
        rows("prices.csv").forEach(row -> byDate.put(row[0], row));

        List<String[]> trades = rows("trades.csv");
        assertThat(trades).hasSizeBetween(60, 100);
        for (String[] trade : trades) {
            int column = Arrays.asList(header).indexOf(trade[1]);
            assertThat(Objects.requireNonNull(byDate.get(trade[0]), "an entry on a trading day")[column])
                    .isEqualTo(trade[3]);
            boolean isShort = trade[2].equals("SHORT");
            if (!trade[6].isEmpty()) {
                assertThat(Double.parseDouble(trade[6]) > Double.parseDouble(trade[3]))
                        .isEqualTo(isShort);
            }
        }
        assertThat(trades).anyMatch(trade -> trade[6].isEmpty());
        assertThat(rows("journal.csv")).hasSameSizeAs(trades);
    }

    @Test
    void the_sample_stays_small() {
        assertThat(FILES.values().stream().mapToInt(String::length).sum()).isLessThan(1_500_000);
    }

    private static List<String[]> rows(String name) {
        return text(name).lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    private static String text(String name) {
        return Objects.requireNonNull(FILES.get(name), name);
    }
}
