package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.SharedData;
import io.quanttradingos.units.Symbol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published files, read here and by splitting lines. */
class SharedPricesTest {
    @ParameterizedTest
    @CsvSource({
        "prices/arbitragelab_etf23_close_2008_2016.csv, yyyy-MM-dd, 23",
        "prices/ppo_stock_prices.csv, yyyy-MM-dd, 20",
        "prices/ppo_spy_prices.csv, yyyy-MM-dd, 1",
        "prices/ffn_AAPL_MSFT_C_us_dates.csv, M/d/yyyy, 3",
        "prices/skfolio_sp500_dataset.csv.gz, yyyy-MM-dd, 20",
        "prices/skfolio_sp500_index.csv.gz, yyyy-MM-dd, 1"
    })
    void a_wide_file_is_read_as_splitting_its_lines_does(String name, String dates, int columns) throws IOException {
        byte[] file = Files.readAllBytes(SharedData.file("data/" + name));

        PriceTable table = PriceReader.standard().read(name, file).orRefuse().table();

        List<String> lines = lines(file);
        DateTimeFormatter form = DateTimeFormatter.ofPattern(dates, Locale.ROOT);
        assertThat(table.columns()).isEqualTo(columns);
        assertThat(table.rows()).isEqualTo(lines.size() - 1);
        for (int row = 0; row < table.rows(); row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            assertThat(table.date(row)).isEqualTo(LocalDate.parse(cells[0], form));
            for (int column = 0; column < columns; column++) {
                String cell = cells[column + 1];
                assertThat(table.close(row, column))
                        .isEqualTo(Double.valueOf(cell.isEmpty() ? Double.NaN : Double.parseDouble(cell)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "joined/lean_SPY_ohlcv_adj_1998_2021.csv",
        "prices/ndx_1985_2024.csv",
        "prices/vix-daily.csv",
        "ohlcv/ojalgo_Yahoo-AAPL-daily.csv",
        "ohlcv/pandas_ta_SPY_D.csv",
        "messy/alphavantage_AAPL_daily_desc.csv",
        "messy/stockindicators_spx_bom_us_dates.csv"
    })
    void bars_of_many_makers_are_read_and_recognised(String name) throws IOException {
        byte[] file = Files.readAllBytes(SharedData.file("data/" + name));

        PriceTable table = PriceReader.standard()
                .forSymbol(Symbol.of("X"))
                .read(name, file)
                .orRefuse()
                .table();

        assertThat(table.rows()).isEqualTo(lines(file).size() - 1);
        assertThat(ContentRecogniser.recognise(file, 1 << 26).kind()).isEqualTo(ContentKind.OHLCV);
    }

    @Test
    void what_is_no_price_file_is_refused_with_a_sentence() throws IOException {
        for (String name : List.of(
                "messy/degiro_export_nl.csv",
                "messy/directa_export_bom_preamble_it.csv",
                "messy/etoro_export.csv",
                "messy/ibkr_flex_trades.csv",
                "messy/rabobank_export_bom_nl.csv",
                "messy/schwab_transactions_export.csv",
                "messy/traderepublic_TransactionExport02.csv",
                "messy/trading212_from_2020-09-11_to_2021-04-02.csv",
                "messy/xtb_export_semicolon_crlf.csv",
                "prices/lean_spy_daily.zip",
                "prices/lean_spy_factors.csv")) {
            byte[] file = Files.readAllBytes(SharedData.file("data/" + name));
            assertThat(PriceReader.standard().read(name, file).problems())
                    .as(name)
                    .isNotEmpty();
            assertThat(ContentRecogniser.recognise(file, 1 << 26).kind())
                    .as(name)
                    .isEqualTo(ContentKind.UNKNOWN);
        }
    }

    @Test
    void trades_and_journal_are_recognised() throws IOException {
        assertThat(kind("data/trades/journal_2000.csv")).isEqualTo(ContentKind.JOURNAL);
        assertThat(kind("data/trades/trades_2000.csv")).isEqualTo(ContentKind.TRADES);
        assertThat(kind("data/prices/skfolio_sp500_dataset.csv.gz")).isEqualTo(ContentKind.WIDE_PRICES);
        assertThat(kind("data/prices/ppo_stock_prices.csv")).isEqualTo(ContentKind.WIDE_PRICES);
    }

    private static ContentKind kind(String name) throws IOException {
        return ContentRecogniser.recognise(Files.readAllBytes(SharedData.file(name)), 1 << 26)
                .kind();
    }

    private static List<String> lines(byte[] file) throws IOException {
        byte[] text = file[0] == 0x1F ? new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes() : file;
        return new String(text, StandardCharsets.UTF_8).lines().toList();
    }
}
