package io.quanttradingos.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.SharedData;
import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.ImportReading.Unsure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exports, kept beside the checkout, against what others found in them. */
class MessyExportsTest {
    private static final Answers WITHOUT_BAD_ROWS =
            new Answers(null, null, null, null, null, null, Map.of("Pippo", "leave_out", "no day", "leave_out"));

    private static Sheet sheet(String file) throws IOException {
        return Sheets.ofText(file, Files.readAllBytes(SharedData.file("data/messy/" + file)));
    }

    static Read read(String file) throws IOException {
        return (Read) Imports.read(List.of(sheet(file)), WITHOUT_BAD_ROWS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alphavantage_AAPL_daily_desc.csv",
                "arbitragelab_Country_ETF_bloomberg_us_dates.csv",
                "degiro_export_nl.csv",
                "directa_export_bom_preamble_it.csv",
                "etoro_export.csv",
                "ibkr_flex_trades.csv",
                "rabobank_export_bom_nl.csv",
                "schwab_transactions_export.csv",
                "stockindicators_bad_us_dates.csv",
                "stockindicators_spx_bom_us_dates.csv",
                "traderepublic_TransactionExport02.csv",
                "trading212_from_2020-09-11_to_2021-04-02.csv",
                "xtb_export_semicolon_crlf.csv"
            })
    void each_is_laid_out_as_known_and_every_row_of_it_is_accounted_for_once(String file) throws IOException {
        JsonNode known = new ObjectMapper()
                .readTree(Files.readAllBytes(SharedData.file("expected/messy_structure.json")))
                .get(file);
        Sheet sheet = sheet(file);
        Read read = read(file);

        Layout layout = read.layout();
        assertThat(sheet.rows()).hasSize(known.get("csv_records").asInt());
        assertThat(layout.encoding()).isEqualTo(known.get("encoding").asText());
        assertThat(layout.delimiter()).isEqualTo(known.get("delimiter").asText());
        assertThat(layout.headerLine()).isEqualTo(known.get("header_line").asInt());
        assertThat(layout.decimal())
                .isEqualTo(known.get("decimal")
                        .asText()
                        .replace(".", "point")
                        .replace("comma", file.startsWith("degiro") ? "mixed" : "comma"));
        if (!known.get("date_format").asText().equals("ISO")) {
            assertThat(layout.dateFormat()).isEqualTo(known.get("date_format").asText());
        }
        Set<Integer> lines = new TreeSet<>(accountedFor(read));
        assertThat(accountedFor(read)).as("no row twice").hasSize(lines.size());
        assertThat(lines).hasSize(known.get("csv_records_nonblank").asInt());
    }

    /** The lines of all rows taken and left out, and of the header. */
    static List<Integer> accountedFor(Read read) {
        List<Integer> lines = new ArrayList<>(List.of(read.layout().headerLine()));
        read.transactions().forEach(transaction -> lines.add(transaction.line()));
        read.positions().forEach(position -> lines.add(position.line()));
        read.leftOut().forEach(row -> lines.add(row.line()));
        read.table().rows().stream().skip(1).forEach(row -> lines.add(row.line()));
        return lines;
    }

    @Test
    void an_unknown_word_is_asked_about_with_its_line() throws IOException {
        Unsure unsure = (Unsure) Imports.read(List.of(sheet("directa_export_bom_preamble_it.csv")), Answers.none());

        assertThat(unsure.questions()).singleElement().satisfies(question -> {
            assertThat(question.field()).isEqualTo("words");
            assertThat(question.sentence()).contains("directa_export_bom_preamble_it.csv:34", "'Pippo'");
            assertThat(question.choices()).contains("sell", "leave_out");
        });
    }

    @Test
    void bars_without_a_day_are_asked_about() throws IOException {
        Unsure unsure = (Unsure) Imports.read(List.of(sheet("stockindicators_bad_us_dates.csv")), Answers.none());

        assertThat(unsure.questions()).singleElement().satisfies(question -> {
            assertThat(question.field()).isEqualTo("words");
            assertThat(question.sentence())
                    .contains("stockindicators_bad_us_dates.csv:202 has no day, as have 49 more");
        });
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cash(Read read, String currency) {
        return sum(read.transactions().stream()
                .filter(transaction -> transaction.amountCurrency().equals(currency))
                .map(Transaction::amount)
                .filter(amount -> amount != null));
    }

    private static BigDecimal bought(Read read, String instrument) {
        return sum(read.transactions().stream()
                .filter(transaction -> transaction.instrument().equals(instrument))
                .map(transaction -> switch (transaction.kind()) {
                    case BUY, REINVESTMENT, TRANSFER_IN, SPLIT -> transaction.quantity();
                    case SELL, TRANSFER_OUT -> transaction.quantity().negate();
                    default -> BigDecimal.ZERO;
                }));
    }

    /** The figures were summed up by a script of a few lines for each file, which shares nothing with the reader. */
    @ParameterizedTest
    @CsvSource({
        "schwab_transactions_export.csv, USD, 400074.19, SPY, 7.0976",
        "schwab_transactions_export.csv, USD, 400074.19, AVGO, 10",
        "degiro_export_nl.csv, EUR, -20635.47, FI4000198031, 6",
        "degiro_export_nl.csv, USD, -455.5708, US00165C1045, 1",
        "degiro_export_nl.csv, GBP, 19.84, AU000000FBR4, 500",
        "rabobank_export_bom_nl.csv, EUR, 121.30, NL0014857104, 3.5404",
        "rabobank_export_bom_nl.csv, EUR, 121.30, NL0014065450, 1.3894",
        "trading212_from_2020-09-11_to_2021-04-02.csv, GBP, 33391.30, GME, 0",
        "traderepublic_TransactionExport02.csv, EUR, 11.92, BTC, 0.000849",
        "directa_export_bom_preamble_it.csv, EUR, 1323.19, ICOV, 3",
        "xtb_export_semicolon_crlf.csv, '', 201.94, SPYL.DE, 214.5658",
        "etoro_export.csv, USD, -197.64, SWKS, 0.888488",
        "ibkr_flex_trades.csv, CHF, -1983.9, CH0111762537, 7",
        "ibkr_flex_trades.csv, USD, 0.732, US9220427424, 323"
    })
    void cash_and_shares_add_up(String file, String currency, BigDecimal cash, String instrument, BigDecimal shares)
            throws IOException {
        Read read = read(file);

        assertThat(cash(read, currency)).isEqualByComparingTo(cash);
        assertThat(bought(read, instrument)).isEqualByComparingTo(shares);
    }

    @Test
    void a_total_that_the_rows_do_not_add_up_to_is_named_with_both_numbers() throws IOException {
        Read read = read("schwab_transactions_export.csv");

        assertThat(read.totals()).singleElement().satisfies(total -> {
            assertThat(total.stated()).isEqualByComparingTo("-26582.91");
            assertThat(total.summed()).isEqualByComparingTo("400074.19");
        });
        assertThat(read.warnings())
                .contains("line 121: the stated total amount is -26582.91, the rows add up to 400074.19");
    }

    @Test
    void a_trade_whose_numbers_do_not_agree_is_named() throws IOException {
        assertThat(read("degiro_export_nl.csv").warnings())
                .containsExactly("line 69: quantity times price plus fees is 672, the amount 9999.99");
    }
}
