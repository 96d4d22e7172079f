package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandsTest {
    private static final Path SAMPLE = Path.of("data", "sample");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    private static CommandRun run(Object... arguments) {
        Object[] all = Stream.concat(Stream.of(arguments), Stream.of("--state-dir", folder.resolve("state")))
                .toArray();
        return CommandRun.of(all);
    }

    @Test
    void a_decision_is_printed_to_read_or_as_the_json_of_the_http_door() throws IOException {
        CommandRun read = run("decide", "--as-of", "2020-06-30", "--portfolio-id", "printed");
        assertThat(read.exitCode()).as(read.err()).isZero();
        assertThat(read.out()).startsWith("New trades ").contains("\nPOSITION SIZE\n", "\nRECEIPT\n");

        CommandRun json = run("decide", "--as-of", "2020-06-30", "--portfolio-id", "printed", "--json");
        assertThat(json.exitCode()).as(json.err()).isZero();
        JsonNode answer = Json.mapper().readTree(json.out());
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly(
                        "run_id",
                        "asof",
                        "regime",
                        "portfolio",
                        "execution_discipline_score",
                        "execution_discipline",
                        "account",
                        "decision",
                        "warnings",
                        "conventions",
                        "receipt");
        assertThat(withoutId(DecisionTable.of(answer))).isEqualTo(withoutId(read.out()));
    }

    private static String withoutId(String report) {
        return report.replaceAll("run [0-9A-Z]{26}", "run …").replaceAll("(run before|this run) +[0-9a-f]{12}", "$1 …");
    }

    @Test
    void a_file_outside_the_data_folder_may_be_named_by_the_user() throws IOException {
        Path holdings = Files.writeString(folder.resolve("mine.csv"), "symbol,shares\nSPY,10\nCASH,500\n");

        CommandRun run = run("decide", "--holdings", holdings, "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode answer = Json.mapper().readTree(run.out());
        assertThat(answer.path("portfolio").path("open_positions").asInt()).isEqualTo(1);
        assertThat(answer.path("account").path("portfolio_id").asText()).isEqualTo("command:mine.csv");
    }

    @Test
    void a_regime_is_printed_in_each_of_its_forms() throws IOException {
        CommandRun json = run("regime", "--as-of", "2019-06-28", "--json");
        JsonNode regime = Json.mapper().readTree(json.out());
        assertThat(regime.path("asof").asText()).isEqualTo("2019-06-28");

        assertThat(run("regime", "--as-of", "2019-06-28").out())
                .contains(regime.path("label").asText());
        List<String> csv = run("regime", "--csv").out().lines().toList();
        List<String> table = run("regime", "--series").out().lines().toList();
        JsonNode series = Json.mapper()
                .readTree(run("regime", "--series", "--json").out())
                .path("series");
        assertThat(csv).hasSameSizeAs(table).hasSize(series.size() + 1);
        assertThat(csv.get(0)).startsWith("date,label,");
    }

    @Test
    void a_portfolio_report_is_printed_to_read_or_as_json() throws IOException {
        JsonNode report = Json.mapper().readTree(run("report", "--json").out());

        assertThat(report.path("total_value").asDouble()).isPositive();
        ObjectNode again = (ObjectNode) report;
        assertThat(run("report").out()).isEqualTo(PortfolioTable.of(again));
    }

    @Test
    void the_document_of_the_service_is_printed_and_no_port_is_opened() throws IOException {
        CommandRun run = run("openapi");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Json.mapper().readTree(run.out()).path("paths").fieldNames())
                .toIterable()
                .contains("/decision", "/regime", "/health");
    }

    static Stream<Arguments> wrongInputs() throws IOException {
        Path policies = Files.createDirectories(folder.resolve("policies"));
        Files.writeString(policies.resolve("regime.yaml"), "high_vol_enter_rank: 3\n");
        Path notAPolicy = Files.writeString(folder.resolve("no-policy.yaml"), "{{{\n");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {0, 1, 2, (byte) 0xff});
        Path aShortOne = Files.writeString(folder.resolve("short.csv"), "date,SPY,TLT\n2020-01-02,100,50\n");
        return Stream.of(
                Arguments.of(List.of("decide", "--prices", folder.resolve("none.csv")), "--prices: no file '"),
                Arguments.of(List.of("decide", "--prices", folder), "--prices: no file '"),
                Arguments.of(List.of("decide", "--prices", binary), "binary.csv"),
                Arguments.of(List.of("decide", "--prices", aShortOne), ""),
                Arguments.of(List.of("decide", "--holdings", SAMPLE.resolve("plan.json")), "plan.json"),
                Arguments.of(List.of("decide", "--plan", SAMPLE.resolve("plan.json")), "execution_trades_path"),
                Arguments.of(List.of("decide", "--config", policies), "regime.yaml:1 high_vol_enter_rank"),
                Arguments.of(List.of("decide", "--config", notAPolicy), "no-policy.yaml:2"),
                Arguments.of(List.of("decide", "--data-dir", folder.resolve("nowhere")), "QTOS_DATA_DIR must be"),
                Arguments.of(List.of("decide", "--as-of", "2019-13-01"), "'2019-13-01' is not a date such as"),
                Arguments.of(List.of("decide", "--as-of", "1999-01-04"), "as_of is 1999-01-04"),
                Arguments.of(List.of("decide", "--peak-equity", "-5"), "peak_equity must be positive, was -5.0"),
                Arguments.of(List.of("decide", "--peak-equity", "much"), "'--peak-equity': 'much' is not a"),
                Arguments.of(List.of("decide", "--execution-score", "1.5"), "execution_score must be from 0 to 1"),
                Arguments.of(List.of("decide", "--date-format", "ymd"), "date_format must be one of mdy, dmy"),
                Arguments.of(List.of("decide", "--conventions", "mine"), "conventions must be one of standard, seed"),
                Arguments.of(List.of("decide", "--colour"), "Unknown option: '--colour'"),
                Arguments.of(List.of("decide", "surplus"), "surplus"),
                Arguments.of(List.of("regime", "--as-of", "yesterday"), "'yesterday' is not a date such as"),
                Arguments.of(List.of("report", "--holdings", "none.csv"), "--holdings: no file 'none.csv'"),
                Arguments.of(List.of("replay", "01HZZZZZZZ0000000000000000"), "no run has the id"),
                Arguments.of(List.of("replay"), "Missing required parameter: 'RUN_ID'"),
                Arguments.of(List.of("predict"), "predict"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongInputs")
    void a_wrong_input_ends_in_a_sentence_and_exit_code_1(List<Object> arguments, String sentence) {
        CommandRun run = arguments.contains("predict") ? CommandRun.of(arguments.toArray()) : run(arguments.toArray());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("error: ").contains(sentence).doesNotContain("\tat ", "Exception");
    }

    @Test
    void a_state_folder_that_cannot_be_made_ends_in_a_sentence_and_exit_code_2() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        CommandRun run = CommandRun.of("decide", "--state-dir", file.resolve("state"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("error: ")
                .contains("a-file");
    }

    @Test
    void nothing_asked_prints_the_help() {
        CommandRun run = CommandRun.of();

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("decide", "serve", "schedule", "regime", "report", "replay", "doctor", "openapi")
                .contains("Exit codes:");
    }
}
