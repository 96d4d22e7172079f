package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.pipeline.AnswerRecorder;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a backtest's request or bars is said with its place, and leaves nothing behind. */
@Tag("one-java")
class BacktestWrongInputTest {
    private static final String HEAD =
            "date,open,high,low,close,volume\n2024-01-02,10,11,9,10.5,100\n" + "2024-01-03,10,11,9,10.5,100\n";
    private static final String AMBIGUOUS =
            "date,open,high,low,close\n01/02/2024,10,11,9,10\n02/02/2024,10,11,9,10\n03/02/2024,10,11,9,10\n";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        Files.createDirectories(service.dataFolder().resolve("wrong"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Files of bars with a fault, and what is to be said of each. */
    private record Fault(String name, String content, List<String> errors) {
        static Fault of(String name, String content, String... errors) {
            return new Fault(name, content, List.of(errors));
        }

        boolean fitsInline() {
            return content.startsWith(HEAD) && !name.contains("cells") || name.equals("ambiguous-dates");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.of(
                Fault.of(
                        "missing-close", "date,open,high,low,volume\n2024-01-02,1,2,1,9\n", ":1 names no close column"),
                Fault.of("nan", HEAD + "2024-01-04,NaN,11,9,10,5\n", ":4 open must be a number, was 'NaN'"),
                Fault.of("no-close-cell", HEAD + "2024-01-04,10,11,9,,5\n", ":4 close has no price"),
                Fault.of("word", HEAD + "2024-01-04,10,abc,9,10,5\n", ":4 high must be a number, was 'abc'"),
                Fault.of("zero", HEAD + "2024-01-04,0,11,9,10,5\n", ":4 open must be positive, was 0"),
                Fault.of("negative", HEAD + "2024-01-04,10,11,9,-1,5\n", ":4 close must be positive, was -1"),
                Fault.of(
                        "negative-volume",
                        HEAD + "2024-01-04,10,11,9,10,-5\n",
                        ":4 volume must not be negative, was -5"),
                Fault.of(
                        "high-below-low",
                        HEAD + "2024-01-04,10,9,11,10,5\n",
                        ":4 high must not be below the low of 11, was 9"),
                Fault.of(
                        "close-above-high",
                        HEAD + "2024-01-04,10,11,9,12,5\n",
                        ":4 close must be between the low of 9 and the high of 11, was 12"),
                Fault.of(
                        "duplicate-date",
                        HEAD + "2024-01-03,10,11,9,10,5\n",
                        ":4 date 2024-01-03 is on line 3 too; give one row per bar"),
                Fault.of(
                        "out-of-order",
                        HEAD + "2023-01-04,10,11,9,10,5\n2024-01-05,10,11,9,10,5\n",
                        ":4 date 2023-01-04 is out of order; give the rows by date, oldest or newest first"),
                Fault.of(
                        "no-such-day",
                        HEAD + "2024-02-30,10,11,9,10,5\n",
                        ":4 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every line,"
                                + " was '2024-02-30'"),
                Fault.of(
                        "two-faults",
                        HEAD + "2024-01-04,10,abc,9,10,5\n2024-01-05,10,11,9,-1,5\n",
                        ":4 high must be a number, was 'abc'",
                        ":5 close must be positive, was -1"),
                Fault.of("too-few-cells", HEAD + "2024-01-04,10\n", ":4 has 2 cells where the header has 6"),
                Fault.of(
                        "too-many-cells",
                        HEAD + "2024-01-04,10,11,9,10,5,6\n",
                        ":4 has 7 cells where the header has 6"),
                Fault.of(
                        "ambiguous-dates",
                        AMBIGUOUS,
                        ":2 date can be read day first or month first, and so can every other row;"
                                + " give date_format mdy or dmy"),
                Fault.of(
                        "no-date-column",
                        "open,high,low,close\n1,1,1,1\n",
                        ":1 names no date column (date, datetime, timestamp or time)"),
                Fault.of(
                        "no-header",
                        "2024-01-02,10,11,9,10,100\n",
                        ":1 must name the columns, such as date,open,high,low,close,volume, was data starting with"
                                + " '2024-01-02'"),
                Fault.of("empty", "", " is empty (0 bytes)"),
                Fault.of("no-rows", "date,open,high,low,close\n", " has no rows under its header"),
                Fault.of(
                        "binary",
                        "\u0000\u0001\u0002PNG\u0003",
                        " is not a text file: byte 1 is a control character (0x0); save it as CSV in UTF-8"));
    }

    static Stream<Fault> inlineFaults() {
        return faults().filter(Fault::fitsInline);
    }

    private static void expect(Fault fault, String source, Response answer) {
        JsonNode problem = Http.problem(answer, 400);
        assertThat(Http.errors(problem))
                .containsExactlyElementsOf(
                        fault.errors().stream().map(error -> source + error).toList());
        assertThat(problem.path("detail").asText()).startsWith(source + ":");
    }

    private static JsonNode refused(String body, int status) {
        return Http.problem(Http.json(service, body.replace('\'', '"')).post("/backtest"), status);
    }

    @Nested
    class OverHttp {
        private long runsBefore;

        @BeforeEach
        void count_the_runs() {
            runsBefore = service.assembly().store().count();
        }

        @AfterEach
        void nothing_was_recorded() {
            assertThat(service.assembly().store().count()).isEqualTo(runsBefore);
        }

        @ParameterizedTest
        @MethodSource("io.quanttradingos.app.BacktestWrongInputTest#faults")
        void uploaded_bars_are_refused_by_their_own_name_and_line(Fault fault) {
            expect(
                    fault,
                    fault.name() + ".csv",
                    Http.to(service)
                            .multiPart(
                                    "csv_file",
                                    fault.name() + ".csv",
                                    fault.content().getBytes(UTF_8))
                            .post("/backtest"));
        }

        @ParameterizedTest
        @MethodSource("io.quanttradingos.app.BacktestWrongInputTest#faults")
        void bars_in_the_data_folder_are_refused_by_the_name_the_request_gave_them(Fault fault) throws IOException {
            String name = "wrong/" + fault.name() + ".csv";
            Files.writeString(service.dataFolder().resolve(name), fault.content());

            expect(fault, name, Backtesting.post(service, Map.of("csv_path", name)));
        }

        @ParameterizedTest
        @MethodSource("io.quanttradingos.app.BacktestWrongInputTest#inlineFaults")
        void inline_bars_are_refused_by_the_line_they_stand_on(Fault fault) {
            expect(fault, "bars", Backtesting.post(service, Map.of("bars", Inline.ofCsv(fault.content()))));
        }

        @Test
        void every_field_of_the_wrong_type_is_named_with_its_line() {
            JsonNode problem = refused("""
                    {'initial_cash': [1],
                     'quantity': 'many',
                     'fractional': 'perhaps',
                     'atr_bars': 1.5,
                     'csv_path': {},
                     'leverage': '1x'}""", 400);

            assertThat(Http.errors(problem))
                    .containsExactlyInAnyOrder(
                            "body:1 initial_cash must be a number, was [1]",
                            "body:2 quantity must be a number, was \"many\"",
                            "body:3 fractional must be true or false, was \"perhaps\"",
                            "body:4 atr_bars must be a whole number, was 1.5",
                            "body:5 csv_path must be a text, was {}",
                            "body:6 leverage must be a number, was \"1x\"");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "symbol | 'A B!' | must be a ticker (1 to 15 of A-Z 0-9 . ^ = _ -), was 'A B!'",
                    "data_source | 'bloomberg' | must be one of csv, data_service, yahoo, was 'bloomberg'",
                    "period | '1d' | must be one of 1mo, 3mo, 6mo, 1y, 2y, 5y, 10y, max, was '1d'",
                    "initial_cash | 0 | must be positive, was 0.0",
                    "initial_cash | -1 | must be positive, was -1.0",
                    "initial_cash | 'NaN' | must be positive, was NaN",
                    "initial_cash | 1e16 | must be positive, at most 1.0E15, was 1.0E16",
                    "initial_cash | 1e999 | must be positive, at most 1.0E15, was Infinity",
                    "quantity | 0 | must be positive, was 0.0",
                    "quantity | 1e300 | must be positive, at most 1.0E15, was 1.0E300",
                    "percent_equity | 1001 | must be from 1.0E-6 to 1000, was 1001.0",
                    "risk_percent | 101 | must be from 1.0E-6 to 100, was 101.0",
                    "atr_bars | 0 | must be from 1 to 1000, was 0",
                    "atr_multiple | -1 | must be from 1.0E-6 to 100, was -1.0",
                    "target_volatility | 11 | must be from 1.0E-6 to 10, was 11.0",
                    "volatility_bars | 1 | must be from 2 to 1000, was 1",
                    "leverage | 0 | must be from 0.01 to 100, was 0.0",
                    "commission_rate | 0.6 | must be from 0 to 0.5, was 0.6",
                    "commission_per_share | -1 | must be from 0 to 1000000, was -1.0",
                    "commission_per_order | -1 | must be from 0 to 1000000000, was -1.0",
                    "commission_minimum | -1 | must be from 0 to 1000000000, was -1.0",
                    "half_spread_bps | -1 | must be from 0 to 2000, was -1.0",
                    "slippage_bps | 2001 | must be from 0 to 2000, was 2001.0",
                    "impact | 51 | must be from 0 to 50, was 51.0",
                    "stop_loss | 1 | must be from 1.0E-6 to 0.999999, was 1.0",
                    "take_profit | 0 | must be from 1.0E-6 to 999, was 0.0",
                    "trailing_stop | -0.1 | must be from 1.0E-6 to 0.999999, was -0.1",
                    "fill_model | 'now' | must be one of next_open, next_close, same_close, was 'now'",
                    "sizing | 'big' | must be one of fixed, percent_equity, risk_percent, vol_target, was 'big'",
                    "date_format | 'ymd' | must be one of mdy, dmy, was 'ymd'",
                    "on_bad_row | 'fix' | must be one of reject, skip, was 'fix'",
                    "include | 'trades,all' | must be of trades, orders, series, was 'all'",
                    "caller | 'a b' | must match [A-Za-z0-9._/-]{1,80}, was 'a b'",
                    "conventions | 'mine' | must be one of standard, seed, was 'mine'",
                    "report | 'pdf' | must be one of json, html, was 'pdf'",
                    "start | 'soon' | must be a date such as 2019-06-28, was 'soon'",
                    "end | '2019-02-30' | must be a date such as 2019-06-28, was '2019-02-30'",
                    "csv_path | ',' | must name a file, was ','"
                })
        void a_field_out_of_its_range_is_named(String field, String value, String message) {
            assertThat(Http.errors(refused("{'" + field + "': " + value + "}", 400)))
                    .containsExactly("request " + field + " " + message);
        }

        @Test
        void every_field_that_is_wrong_is_named_at_once() {
            JsonNode problem = refused("{'initial_cash': 0, 'quantity': -1, 'start': 'soon', 'sizing': 'big'}", 400);

            assertThat(Http.errors(problem)).hasSize(4);
            assertThat(problem.path("detail").asText()).endsWith(" (and 3 more)");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "parameters | 7 | must be an object, was 7",
                    "parameters | 'fast' | must be an object or name=value pairs parted by commas, has 'fast'",
                    "parameters | 'fast=1,fast=2' | has 'fast' twice",
                    "parameters | {'fast': null} | 'fast' must have a value",
                    "sweep | [1] | must be an object, was [1]",
                    "sweep | {'fast': true} | 'fast' must be a list of values or an object with from, to and step, was true",
                    "sweep | {'fast': []} | 'fast' must be a list of values or an object with from, to and step, was []",
                    "sweep | {'fast': [5, null]} | 'fast' must list values, has a null",
                    "sweep | {'fast': {'from': 5, 'to': 10, 'stpe': 5}} | 'fast' has no 'stpe'; it has from, to, step",
                    "sweep | {'fast': {'from': 9, 'to': 1}} | 'fast' must go from a number to one not below it in positive steps, at most 10000 of them, was from 9 to 1 by 1",
                    "sweep | {'fast': {'from': 1, 'to': 9, 'step': 0}} | 'fast' must go from a number to one not below it in positive steps, at most 10000 of them, was from 1 to 9 by 0",
                    "sweep | 'fast=1:9:1:2' | 'fast' must go from a number to one not below it in positive steps, at most 10000 of them, was from 1.0 to 9.0 by 1:2",
                    "gate | true | must be an object, was true",
                    "gate | {'guardain': true} | has no 'guardain'; it has regime, allocation and guardian",
                    "gate | {'guardian': 'yes'} | 'guardian' must be true or false, was \"yes\"",
                    "gate | {'regime': []} | 'regime' must list 1 to 50 labels or parts of one, such as Risk-On",
                    "gate | {'regime': 7} | 'regime' must list 1 to 50 labels or parts of one, such as Risk-On"
                })
        void a_field_of_many_parts_names_the_part_that_is_wrong(String field, String value, String message) {
            assertThat(Http.errors(refused("{'strategy_type': 'sma_cross', '" + field + "': " + value + "}", 400)))
                    .containsExactly("request " + field + " " + message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'in_sample': 504} | needs in_sample, 3 bars or more, and out_of_sample, 1 bar or more, was {\"in_sample\":504}",
                    "7 | needs in_sample, 3 bars or more, and out_of_sample, 1 bar or more, was 7",
                    "'504' | needs in_sample, 3 bars or more, and out_of_sample, 1 bar or more, was \"504\"",
                    "'2:10' | needs in_sample, 3 bars or more, and out_of_sample, 1 bar or more, was \"2:10\"",
                    "'500:126:anchred' | has no 'anchred'; it has in_sample, out_of_sample, anchored",
                    "{'in_sample': 9, 'out_of_sample': 9, 'anchored': 'maybe'} | 'anchored' must be true or false, was \"maybe\"",
                    "{'in_sample': 9, 'out_of_sample': 9, 'step': 1} | has no 'step'; it has in_sample, out_of_sample, anchored",
                    "{'in_sample': 1e10, 'out_of_sample': 9} | needs in_sample, 3 bars or more, and out_of_sample, 1 bar or more, was {\"in_sample\":1.0E10,\"out_of_sample\":9}"
                })
        void a_walk_forward_test_names_what_it_needs(String value, String message) {
            String body = "{'strategy_type': 'sma_cross', 'sweep': 'fast=5;10', 'walk_forward': " + value + "}";

            assertThat(Http.errors(refused(body, 400))).containsExactly("request walk_forward " + message);
        }

        @Test
        void a_walk_forward_test_needs_a_sweep_and_bars_enough() {
            JsonNode alone = refused("{'walk_forward': '504:126'}", 400);
            JsonNode long5000 =
                    refused("{'strategy_type': 'sma_cross', 'sweep': 'fast=5;10', 'walk_forward': '5000:126'}", 422);

            assertThat(Http.errors(alone))
                    .containsExactly(
                            "request sweep is needed too: a walk-forward test chooses among the values it lists");
            assertThat(Http.errors(long5000))
                    .containsExactly("request walk_forward a walk-forward test with 5000 bars in sample needs at least"
                            + " 5001 bars, there are 2015");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{'fsat': [1, 2]} | sma_cross has no parameter fsat; did you mean fast?",
                    "{'fast': [5, 5]} | parameter fast has a value twice: [5, 5]",
                    "{'fast': [5, 'x']} | fast must be an integer from 1 to 10000, was 'x'",
                    "{'fast': [[1]]} | fast must be an integer from 1 to 10000, was [1]",
                    "{'fast': [60, 70]} | no combination can be tried: sma_cross fast must be less than slow (50), was 60",
                    "'fast=1:300,slow=301:600' | a sweep may try 20000 combinations, this one has 300 of fast times 300 of slow"
                })
        void a_sweep_that_cannot_be_tried_says_why(String sweep, String message) {
            JsonNode problem = refused("{'strategy_type': 'sma_cross', 'sweep': " + sweep + "}", 400);

            assertThat(Http.errors(problem)).containsExactly("request sweep " + message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "'sma_crss', 'parameters': {} | request strategy_type there is no strategy 'sma_crss'; did you mean sma_cross?",
                    "'sma_cross', 'parameters': {'fsat': 5} | sma_cross fsat is not a parameter; did you mean fast?",
                    "'sma_cross', 'parameters': 'fast=50,slow=20' | sma_cross fast must be less than slow (20), was 50",
                    "'sma_cross', 'parameters': {'fast': 50} | sma_cross fast must be less than slow (50), was 50",
                    "'sma_cross', 'parameters': {'fast': 0.5} | sma_cross fast must be an integer from 1 to 10000, was 0.5",
                    "'buy_and_hold', 'parameters': {'x': 1} | buy_and_hold x is not a parameter; there are none"
                })
        void a_strategy_and_its_parameters_are_named_with_what_may_have_been_meant(String strategy, String error) {
            assertThat(Http.errors(refused("{'strategy_type': " + strategy + "}", 400)))
                    .containsExactly(error);
        }

        @Test
        void an_unknown_strategy_far_from_every_name_is_told_all_of_them() {
            assertThat(refused("{'strategy_type': 'alchemy'}", 400)
                            .path("detail")
                            .asText())
                    .startsWith("there is no strategy 'alchemy'; there are buy_and_hold, sma_cross, ");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "Bull | gate.regime has 'Bull', which begins no label of a regime; expected is a label such as",
                    "risk-on | gate.regime has 'risk-on', which begins no label of a regime; write 'Risk-On'"
                })
        void a_regime_that_no_label_begins_with_is_named(String regime, String message) {
            JsonNode problem = refused("{'gate': {'regime': ['Risk-On', '" + regime + "']}}", 400);

            assertThat(Http.errors(problem)).singleElement().asString().startsWith("request gate " + message);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "csv_path | nope.csv | 404 | csv_path: no file 'nope.csv' in the data folder",
                    "csv_path | sample/ohlcv.csv,nope.csv | 404 | csv_path: no file 'nope.csv' in the data folder",
                    "csv_path | ../../etc/passwd | 400 | csv_path must name a file inside the data folder",
                    "csv_path | /etc/passwd | 400 | csv_path must name a file inside the data folder",
                    "csv_path | sample | 400 | csv_path: 'sample' is not a regular file",
                    "csv_path | sample/ohlcv.csv,sample/ohlcv.csv | 400 | csv_path: OHLCV is in more than one of the files sample/ohlcv.csv, sample/ohlcv.csv",
                    "csv_path | sample/holdings.csv | 400 | sample/holdings.csv:1 names no date column (date, datetime, timestamp or time)",
                    "csv_path | sample/prices.csv | 400 | sample/prices.csv:1 names no close column",
                    "prices_path | nope.csv | 404 | prices_path: no file 'nope.csv' in the data folder",
                    "prices_path | ../x | 400 | prices_path must name a file inside the data folder",
                    "prices_path | sample/holdings.csv | 400 | sample/holdings.csv:1 must have the date in its first column, was 'symbol'"
                })
        void a_path_that_cannot_be_read_is_told(String field, String path, int status, String detail) {
            JsonNode problem = Http.problem(Backtesting.post(service, Map.of(field, path)), status);

            assertThat(problem.path("detail").asText()).isEqualTo(detail);
            assertThat(problem.has("errors")).isEqualTo(status == 400);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "{} | request bars must be an array of objects",
                    "[] | request bars must hold at least one object",
                    "[7] | request bars must be an array of objects, has an element 7",
                    "[{'date': [1]}] | request bars 'date' must be a number or a text, was [1]"
                })
        void inline_bars_must_be_an_array_of_objects(String bars, String error) {
            assertThat(Http.errors(refused("{'bars': " + bars + "}", 400))).containsExactly(error);
        }

        @Test
        void bars_may_be_given_in_one_way_only() {
            String bars = "[{'date': '2024-01-02', 'close': 1}]";

            assertThat(Http.errors(refused("{'csv_path': 'sample/ohlcv.csv', 'bars': " + bars + "}", 400)))
                    .containsExactly("request csv_path may be given once: as a path, inline or as a file,"
                            + " was given in 2 ways");
            assertThat(Http.errors(refused("{'data_source': 'yahoo', 'bars': " + bars + "}", 400)))
                    .containsExactly("request bars cannot be given where data_source is yahoo");
        }

        @Test
        void an_upload_nobody_asked_for_is_refused() {
            JsonNode problem = Http.problem(
                    Http.to(service)
                            .multiPart("bars_file", "b.csv", Http.sample("ohlcv.csv"))
                            .post("/backtest"),
                    400);

            assertThat(Http.errors(problem))
                    .containsExactly("form bars_file is not a file this takes; it takes csv_file, prices_file");
        }

        @Test
        void dates_that_leave_no_bars_are_told_what_there_is() {
            assertThat(Http.errors(refused("{'start': '2020-01-01', 'end': '2019-01-01'}", 400)))
                    .containsExactly("request end must not be before start, 2020-01-01, was 2019-01-01");
            assertThat(refused("{'start': '2030-01-01'}", 422).path("detail").asText())
                    .isEqualTo("there are no bars from 2030-01-01; the data hold 2016-01-04 to 2023-12-29");
            assertThat(refused("{'end': '2010-01-01'}", 422).path("detail").asText())
                    .isEqualTo("there are no bars up to 2010-01-01; the data hold 2016-01-04 to 2023-12-29");
        }

        @Test
        void a_search_over_too_few_bars_or_without_any_trade_has_no_best() {
            String search = "{'strategy_type': 'sma_cross', 'sweep': 'fast=5;10', 'end': ";

            assertThat(Http.errors(refused(search + "'2016-01-05'}", 422)))
                    .containsExactly("request sweep a search needs at least 3 bars to trade on, there are 2 of 2");
            assertThat(Http.errors(refused(search + "'2016-01-20'}", 422)))
                    .containsExactly("request sweep none of the 2 combinations traded, so that none can be chosen");
        }

        @ParameterizedTest
        @CsvSource({"data_service, DATA_SERVICE_URL", "yahoo, YAHOO_BASE_URL"})
        void a_service_that_is_not_set_up_is_told_with_its_setting(String source, String setting) {
            assertThat(Http.errors(refused("{'data_source': '" + source + "'}", 422)))
                    .containsExactly("request data_source data_source " + source + " is not set up: " + setting
                            + " names its address");
        }

        @Test
        void the_originals_definitions_know_one_strategy() {
            assertThat(refused("{'conventions': 'seed', 'strategy_type': 'sma_cross'}", 400)
                            .path("detail")
                            .asText())
                    .isEqualTo("Unsupported strategy_type: sma_cross. Only buy_and_hold is supported.");
            assertThat(refused("{'conventions': 'seed', 'csv_path': 'a.csv,b.csv'}", 400)
                            .path("detail")
                            .asText())
                    .isEqualTo("csv_path: the original's definitions know one file, were given 2");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "'sizing': 'percent_equity'",
                    "'start': '2020-01-01'",
                    "'sweep': 'fast=5;10'",
                    "'gate': {'guardian': true}",
                    "'commission_rate': 0.001",
                    "'include': 'trades'",
                    "'adjusted': false"
                })
        void what_the_original_did_not_know_is_refused_under_its_definitions(String field) {
            String name = field.split("'", -1)[1];

            assertThat(Http.errors(refused("{'conventions': 'seed', " + field + "}", 400)))
                    .containsExactly("request " + name
                            + " means nothing under conventions seed, which has the original's fields alone");
        }

        @Test
        void a_body_that_is_no_json_is_refused_with_its_line() {
            assertThat(Http.errors(refused("{'a':\n  [1,}", 400)))
                    .containsExactly("body:2 is not valid JSON at column 6: Unexpected character");
            assertThat(Http.errors(refused("{'initial_cash': NaN}", 400)))
                    .containsExactly("body:1 is not valid JSON at column 21: Non-standard token 'NaN'");
            assertThat(Http.errors(refused("[]", 400))).containsExactly("body:1 must be a JSON object, was an array");
        }

        @Test
        void a_query_is_checked_as_a_body_is() {
            JsonNode problem = Http.problem(Http.get(service, "/backtest?initial_cash=much&atr_bars=1.5"), 400);

            assertThat(Http.errors(problem))
                    .containsExactlyInAnyOrder(
                            "query initial_cash must be a number, was \"much\"",
                            "query atr_bars must be a whole number, was \"1.5\"");
            assertThat(Http.errors(Http.problem(Http.get(service, "/backtest?strategy_type=sma_crss"), 400)))
                    .containsExactly("request strategy_type there is no strategy 'sma_crss'; did you mean sma_cross?");
        }
    }

    @Test
    void an_ambiguous_file_is_read_by_the_format_that_is_given() {
        Map<String, Object> bars = Map.of("bars", Inline.ofCsv(AMBIGUOUS));

        JsonNode american = Backtesting.ok(service, with(bars, "date_format", "mdy"));
        JsonNode european = Backtesting.ok(service, with(bars, "date_format", "dmy"));

        assertThat(american.at("/data/last").asText()).isEqualTo("2024-03-02");
        assertThat(european.at("/data/last").asText()).isEqualTo("2024-02-03");
    }

    @Test
    void a_bad_row_may_be_skipped_and_is_told() {
        Map<String, Object> bars =
                Map.of("bars", Inline.ofCsv(HEAD + "2024-01-04,10,9,11,10,5\n2024-01-05,10,11,9,10,5\n"));

        JsonNode answer = Backtesting.ok(service, with(bars, "on_bad_row", "skip"));

        assertThat(answer.at("/data/bars").asInt()).isEqualTo(3);
        assertThat(answer.path("warnings").toString()).contains("line 4");
    }

    /** It is no error: an alert's caller asks with what there is, and learns that it says nothing. */
    @Test
    void too_few_bars_are_no_evidence() {
        JsonNode one = Backtesting.ok(service, Map.of("bars", List.of(Map.of("date", "2024-01-02", "close", 1))));
        JsonNode fewer = Backtesting.ok(service, Map.of("strategy_type", "sma_cross", "end", "2016-01-29"));

        for (JsonNode answer : List.of(one, fewer)) {
            assertThat(answer.path("num_trades").asInt()).isZero();
            assertThat(answer.at("/gate/verdict").asText()).isEqualTo("insufficient_evidence");
            assertThat(answer.at("/metrics/cagr").isNull()).isTrue();
            assertThat(answer.at("/metrics/sharpe_ratio").isNull()).isTrue();
            assertThat(answer.path("warnings").toString()).contains("cagr and calmar are null");
        }
    }

    @Test
    void a_regime_that_is_never_known_is_told_where_it_counts() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of("strategy_type", "regime_switch", "end", "2016-01-20"),
                Map.of("gate", Map.of("regime", List.of("Risk-On")), "end", "2016-01-20"))) {
            assertThat(Backtesting.ok(service, body).path("warnings").toString())
                    .contains("The regime is not known for the first 12 of 12 bars");
        }
        assertThat(Backtesting.ok(service, Map.of("end", "2016-01-20"))
                        .path("warnings")
                        .toString())
                .doesNotContain("regime");
    }

    @Test
    void looking_ahead_must_be_asked_for_and_is_flagged() {
        JsonNode ahead = Backtesting.ok(service, Map.of("fill_model", "same_close"));

        assertThat(ahead.path("look_ahead").asBoolean()).isTrue();
        assertThat(ahead.path("warnings").toString()).contains("fill_model same_close looks ahead");
        assertThat(Backtesting.ok(service, Map.of()).path("look_ahead").asBoolean(true))
                .isFalse();
    }

    @Test
    void a_field_nobody_knows_is_ignored_but_said() {
        assertThat(Backtesting.ok(service, Map.of("strategy", "sma_cross", "stop_los", 0.1, "colour", "red"))
                        .path("warnings")
                        .toString())
                .contains("'stop_los' is not known here and was ignored; did you mean 'stop_loss'?")
                .contains("'colour' is not known here and was ignored");
    }

    private static Map<String, Object> with(Map<String, Object> body, String field, Object value) {
        Map<String, Object> all = new java.util.HashMap<>(body);
        all.put(field, value);
        return all;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPY-nan.csv          | date,open,high,low,close\\n2024-01-02,1,2,1,2\\n2024-01-03,1,NaN,1,2\\n | 3 | high",
                "SPY-duplicate.csv    | date,open,high,low,close\\n2024-01-02,1,2,1,2\\n2024-01-02,1,2,1,2\\n   | 3 | date",
                "SPY-high-low.csv     | date,open,high,low,close\\n2024-01-02,2,1,3,2\\n                        | 2 | high",
                "unknown-strategy.json| {\"strategy_type\": \"sma_crss\"}                                       |   | strategy_type",
                "bad-range.json       | {\"initial_cash\": -1}                                                   |   | initial_cash",
                "bad-sweep.json       | {\"strategy_type\": \"sma_cross\", \"sweep\": \"fsat=1;2\"}              |   | sweep"
            })
    void what_is_dropped_with_a_fault_is_rejected_and_no_run_of_it_stands(
            String name, String content, Integer line, String column, @TempDir Path other) throws IOException {
        try (ServiceUnderTest watched = ServiceUnderTest.in(other, Map.of("qtos.inbox.enabled", "true"))) {
            Backtesting.place(watched, name, content.replace("\\n", "\n").getBytes(UTF_8));
            Path problems = watched.dataFolder().resolve("inbox/.failed/" + name + ".problems.json");
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(problems));

            JsonNode error = Json.mapper().readTree(problems.toFile()).at("/errors/0");
            assertThat(
                            error.path("line").isNull()
                                    ? null
                                    : (Integer) error.path("line").asInt())
                    .isEqualTo(line);
            assertThat(error.path("column").asText()).isEqualTo(column);
            assertThat(watched.dataFolder().resolve("outbox")).isEmptyDirectory();
            assertThat(watched.assembly().store().page(10, Long.MAX_VALUE, null))
                    .singleElement()
                    .satisfies(run -> assertThat(run.facts().status()).isEqualTo(AnswerRecorder.REFUSED));
        }
    }
}
