package io.quanttradingos.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalReaderTest {
    private static final String HEADER = "date,symbol,side,qty,entry,exit,fees,stop,exit_date";

    private static List<String> problems(String... lines) {
        return Journal.read(Tables.of(lines)).problems().stream()
                .map(InputProblem::toString)
                .toList();
    }

    private static int day(String date) {
        return (int) LocalDate.parse(date).toEpochDay();
    }

    @Test
    void reads_every_column_into_its_array() {
        Journal journal = Tables.journal(
                HEADER, "2025-08-01,SPY,BUY,100,530,535.5,2.0,525,2025-08-05", "2025-08-04,qqq,short,1e2,470,465,,,");
        assertThat(journal.source()).isEqualTo("journal.csv");
        assertThat(journal.size()).isEqualTo(2);
        assertThat(journal.symbols()).containsExactly(Symbol.of("SPY"), Symbol.of("QQQ"));
        assertThat(journal.symbolNumbers).containsExactly(0, 1);
        assertThat(journal.days).containsExactly(day("2025-08-01"), day("2025-08-04"));
        assertThat(journal.exitDays).containsExactly(day("2025-08-05"), Journal.NO_DAY);
        assertThat(journal.signs).containsExactly((byte) 1, (byte) -1);
        assertThat(journal.quantities).containsExactly(100, 100);
        assertThat(journal.entries).containsExactly(530, 470);
        assertThat(journal.exits).containsExactly(535.5, 465);
        assertThat(journal.fees).containsExactly(2, Double.NaN);
        assertThat(journal.stops).containsExactly(525, Double.NaN);
        assertThat(journal.given).isEqualTo(new Journal.Given(true, true, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,symbol,side,qty,entry,exit,fees,stop,exit_date",
                "trade_date,ticker,direction,quantity,entry_price,exit_price,fee,stop_price,closed",
                "Trade Date,Ticker,Direction,Shares,Entry Price,Exit Price,Commission,Stop Price,Close Date",
                "DATE,SYMBOL,SIDE,SIZE,ENTRY,EXIT,FEES,STOP LOSS,EXIT DATE",
                "Entry-Date,Symbol,Side,Units,buy price,sell price,commission,stop_loss,close_date",
            })
    void reads_the_usual_names_of_columns(String header) {
        Journal journal = Tables.journal(header, "2025-08-01,SPY,BUY,100,530,535.5,2.0,525,2025-08-05");
        assertThat(journal.entries).containsExactly(530);
        assertThat(journal.exits).containsExactly(535.5);
        assertThat(journal.quantities).containsExactly(100);
        assertThat(journal.fees).containsExactly(2);
        assertThat(journal.stops).containsExactly(525);
        assertThat(journal.exitDays).containsExactly(day("2025-08-05"));
    }

    @Test
    void leaves_other_columns_alone_and_reads_in_any_order() {
        Journal journal = Tables.journal("note,exit,entry,qty,side,symbol,date", "slow,11,10,5,LONG,SPY,20250801");
        assertThat(journal.exits).containsExactly(11);
        assertThat(journal.given).isEqualTo(new Journal.Given(false, false, false));
    }

    @Test
    void a_short_enters_at_the_sell_price_where_prices_are_named_for_buying_and_selling() {
        Journal journal = Tables.journal(
                "date,symbol,side,qty,buy price,sell price",
                "2025-08-01,SPY,SHORT,1,90,100",
                "2025-08-01,SPY,LONG,1,90,100");
        assertThat(journal.entries).containsExactly(100, 90);
        assertThat(journal.exits).containsExactly(90, 100);
        assertThat(new TradeResults(journal, 0).net).containsExactly(10, 10);
    }

    @Test
    void without_a_side_the_sign_of_the_quantity_is_the_side() {
        Journal journal =
                Tables.journal("date,symbol,qty,entry,exit", "2025-08-01,SPY,-5,10,9", "2025-08-01,SPY,5,10,9");
        assertThat(journal.signs).containsExactly((byte) -1, (byte) 1);
        assertThat(journal.quantities).containsExactly(5, 5);
    }

    @Test
    void a_negative_quantity_agrees_with_a_short_side() {
        assertThat(Tables.journal("date,symbol,side,qty,entry,exit", "2025-08-01,SPY,SELL,-5,10,9").quantities)
                .containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,SPY,LONG,1,1,1,,, | date must be a date like 2024-01-31, was 'x'",
                "2024-02-30,SPY,LONG,1,1,1,,, | date must be a date like 2024-01-31, was '2024-02-30'",
                "2024-01-02,S Y,LONG,1,1,1,,, | symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was 'S Y'",
                "2024-01-02,SPY,up,1,1,1,,, | side must be LONG, SHORT, BUY or SELL, was 'up'",
                "2024-01-02,SPY,,1,1,1,,, | side must be LONG, SHORT, BUY or SELL, was empty",
                "2024-01-02,SPY,LONG,-1,1,1,,, | qty must be positive, since the side is LONG, was '-1'",
                "2024-01-02,SPY,LONG,0,1,1,,, | qty must not be 0, was '0'",
                "2024-01-02,SPY,LONG,many,1,1,,, | qty must be a number, was 'many'",
                "2024-01-02,SPY,SHORT,-1e99,1,1,,, | qty must be in [1.0E-15, 1.0E15], was '-1e99'",
                "2024-01-02,SPY,LONG,1,NaN,1,,, | entry must be a number, was 'NaN'",
                "2024-01-02,SPY,LONG,1,-3.2,1,,, | entry must be positive, was '-3.2'",
                "2024-01-02,SPY,LONG,1,1,,,, | exit must be a number, was empty",
                "2024-01-02,SPY,LONG,1,1,1e99,,, | exit must be in [1.0E-15, 1.0E15], was '1e99'",
                "2024-01-02,SPY,LONG,1,1,1,-1,, | fees must be 0 or more, a cost written without a sign, was '-1'",
                "2024-01-02,SPY,LONG,1,1,1,free,, | fees must be a number or left empty, was 'free'",
                "2024-01-02,SPY,LONG,1,1,1,1e16,, | fees must be in [0, 1.0E15], was '1e16'",
                "2024-01-02,SPY,LONG,1,1,1,,0, | stop must be positive or left empty, was '0'",
                "2024-01-02,SPY,LONG,1,1,1,,,soon | exit_date must be a date like 2024-01-31, was 'soon'",
                "2024-01-02,SPY,LONG,1,1,1,,,2024-01-01 | exit_date must not be before the entry on 2024-01-02, was '2024-01-01'",
                "2024-01-02,SPY,LONG,1,1,1,,,,9 | has 10 cells under a header of 9",
            })
    void names_line_column_and_what_was_seen(String row, String problem) {
        assertThat(problems(HEADER, row)).containsExactly("journal.csv:2 " + problem);
    }

    @Test
    void reports_every_problem_of_a_row_and_keeps_the_good_rows() {
        Parsed<Journal> read = Journal.read(
                Tables.of(HEADER, "2024-01-02,SPY,LONG,1,1,1,,,", "x,,LONG,1,1,1,,,", "2024-01-03,IWM,SELL,1,1,1,,,"));
        assertThat(read.value().symbols()).containsExactly(Symbol.of("SPY"), Symbol.of("IWM"));
        assertThat(read.problems())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "journal.csv:3 date must be a date like 2024-01-31, was 'x'",
                        "journal.csv:3 symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was empty");
    }

    @Test
    void a_symbol_in_two_letter_cases_is_one() {
        Journal journal = Tables.journal(HEADER, "2024-01-02,spy,LONG,1,1,1,,,", "2024-01-02,SPY,LONG,1,1,1,,,");
        assertThat(journal.symbols()).containsExactly(Symbol.of("SPY"));
        assertThat(journal.symbolNumbers).containsExactly(0, 0);
    }

    @Test
    void names_each_missing_column_and_each_double_one() {
        assertThat(problems("date,side,exit", "rubbish"))
                .containsExactly(
                        "journal.csv:1 symbol is missing from the header",
                        "journal.csv:1 qty is missing from the header",
                        "journal.csv:1 entry is missing from the header");
        assertThat(problems(HEADER + ",Stop Loss", "rubbish"))
                .containsExactly("journal.csv:1 stop stands in two columns, 'stop' and 'Stop Loss'");
    }

    @Test
    void a_buy_price_without_a_sell_price_is_no_entry() {
        assertThat(problems("date,symbol,side,qty,buy price,exit", "rubbish"))
                .containsExactly("journal.csv:1 entry is missing from the header");
    }

    @Test
    void refuses_an_empty_file_in_one_sentence() {
        assertThat(Journal.read(new TextTable("j.csv", 1, List.of(), List.of())).problems())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "j.csv: the file is empty, expected a header of date, symbol, side, qty, entry, exit, …");
    }

    @Test
    void passes_over_rows_of_blanks_and_bounds_the_list_of_problems() {
        List<String> lines = new ArrayList<>(List.of(HEADER, ",, ,,,,,,", "2024-01-02,SPY,LONG,1,1,1,,,"));
        assertThat(Journal.read(Tables.of(lines)).orRefuse().size()).isEqualTo(1);
        for (int i = 0; i < 130; i++) {
            lines.add("2024-01-02,SPY,?,1,1,1,,,");
        }
        List<InputProblem> problems = Journal.read(Tables.of(lines)).problems();
        assertThat(problems).hasSize(101);
        assertThat(problems.get(100)).hasToString("journal.csv: 30 more problems are not listed");
    }
}
