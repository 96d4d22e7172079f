package io.quanttradingos.discipline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.DateText;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Side;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeLogTest {
    private static final String HEADER = "date,symbol,side,entry_price,exit_price,shares,stop_price";

    private static List<String> problems(String... lines) {
        return TradeLog.read(Tables.of(lines)).problems().stream()
                .map(InputProblem::toString)
                .toList();
    }

    @Test
    void reads_a_trade_with_and_one_without_a_stop() {
        Parsed<TradeLog> log = TradeLog.read(
                Tables.of(HEADER, "2025-08-01,SPY,LONG,530,535.5,100,525", "2025-08-04,qqq,short,470,465,1e2,"));
        assertThat(log.problems()).isEmpty();
        assertThat(log.value())
                .isEqualTo(new TradeLog(
                        "trades.csv",
                        List.of(
                                new Trade(
                                        LocalDate.of(2025, 8, 1), new Symbol("SPY"), Side.LONG, 530, 535.5, 100, 525.0),
                                new Trade(
                                        LocalDate.of(2025, 8, 4),
                                        new Symbol("QQQ"),
                                        Side.SHORT,
                                        470,
                                        465,
                                        100,
                                        null))));
    }

    @Test
    void reads_the_usual_names_of_columns_in_any_order_and_letter_case() {
        Parsed<TradeLog> log =
                TradeLog.read(Tables.of("QTY,Stop,EXIT,Entry,SIDE,Ticker,fees,DATE", "5,9,11,10,Buy,SPY,0.5,20250801"));
        assertThat(log.problems()).isEmpty();
        assertThat(log.value().trades())
                .containsExactly(new Trade(LocalDate.of(2025, 8, 1), new Symbol("SPY"), Side.LONG, 10, 11, 5, 9.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-29", "2024/02/29", "20240229", "2024/2/29", "2024-02-29T15:30:00Z", "2024-02-29 09:30"})
    void reads_a_date_written_this_way(String text) {
        assertThat(DateText.parse(text)).hasValue(LocalDate.of(2024, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-02-29", "29.02.2024", "02/29/2024", "2024-02/29", "2024", "20241301", "", "2024-02-29x"})
    void refuses_a_date_that_is_none_or_can_be_read_two_ways(String text) {
        assertThat(DateText.parse(text)).isEmpty();
        assertThat(problems(HEADER, text + ",SPY,LONG,1,1,1,"))
                .containsExactly("trades.csv:2 date must be a date like 2024-01-31, was "
                        + (text.isEmpty() ? "empty" : "'" + text + "'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02,S Y,LONG,1,1,1, | trades.csv:2 symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was 'S Y'",
                "2024-01-02,SPY,up,1,1,1, | trades.csv:2 side must be LONG, SHORT, BUY or SELL, was 'up'",
                "2024-01-02,SPY,LONG,abc,1,1, | trades.csv:2 entry_price must be a number, was 'abc'",
                "2024-01-02,SPY,LONG,NaN,1,1, | trades.csv:2 entry_price must be a number, was 'NaN'",
                "2024-01-02,SPY,LONG,1,inf,1, | trades.csv:2 exit_price must be a number, was 'inf'",
                "2024-01-02,SPY,LONG,1,0x1p3,1, | trades.csv:2 exit_price must be a number, was '0x1p3'",
                "2024-01-02,SPY,LONG,1,0,1, | trades.csv:2 exit_price must be positive, was '0'",
                "2024-01-02,SPY,LONG,1,1,-5, | trades.csv:2 shares must be positive, the side tells the direction, was '-5'",
                "2024-01-02,SPY,LONG,1,1,1,0 | trades.csv:2 stop_price must be positive or left empty, was '0'",
                "2024-01-02,SPY,LONG,1,1e99,1, | trades.csv:2 exit_price must be in [1.0E-15, 1.0E15], was '1e99'",
                "2024-01-02,SPY,LONG,1,1 | trades.csv:2 shares must be a number, was empty",
                "2024-01-02,SPY,LONG,1,1,1,1,1 | trades.csv:2 has 8 cells under a header of 7",
            })
    void names_line_column_and_what_was_seen(String row, String problem) {
        assertThat(problems(HEADER, row)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "nan", "NULL", "None", "n/a", "-"})
    void takes_a_word_for_nothing_as_no_stop(String text) {
        assertThat(TradeLog.read(Tables.of(HEADER, "2024-01-02,SPY,LONG,1,1,1," + text))
                        .orRefuse()
                        .trades())
                .extracting(Trade::stopPrice)
                .containsOnlyNulls();
    }

    @Test
    void reports_every_problem_of_a_row_and_keeps_the_good_rows() {
        Parsed<TradeLog> log = TradeLog.read(Tables.of(
                "Date,Symbol,Side,Entry,Exit,Shares",
                "2024-01-02,SPY,LONG,1,1,1",
                "x,,?,0,,1",
                "2024-01-03,SPY,SELL,1,1,1"));
        assertThat(log.value().trades()).hasSize(2);
        assertThat(log.problems())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "trades.csv:3 Date must be a date like 2024-01-31, was 'x'",
                        "trades.csv:3 Symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was empty",
                        "trades.csv:3 Side must be LONG, SHORT, BUY or SELL, was '?'",
                        "trades.csv:3 Entry must be positive, was '0'",
                        "trades.csv:3 Exit must be a number, was empty");
    }

    @Test
    void names_each_missing_column() {
        assertThat(problems("date,side,exit_price,shares", "rubbish"))
                .containsExactly(
                        "trades.csv:1 symbol is missing from the header",
                        "trades.csv:1 entry_price is missing from the header");
    }

    @Test
    void refuses_two_columns_of_one_meaning() {
        assertThat(problems(HEADER + ",Stop", "2024-01-02,SPY,LONG,1,1,1,2,3"))
                .containsExactly("trades.csv:1 stop_price stands in two columns, 'stop_price' and 'Stop'");
    }

    @Test
    void refuses_an_empty_file_but_reads_a_header_alone() {
        assertThat(TradeLog.read(new TextTable("t.csv", 1, List.of(), List.of()))
                        .problems())
                .extracting(InputProblem::toString)
                .containsExactly("t.csv: the file is empty, expected a header of date, symbol, side, entry_price, …");
        assertThat(TradeLog.read(Tables.of(HEADER)).orRefuse().trades()).isEmpty();
    }

    @Test
    void passes_over_rows_of_blanks() {
        assertThat(TradeLog.read(Tables.of(HEADER, ",,,,,,", "2024-01-02,SPY,LONG,1,1,1,"))
                        .orRefuse()
                        .trades())
                .hasSize(1);
    }

    @Test
    void bounds_the_list_of_problems_and_says_how_many_it_left_out() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int i = 0; i < 130; i++) {
            lines.add("2024-01-02,SPY,?,1,1,1,");
        }
        List<InputProblem> problems = TradeLog.read(Tables.of(lines)).problems();
        assertThat(problems).hasSize(101);
        assertThat(problems.get(100)).hasToString("trades.csv: 30 more problems are not listed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e16})
    void a_trade_refuses_a_price_that_is_none(double price) {
        assertThatThrownBy(() -> new Trade(LocalDate.EPOCH, new Symbol("SPY"), Side.LONG, price, 1, 1, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("entry_price must be in [1.0E-15, 1.0E15], was " + price);
    }
}
