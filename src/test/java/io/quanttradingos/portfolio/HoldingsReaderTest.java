package io.quanttradingos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Parsed;
import io.quanttradingos.table.TextRow;
import io.quanttradingos.table.TextTable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldingsReaderTest {
    @Test
    void the_four_columns_make_a_holding() {
        Parsed<Holdings> parsed = read("symbol;shares;avg_price;stop_price", "SPY;50;190.20;180", "TLT;-20;131.05;");
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().positions())
                .containsExactly(
                        new Holding(Symbol.of("SPY"), 50, 190.20, 180.0),
                        new Holding(Symbol.of("TLT"), -20, 131.05, null));
        assertThat(parsed.value().notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ticker;QTY;Average Cost;Stop Loss",
                "TICKER;Quantity;AVG_PRICE;STOP",
                "Symbol;Units;avg price;stop price"
            })
    void headers_are_known_by_their_usual_names_in_either_case(String header) {
        assertThat(read(header, "i;1.5;2;1").value().positions())
                .containsExactly(new Holding(Symbol.of("I"), 1.5, 2.0, 1.0));
    }

    @Test
    void other_columns_and_empty_rows_are_passed_over() {
        Parsed<Holdings> parsed = read("name;symbol;account;shares", "S&P;spy;x;10", ";;;", "Cash;CASH;x;2500.75");
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().positions())
                .containsExactly(
                        new Holding(Symbol.of("CASH"), 2500.75, null, null),
                        new Holding(Symbol.of("SPY"), 10, null, null));
    }

    @Test
    void rows_of_one_symbol_are_summed_and_their_cost_weighted_by_shares() {
        Parsed<Holdings> parsed = read("symbol;shares;avg_price;stop_price", "SPY;10;100;90", "spy;30;120;95");
        assertThat(parsed.value().positions()).containsExactly(new Holding(Symbol.of("SPY"), 40, 115.0, 90.0));
        assertThat(parsed.value().notes())
                .containsExactly("The rows of SPY differ in their stops; the farthest, 90.0, counts for all.");
    }

    @Test
    void the_farthest_stop_of_a_short_is_the_highest_and_a_missing_one_leaves_none() {
        assertThat(read("symbol;shares;stop_price", "SPY;-10;110", "SPY;-10;120")
                        .value()
                        .positions())
                .containsExactly(new Holding(Symbol.of("SPY"), -20, null, 120.0));
        Parsed<Holdings> parsed = read("symbol;shares;stop_price", "SPY;10;90", "SPY;10;");
        assertThat(parsed.value().positions()).containsExactly(new Holding(Symbol.of("SPY"), 20, null, null));
        assertThat(parsed.value().notes())
                .containsExactly("The rows of SPY differ in their stops; it counts as having none.");
    }

    @Test
    void a_cost_that_is_not_known_for_every_row_is_not_known() {
        String note = "The rows of SPY lack an average price or net longs against shorts; its unrealised profit is"
                + " unknown.";
        Parsed<Holdings> some = read("symbol;shares;avg_price", "SPY;10;100", "SPY;10;");
        assertThat(some.value().positions()).containsExactly(new Holding(Symbol.of("SPY"), 20, null, null));
        assertThat(some.value().notes()).containsExactly(note);
        Parsed<Holdings> netted = read("symbol;shares;avg_price", "SPY;10;100", "SPY;-4;120");
        assertThat(netted.value().positions()).containsExactly(new Holding(Symbol.of("SPY"), 6, null, null));
        assertThat(netted.value().notes()).containsExactly(note);
    }

    @Test
    void nothing_held_is_left_out_with_a_note() {
        Parsed<Holdings> parsed = read("symbol;shares", "SPY;0", "TLT;0.1", "TLT;0.2", "TLT;-0.3", "GLD;1");
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().symbols()).containsExactly(Symbol.of("GLD"));
        assertThat(parsed.value().notes())
                .containsExactly(
                        "SPY in line 2 has 0 shares; it is left out.",
                        "The 3 rows of TLT add up to 0 shares; it is left out.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SPY;ten;1;1        | h.csv:2 Shares must be a number such as 1234.5, was 'ten'",
                "SPY;NaN;1;1        | h.csv:2 Shares must be a number such as 1234.5, was 'NaN'",
                "SPY;Infinity;1;1   | h.csv:2 Shares must be a number such as 1234.5, was 'Infinity'",
                "SPY;inf;1;1        | h.csv:2 Shares must be a number such as 1234.5, was 'inf'",
                "SPY;0x1p3;1;1      | h.csv:2 Shares must be a number such as 1234.5, was '0x1p3'",
                "SPY;1e400;1;1      | h.csv:2 Shares must be within ±1e12, was 1e400",
                "SPY;-1e13;1;1      | h.csv:2 Shares must be within ±1e12, was -1e13",
                "SPY;;1;1           | h.csv:2 Shares must not be empty",
                "SPY                | h.csv:2 Shares must not be empty",
                ";10;1;1            | h.csv:2 Symbol must not be empty",
                "S&P 500;10;1;1     | h.csv:2 Symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was 'S&P 500'",
                "SPY;10;-1;1        | h.csv:2 avg_price must be in [0, 1e12], was -1",
                "SPY;10;1;0         | h.csv:2 stop_price must be above 0 and at most 1e12, was 0",
                "SPY;10;1;none      | h.csv:2 stop_price must be a number such as 1234.5, was 'none'",
                "SPY;10;1,5;1       | h.csv:2 avg_price needs a decimal point instead of a comma, was '1,5'",
                "SPY;10;1.234,5;1   | h.csv:2 avg_price needs a decimal point instead of a comma, was '1.234,5'",
                "SPY;1,500;1;1      | h.csv:2 Shares could mean 1500 or 1.500, was '1,500'; write one of these"
            })
    void a_bad_cell_is_named_by_line_and_column(String row, String problem) {
        Parsed<Holdings> parsed = read("Symbol;Shares;avg_price;stop_price", row);
        assertThat(parsed.problems()).extracting(InputProblem::toString).containsExactly(problem);
        assertThat(parsed.value().positions()).isEmpty();
    }

    @Test
    void every_problem_is_listed_and_the_good_rows_are_kept() {
        Parsed<Holdings> parsed = read("symbol;shares;avg_price", "SPY;x;y", "TLT;1;2", ";z;3");
        assertThat(parsed.problems()).extracting(InputProblem::line).containsExactly(2, 2, 4, 4);
        assertThat(parsed.value().symbols()).containsExactly(Symbol.of("TLT"));
    }

    @Test
    void a_missing_column_is_named_with_the_header_seen() {
        assertThat(read("isin;amount", "a;1").problems())
                .extracting(InputProblem::toString)
                .containsExactly(
                        "h.csv:1 symbol (or ticker) is needed, the header is: isin, amount",
                        "h.csv:1 shares (or quantity) is needed, the header is: isin, amount");
    }

    @Test
    void an_empty_file_and_an_endless_one_are_problems() {
        assertThat(read("symbol;shares").problems())
                .extracting(InputProblem::toString)
                .containsExactly("h.csv: there are no holdings below the header");
        String[] rows = Collections.nCopies(10_001, "SPY;1").toArray(String[]::new);
        assertThat(read("symbol;shares", rows).problems())
                .extracting(InputProblem::toString)
                .containsExactly("h.csv: at most 10000 rows are read, there are 10001");
    }

    @Test
    void the_list_of_problems_is_bounded() {
        String[] rows = Collections.nCopies(5000, "SPY;x").toArray(String[]::new);
        assertThat(read("symbol;shares", rows).problems()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_rows_changes_nothing(long seed) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            rows.add("ABC".charAt(i % 3) + ";" + random.nextDouble() + ";" + random.nextDouble() + ";" + (i + 1));
        }
        Holdings before = read("symbol;shares;avg_price;stop_price", rows.toArray(String[]::new))
                .value();
        assertThat(before.symbols()).hasSize(3);
        Collections.shuffle(rows, random);
        Holdings after = read("symbol;shares;avg_price;stop_price", rows.toArray(String[]::new))
                .value();
        assertThat(after.positions()).isEqualTo(before.positions());
    }

    /** Reads rows whose cells are parted by semicolons, the header being line 1. */
    static Parsed<Holdings> read(String header, String... rows) {
        List<TextRow> table = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            table.add(new TextRow(i + 2, Arrays.asList(rows[i].split(";", -1))));
        }
        return HoldingsReader.read(new TextTable("h.csv", 1, Arrays.asList(header.split(";")), table));
    }
}
