package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.SharedData;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published files, read here and by splitting lines. */
class SharedBarsTest {
    private static final BarReader READER = BarReader.standard().forSymbol(Symbol.of("X"));

    private static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(SharedData.file("data/" + name));
    }

    private static Parsed<BarFile> read(BarReader reader, String name) throws IOException {
        return reader.read(name, bytes(name));
    }

    /** The lines under the header. */
    private static List<String> lines(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8).lines().skip(1).toList();
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** The last two parameters are the column of the date and how far behind the close the volume stands. */
    @ParameterizedTest
    @CsvSource({
        "joined/lean_SPY_ohlcv_adj_1998_2021.csv, yyyy-MM-dd, 5849, 1998-01-02, 2021-03-31, 0, 1",
        "ohlcv/pandas_ta_SPY_D.csv, yyyy-MM-dd, 5241, 1999-11-01, 2020-08-28, 1, 1",
        "ohlcv/ojalgo_Yahoo-AAPL-daily.csv, yyyy-MM-dd, 9561, 1980-12-12, 2018-11-09, 0, 2",
        "messy/alphavantage_AAPL_daily_desc.csv, yyyy-MM-dd, 5251, 1998-01-02, 2018-11-12, 0, 2",
        "messy/stockindicators_spx_bom_us_dates.csv, M/d/yyyy, 8111, 1990-01-02, 2022-03-10, 0, 1"
    })
    void a_file_is_read_as_splitting_its_lines_does(
            String name, String form, int count, LocalDate first, LocalDate last, int date, int behind)
            throws IOException {
        BarFile file = read(READER.onBadRow(OnBadRow.SKIP), name).orRefuse();

        Bars bars = file.instruments().get(0);
        assertThat(bars.rows()).isEqualTo(count).isEqualTo(file.rows());
        assertThat(bars.time(0)).isEqualTo(midnight(first));
        assertThat(bars.time(count - 1)).isEqualTo(midnight(last));
        DateTimeFormatter dates = DateTimeFormatter.ofPattern(form, Locale.ROOT);
        List<String> lines = new ArrayList<>(lines(name));
        lines.removeIf(line -> line.contains("null"));
        if (name.contains("desc")) {
            Collections.reverse(lines);
        }
        assertThat(lines).hasSize(count);
        BigDecimal written = BigDecimal.ZERO;
        BigDecimal read = BigDecimal.ZERO;
        for (int row = 0; row < count; row++) {
            String[] cells = lines.get(row).split(",", -1);
            assertThat(bars.time(row)).isEqualTo(midnight(LocalDate.parse(cells[date], dates)));
            assertThat(bars.open()[row]).isEqualTo(Double.parseDouble(cells[date + 1]));
            assertThat(bars.high()[row]).isEqualTo(Double.parseDouble(cells[date + 2]));
            assertThat(bars.low()[row]).isEqualTo(Double.parseDouble(cells[date + 3]));
            assertThat(bars.volume()[row]).isEqualTo(Double.parseDouble(cells[date + 4 + behind]));
            written = written.add(new BigDecimal(cells[date + 4]));
            read = read.add(BigDecimal.valueOf(bars.close()[row]));
        }
        assertThat(read).isEqualByComparingTo(written);
    }

    @ParameterizedTest
    @CsvSource({"stockindicators_spx_bom_us_dates.csv", "alphavantage_AAPL_daily_desc.csv"})
    void as_many_bars_are_read_as_others_counted_rows(String name) throws IOException {
        Path counts = SharedData.file("expected/messy_structure.json");
        int records = new ObjectMapper()
                .readTree(counts.toFile())
                .path(name)
                .path("csv_records_nonblank")
                .asInt();

        assertThat(read(READER, "messy/" + name).orRefuse().rows()).isPositive().isEqualTo(records - 1);
    }

    @Test
    void a_day_of_nulls_is_no_bar_and_told_with_its_line() throws IOException {
        BarFile file = read(READER, "ohlcv/ojalgo_Yahoo-AAPL-daily.csv").orRefuse();

        assertThat(file.rows()).isEqualTo(9_561);
        assertThat(file.warnings()).contains("1 row has a date but no prices and was left out, the first on line 167");
    }

    @ParameterizedTest
    @CsvSource({"messy/stockindicators_bad_us_dates.csv, 337", "prices/vix-daily.csv, 9188"})
    void bad_rows_are_those_that_break_a_rule(String name, int good) throws IOException {
        List<Integer> bad = new ArrayList<>();
        int empty = 0;
        List<String> lines = lines(name);
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            boolean hasNoPrice = !cells[0].isEmpty() && (cells[1] + cells[2] + cells[3] + cells[4]).isEmpty();
            if (hasNoPrice) {
                empty++;
            } else if (!isGood(cells)) {
                bad.add(i + 2);
            }
        }

        Parsed<BarFile> rejected = read(READER, name);
        BarFile skipped = read(READER.onBadRow(OnBadRow.SKIP), name).orRefuse();

        assertThat(rejected.problems().stream().map(InputProblem::line).limit(Problems.MOST))
                .isEqualTo(bad.stream().limit(Problems.MOST).toList());
        assertThat(skipped.rows()).isEqualTo(good).isEqualTo(lines.size() - bad.size() - empty);
        assertThat(skipped.warnings()).last().asString().startsWith(bad.size() + " bad rows were left out: line ");
    }

    private static boolean isGood(String[] cells) {
        for (int column = 0; column < 5; column++) {
            if (cells[column].isEmpty()) {
                return false;
            }
        }
        BigDecimal high = new BigDecimal(cells[2]);
        BigDecimal low = new BigDecimal(cells[3]);
        for (int column : new int[] {1, 4}) {
            BigDecimal price = new BigDecimal(cells[column]);
            if (price.compareTo(low) < 0 || price.compareTo(high) > 0) {
                return false;
            }
        }
        return low.signum() > 0 && (cells.length < 6 || !cells[5].startsWith("-"));
    }

    @Test
    void adjusted_prices_are_those_of_the_adjusted_column_with_the_shape_of_each_bar_kept() throws IOException {
        String name = "joined/lean_SPY_ohlcv_adj_1998_2021.csv";

        Bars raw = read(READER, name).orRefuse().instruments().get(0);
        Bars adjusted =
                read(READER.adjusted(true), name).orRefuse().instruments().get(0);

        List<String> lines = lines(name);
        for (int row = 0; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            assertThat(adjusted.close()[row]).isEqualTo(Double.parseDouble(cells[6]));
            assertThat(adjusted.high()[row] / adjusted.low()[row])
                    .isCloseTo(raw.high()[row] / raw.low()[row], within(1e-14));
            assertThat(adjusted.open()[row] / adjusted.close()[row])
                    .isCloseTo(raw.open()[row] / raw.close()[row], within(1e-14));
        }
    }

    @Test
    void every_bar_of_a_lean_file_is_read_once_it_has_a_header() throws IOException {
        String name = "prices/lean_spy_daily.zip";
        assertThat(read(READER, name).problems())
                .singleElement()
                .hasToString(name + ":1 must name the columns, such as date,open,high,low,close,volume,"
                        + " was data starting with '19980102 00:00'");
        byte[] headed = TestBytes.utf8("date,open,high,low,close,volume\n"
                + new String(Expansion.expanded(name, bytes(name), 1 << 20), StandardCharsets.UTF_8));

        Bars bars = READER.read(name, headed).orRefuse().instruments().get(0);
        Bars joined = read(READER, "joined/lean_SPY_ohlcv_adj_1998_2021.csv")
                .orRefuse()
                .instruments()
                .get(0);

        assertThat(bars.rows()).isEqualTo(joined.rows());
        for (int row = 0; row < bars.rows(); row++) {
            assertThat(bars.time(row)).isEqualTo(joined.time(row));
            assertThat(bars.close()[row] / 10_000).isEqualTo(joined.close()[row]);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messy/arbitragelab_Country_ETF_bloomberg_us_dates.csv",
                "messy/degiro_export_nl.csv",
                "messy/directa_export_bom_preamble_it.csv",
                "messy/etoro_export.csv",
                "messy/ibkr_flex_trades.csv",
                "messy/rabobank_export_bom_nl.csv",
                "messy/schwab_transactions_export.csv",
                "messy/traderepublic_TransactionExport02.csv",
                "messy/trading212_from_2020-09-11_to_2021-04-02.csv",
                "messy/xtb_export_semicolon_crlf.csv",
                "prices/lean_spy_factors.csv",
                "prices/ppo_stock_prices.csv"
            })
    void what_holds_no_bars_is_refused_even_where_bad_rows_may_be_skipped(String name) throws IOException {
        assertThat(read(READER.onBadRow(OnBadRow.SKIP), name).problems())
                .singleElement()
                .extracting(InputProblem::line)
                .isEqualTo(1);
    }
}
