package io.quanttradingos.upstream;

import static io.quanttradingos.upstream.NewsReadersTest.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.SharedData;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.insider.InsiderTransaction;
import io.quanttradingos.marketdata.PriceSnapshot;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsiderReadersTest {
    @Test
    void the_paths_name_the_symbol_and_the_days_escaped() {
        assertThat(FinnhubInsiders.pathOf(Symbol.of("BRK.B"), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30)))
                .isEqualTo("/stock/insider-transactions?symbol=BRK.B&from=2024-01-01&to=2024-06-30");
        assertThat(DataServiceInsiders.pathOf(Symbol.of("TSLA"), 180)).isEqualTo("/insider/TSLA?days=180&limit=1000");
        assertThat(FinnhubQuote.pathOf(Symbol.of("^GSPC"))).isEqualTo("/quote?symbol=%5EGSPC");
    }

    @Test
    void the_documented_sample_of_finnhub_reads_whole() throws IOException {
        Read<InsiderTransaction> read = FinnhubInsiders.transactions(
                json(Files.readString(SharedData.file("data/json/finnhub_insider-transactions_TSLA_doc.json"))));

        assertThat(read.skipped()).isZero();
        assertThat(read.rows())
                .containsExactly(
                        line("Kirkhorn Zachary", 17, 19, "S", -1250, 57_234, 655.81),
                        line("Baglino Andrew D", 29, 31, "M", 1000, 20_614, 41.57),
                        line("Baglino Andrew D", 29, 31, "S", -1500, 19_114, 615.75));
    }

    private static InsiderTransaction line(
            String name, int done, int filed, String code, double change, double after, double price) {
        return new InsiderTransaction(
                name, LocalDate.of(2021, 3, done), LocalDate.of(2021, 3, filed), code, change, after, price, false);
    }

    @Test
    void what_may_be_absent_is_unknown_and_a_price_of_nothing_is_none() {
        Read<InsiderTransaction> read = FinnhubInsiders.transactions(json("""
                {"data":[{"name":"A  B","change":5,"transactionDate":"2024-01-02","transactionPrice":0,"isDerivative":true}]}"""));

        assertThat(read.rows())
                .containsExactly(new InsiderTransaction(
                        "A B", LocalDate.of(2024, 1, 2), null, "", 5, Double.NaN, Double.NaN, true));
    }

    @Test
    void a_damaged_row_is_left_out_and_counted() {
        Read<InsiderTransaction> read = FinnhubInsiders.transactions(json("""
                {"data":[{"name":"A","change":1,"transactionDate":"2024-01-02"},
                 {"name":"","change":1,"transactionDate":"2024-01-02"},
                 {"name":"A","change":null,"transactionDate":"2024-01-02"},
                 {"name":"A","change":"many","transactionDate":"2024-01-02"},
                 {"name":"A","change":1,"transactionDate":""},
                 {"name":"A","change":1,"transactionDate":"2024-02-31"},
                 7]}"""));

        assertThat(read.rows()).hasSize(1);
        assertThat(read.skipped()).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"data\":null}", "{\"data\":{}}", "{\"data\":[1]}", "null"})
    void an_answer_of_another_shape_is_refused(String answer) {
        assertThatThrownBy(() -> FinnhubInsiders.transactions(json(answer)))
                .isInstanceOf(Refusal.class)
                .hasMessage("Finnhub gave an answer that is not understood");
    }

    @Test
    void no_transactions_are_no_failure() {
        assertThat(FinnhubInsiders.transactions(json("{\"data\":[],\"symbol\":\"\"}"))
                        .rows())
                .isEmpty();
        assertThat(DataServiceInsiders.transactions(json("[]")).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"A\",\"transaction_date\":\"2024-01-02\",\"filing_date\":\"2024-01-04\",\"code\":\"s\",\"change\":-10,"
                        + "\"price\":2.5,\"share\":90}",
                "{\"insider_name\":\"A\",\"transactionDate\":\"2024-01-02T00:00:00Z\",\"filingDate\":\"2024-01-04\","
                        + "\"transaction_code\":\"S-Sale\",\"shares\":10,\"transaction_price\":\"2.5\",\"shares_after\":90}",
                "{\"reporting_name\":\"A\",\"date\":1704153600,\"filing_date\":1704326400,\"transactionType\":\"S - Sale\","
                        + "\"quantity\":10,\"acquired_disposed\":\"D\",\"price\":2.5,\"securitiesOwned\":90}"
            })
    void the_data_service_may_say_it_in_several_ways(String row) {
        InsiderTransaction expected = new InsiderTransaction(
                "A", LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 4), "S", -10, 90, 2.5, false);

        assertThat(DataServiceInsiders.transactions(json("[" + row + "]")).rows())
                .containsExactly(expected);
        assertThat(DataServiceInsiders.transactions(json("{\"symbol\":\"A\",\"count\":1,\"data\":[" + row + "]}"))
                        .rows())
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "P,'',10.0",
        "S,'',-10",
        "F,'',-10",
        "G,D,-10",
        "G,A,10",
        "M,A,10",
        "S,A,10",
        "G,'',NaN",
        "M,'',NaN",
        "'','',NaN"
    })
    void the_sign_of_bare_shares_is_told_or_the_row_is_not_guessed(String code, String disposed, double change) {
        assertThat(InsiderFields.signed(10, disposed, code)).isEqualTo(Double.valueOf(change));
    }

    @Test
    void the_documented_quote_of_finnhub_reads() throws IOException {
        assertThat(FinnhubQuote.snapshot(
                        json(Files.readString(SharedData.file("data/json/finnhub_quote_AAPL_doc.json")))))
                .contains(new PriceSnapshot(261.74, 259.45, Instant.ofEpochSecond(1_582_641_000L)));
    }

    @Test
    void a_quote_of_zeros_is_an_unknown_symbol_and_anything_else_is_misunderstood() {
        assertThat(FinnhubQuote.snapshot(json("{\"c\":0,\"d\":null,\"pc\":0,\"t\":0}")))
                .isEmpty();
        assertThat(FinnhubQuote.snapshot(json("{\"c\":5,\"pc\":0,\"t\":1582641000}"))
                        .orElseThrow()
                        .previousClose())
                .isNaN();
        for (String answer : new String[] {
            "{}", "[]", "{\"c\":-1,\"t\":1582641000}", "{\"c\":5,\"t\":0}", "{\"c\":0,\"t\":1582641000}"
        }) {
            assertThatThrownBy(() -> FinnhubQuote.snapshot(json(answer)))
                    .as(answer)
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Finnhub gave an answer that is not understood");
        }
    }
}
