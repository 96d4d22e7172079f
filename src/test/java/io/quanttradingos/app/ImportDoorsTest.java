package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.SharedData;
import io.quanttradingos.api.ReplayAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports through every door, in place of files in our own form. */
class ImportDoorsTest {
    /** SPY is held, TLT was sold again, IEF was sold without ever having been bought. */
    private static final String HISTORY = """
            Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount
            11/20/2023,Sell,IEF,BONDS,5,$90.00,,$450.00
            11/15/2023,Sell,TLT,LONG BONDS,10,$95.00,$1.00,$949.00
            11/10/2023,Cash Dividend,SPY,S&P 500,,,,$12.00
            11/02/2023,Buy,TLT,LONG BONDS,10,$90.00,$1.00,-$901.00
            11/01/2023,Buy,SPY,S&P 500,20,$400.00,$2.00,-$8002.00
            """;

    private static final String OWN = "symbol,shares,avg_price\nSPY,20,400\n";
    private static final String UNCLEAR = HISTORY.replace("Cash Dividend", "Strange Thing");

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "true"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static JsonNode decided(String name, byte[] holdings) {
        return Http.ok(
                Http.to(service).multiPart("holdings_file", name, holdings).post("/decision"));
    }

    private static void expectReplayed(JsonNode answer) {
        ReplayAnswer replayed =
                service.assembly().replayAnswers().of(answer.path("run_id").asText());
        assertThat(replayed.identical()).as(replayed.toString()).isTrue();
    }

    private static List<String> warnings(JsonNode answer) {
        return StreamSupport.stream(answer.path("warnings").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode dropped(String name, String content, String result) throws IOException {
        Path inbox = service.dataFolder().resolve("inbox");
        Path waiting = Files.writeString(inbox.resolve("." + name), content);
        Files.move(waiting, inbox.resolve(name));
        Path answer = service.dataFolder().resolve(result);
        await().until(() -> Files.exists(answer));
        return Http.tree(Files.readAllBytes(answer));
    }

    @Test
    void a_history_in_place_of_holdings_decides_like_the_holdings_it_comes_to() {
        JsonNode history = decided("schwab.csv", HISTORY.getBytes(UTF_8));
        JsonNode own = decided("own.csv", OWN.getBytes(UTF_8));

        assertThat(history.path("portfolio").path("total_value"))
                .isEqualTo(own.path("portfolio").path("total_value"));
        assertThat(history.path("decision")).isEqualTo(own.path("decision"));
        assertThat(warnings(history))
                .anyMatch(text -> text.contains("were read as Charles Schwab"))
                .anyMatch(text -> text.contains("Of IEF it is not known what was held"))
                .anyMatch(text -> text.contains("The history begins on 2023-11-01"));
        assertThat(warnings(own)).noneMatch(text -> text.contains("history"));
        expectReplayed(history);
    }

    @Test
    void an_unclear_export_is_refused_with_its_question_and_taken_with_the_answer() {
        JsonNode problem = Http.problem(
                Http.to(service)
                        .multiPart("holdings_file", "schwab.csv", UNCLEAR.getBytes(UTF_8))
                        .post("/decision"),
                422);
        assertThat(problem.path("detail").asText()).contains("Strange Thing").contains("import_words");
        assertThat(problem.at("/errors/0/column").asText()).isEqualTo("import_words");

        JsonNode preview = Http.ok(Http.to(service)
                .multiPart("file", "schwab.csv", UNCLEAR.getBytes(UTF_8))
                .post("/imports/preview"));
        assertThat(preview.path("format").isNull()).isTrue();
        assertThat(preview.at("/questions/0/field").asText()).isEqualTo("import_words");

        JsonNode answered = Http.ok(Http.to(service)
                .multiPart("holdings_file", "schwab.csv", UNCLEAR.getBytes(UTF_8))
                .multiPart("import_words", "Strange Thing=dividend")
                .post("/decision"));
        assertThat(answered.at("/portfolio/open_positions").asInt()).isEqualTo(1);
        expectReplayed(answered);
    }

    @Test
    void a_history_is_a_journal_of_its_round_trips() {
        JsonNode review = Http.ok(Http.to(service)
                .multiPart("trades_file", "schwab.csv", HISTORY.getBytes(UTF_8))
                .post("/trade-journal"));

        assertThat(review.at("/metrics/n_trades").asInt()).isEqualTo(1);
        assertThat(review.at("/metrics/total_pnl").asDouble()).isEqualTo(48);
        assertThat(warnings(review)).anyMatch(text -> text.contains("The trades were read as Charles Schwab"));
        expectReplayed(review);
    }

    @Test
    void a_dropped_history_becomes_the_holdings_that_count() throws IOException {
        JsonNode answer = dropped("account.csv", HISTORY, "outbox/account.csv.decision.json");

        assertThat(warnings(answer)).anyMatch(text -> text.contains("Of IEF it is not known what was held"));
        assertThat(service.dataFolder().resolve("current/holdings.csv"))
                .hasContent("symbol,shares,avg_price\nSPY,20,400");
        expectReplayed(answer);
    }

    @Test
    void a_dropped_file_that_is_not_clear_lands_beside_its_question() throws IOException {
        JsonNode problem = dropped("unclear.csv", UNCLEAR, "inbox/.failed/unclear.csv.problems.json");

        assertThat(problem.path("status").asInt()).isEqualTo(422);
        assertThat(problem.path("detail").asText()).contains("Strange Thing");
    }

    @Test
    void a_workbook_is_read_as_the_table_in_it() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Holdings");
            String[] header = {"symbol", "shares", "avg_price"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "SPY");
            sheet.value(1, 1, 20);
            sheet.value(1, 2, 400);
        }

        JsonNode fromBook = decided("book.xlsx", out.toByteArray());
        JsonNode own = decided("own.csv", OWN.getBytes(UTF_8));

        assertThat(fromBook.path("portfolio")).isEqualTo(own.path("portfolio"));
        expectReplayed(fromBook);
    }

    @Test
    void a_preview_is_the_same_for_a_part_and_a_whole_body() {
        JsonNode part = Http.ok(Http.to(service)
                .multiPart("file", "body", HISTORY.getBytes(UTF_8))
                .post("/imports/preview"));
        JsonNode body = Http.ok(Http.to(service)
                .contentType("text/csv")
                .body(HISTORY.getBytes(UTF_8))
                .post("/imports/preview"));

        assertThat(body).isEqualTo(part);
        assertThat(part.at("/format/name").asText()).isEqualTo("schwab-transactions");
        assertThat(part.at("/trades/0/result").asInt()).isEqualTo(48);
        assertThat(part.at("/holdings/0/symbol").asText()).isEqualTo("SPY");
        assertThat(part.at("/counts/rows").asInt()).isEqualTo(5);
        assertThat(part.path("next").asText())
                .isEqualTo("Dropped, its one holding becomes the current one, and a decision is made on it.");
    }

    @Test
    void a_file_of_no_known_form_is_refused() {
        JsonNode problem = Http.problem(
                Http.to(service)
                        .multiPart("file", "poem.txt", "roses are red".getBytes(UTF_8))
                        .post("/imports/preview"),
                400);

        assertThat(problem.path("detail").asText()).startsWith("poem.txt: is not prices, bars, holdings");
    }

    @ParameterizedTest
    @CsvSource({
        "degiro_export_nl.csv, degiro-account, 74",
        "etoro_export.csv, etoro-activity, 28",
        "ibkr_flex_trades.csv, ibkr-flex-trades, 11",
        "rabobank_export_bom_nl.csv, rabobank, 12",
        "schwab_transactions_export.csv, schwab-transactions, 120",
        "traderepublic_TransactionExport02.csv, trade-republic, 9",
        "trading212_from_2020-09-11_to_2021-04-02.csv, trading-212, 8",
        "xtb_export_semicolon_crlf.csv, xtb-cash, 46",
        "arbitragelab_Country_ETF_bloomberg_us_dates.csv, bloomberg, 1324"
    })
    void real_exports_are_recognised_and_every_row_is_accounted_for(String file, String format, int rows)
            throws IOException {
        byte[] content = Files.readAllBytes(SharedData.file("data/messy/" + file));

        JsonNode preview =
                Http.ok(Http.to(service).multiPart("file", file, content).post("/imports/preview"));

        assertThat(preview.at("/format/name").asText()).isEqualTo(format);
        assertThat(preview.at("/counts/rows").asInt()).isEqualTo(rows);
    }

    @Test
    void round_trips_of_a_real_export_come_to_the_cash_that_moved() throws IOException {
        byte[] content = Files.readAllBytes(SharedData.file("data/messy/trading212_from_2020-09-11_to_2021-04-02.csv"));

        JsonNode preview =
                Http.ok(Http.to(service).multiPart("file", "t.csv", content).post("/imports/preview"));

        double results = preview.at("/trades/0/result").asDouble()
                + preview.at("/trades/1/result").asDouble();
        assertThat(results).isEqualTo(32453.25 - 1106.25 - 6554.80);
    }

    @Test
    void the_command_line_shows_the_same_and_writes_our_own_form() throws IOException {
        Path export = Files.writeString(folder.resolve("schwab.csv"), HISTORY);
        Path holdings = folder.resolve("held.csv");
        Path trades = folder.resolve("closed.csv");

        CommandRun shown = CommandRun.of(
                "import", export, "--holdings", holdings, "--trades", trades, "--state-dir", folder.resolve("other"));
        CommandRun asked = CommandRun.of(
                "import",
                Files.writeString(folder.resolve("unclear.csv"), UNCLEAR),
                "--state-dir",
                folder.resolve("other"));

        assertThat(shown.exitCode()).as("%s", shown.err()).isZero();
        assertThat(shown.out())
                .contains("Charles Schwab, transactions")
                .contains("ROUND TRIPS")
                .contains("Of IEF");
        assertThat(holdings).hasContent("symbol,shares,avg_price\nSPY,20,400");
        assertThat(trades)
                .hasContent("date,symbol,side,entry_price,exit_price,shares,fees,exit_date\n"
                        + "2023-11-02,TLT,LONG,90,95,10,2,2023-11-15");
        assertThat(asked.exitCode()).isEqualTo(1);
        assertThat(asked.out()).contains("QUESTIONS").contains("--words");
    }
}
