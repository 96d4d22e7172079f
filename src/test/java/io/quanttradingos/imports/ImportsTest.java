package io.quanttradingos.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.ImportReading.Read;
import io.quanttradingos.imports.ImportReading.Unsure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked, what is refused, and what no mangled export may do. */
class ImportsTest {
    private static final String HISTORY = "Date,Ticker,Type,Quantity,Price per share,Total Amount,Currency,FX Rate\n";

    private static ImportReading read(String text, Answers answers) {
        return Imports.read(List.of(Sheets.ofText("export.csv", text.getBytes(StandardCharsets.UTF_8))), answers);
    }

    private static Question only(ImportReading reading) {
        return ((Unsure) reading).questions().get(0);
    }

    @Test
    void a_date_with_two_readings_is_asked_about_and_the_answer_settles_it() {
        String text =
                HISTORY + "01/02/2024,AAPL,BUY - MARKET,1,$10.5,$10.5,USD,1\n02/02/2024,,CUSTODY FEE,,,$1.5,USD,1\n";

        Question question = only(read(text, Answers.none()));

        assertThat(question.field()).isEqualTo("date_order");
        assertThat(question.sentence())
                .isEqualTo(
                        "export.csv:2 has the day '01/02/2024', which is 2024-02-01 with the day first and 2024-01-02"
                                + " with the month first, and no other row settles which");
        Read settled = (Read) read(text, new Answers(null, "mdy", null, null, null, null, Map.of()));
        assertThat(settled.transactions().get(0).day()).hasToString("2024-01-02");
    }

    @Test
    void one_day_past_the_twelfth_settles_the_order_of_all() {
        Read read = (Read) read(
                HISTORY + "01/02/2024,,CUSTODY FEE,,,$1.5,USD,1\n13/02/2024,,CUSTODY FEE,,,$1.5,USD,1\n",
                Answers.none());

        assertThat(read.transactions().get(0).day()).hasToString("2024-02-01");
        assertThat(read.layout().dateFormat()).isEqualTo("dd/MM/yyyy");
    }

    @Test
    void dates_of_both_orders_are_refused_with_both_lines() {
        assertThatThrownBy(() -> read(
                        HISTORY + "31/01/2024,,CUSTODY FEE,,,$1.5,USD,1\n01/31/2024,,CUSTODY FEE,,,$1.5,USD,1\n",
                        Answers.none()))
                .isInstanceOf(Refusal.class)
                .hasMessage("export.csv:3 day has the month first, where line 2 has the day first");
    }

    @Test
    void a_number_with_two_readings_is_asked_about_with_both() {
        String text = HISTORY + "2024-01-31,AAPL,BUY - MARKET,\"1,234\",10,12340,USD,1\n";

        Question question = only(read(text, Answers.none()));

        assertThat(question.field()).isEqualTo("decimal");
        assertThat(question.sentence())
                .contains(
                        "export.csv:2 has the quantity '1,234', which is 1234 with a decimal point and 1.234 with a decimal");
        Read settled = (Read) read(text, new Answers(null, null, "point", null, null, null, Map.of()));
        assertThat(settled.transactions().get(0).quantity()).isEqualByComparingTo("1234");
    }

    @Test
    void several_accounts_are_asked_about_and_the_others_left_out() throws IOException {
        Sheet sheet =
                Sheets.ofText("p.csv", Files.readAllBytes(FormatSamplesTest.SAMPLES.resolve("schwab-positions.csv")));

        Question question = only(Imports.read(List.of(sheet), Answers.none()));

        assertThat(question.field()).isEqualTo("account");
        assertThat(question.choices()).containsExactly("Individual ...123", "Roth IRA ...456", "all");
        Read one = (Read)
                Imports.read(List.of(sheet), new Answers(null, null, null, "Roth IRA ...456", null, null, Map.of()));
        assertThat(one.positions()).extracting(StatedPosition::instrument).containsExactly("SCHB");
        assertThat(one.leftOut()).extracting(LeftOut::why).contains("is of account 'Individual ...123'");
    }

    @Test
    void an_export_of_two_formats_is_asked_about() throws IOException {
        Sheet trades = Sheets.ofText(
                "book.xlsx, sheet A", Files.readAllBytes(FormatSamplesTest.SAMPLES.resolve("xtb-closed.csv")));
        Sheet open = Sheets.ofText(
                "book.xlsx, sheet B", Files.readAllBytes(FormatSamplesTest.SAMPLES.resolve("xtb-open.csv")));

        Question question = only(Imports.read(List.of(trades, open), Answers.none()));

        assertThat(question.field()).isEqualTo("format");
        assertThat(question.choices()).containsExactlyInAnyOrder("xtb-closed", "xtb-open");
        Read read = (Read)
                Imports.read(List.of(trades, open), new Answers("xtb-open", null, null, null, null, null, Map.of()));
        assertThat(read.positions()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbol,shares,avg_price,stop_price\nSPY,50,190.20,180\n",
                "symbol,quantity\nSPY,50\n",
                "date,symbol,side,entry_price,exit_price,shares,stop_price\n2025-08-01,SPY,LONG,530,535,100,525\n",
                "date,symbol,side,qty,entry,exit,fees\n2025-08-01,SPY,BUY,100,530,535,2\n",
                "date,SPY,TLT\n2024-01-02,472.65,98.33\n",
                "date,symbol,close\n2024-01-02,SPY,472.65\n",
                "some,thing,else\n1,2,3\n"
            })
    void files_in_our_own_form_and_unknown_ones_are_no_exports(String text) {
        assertThatThrownBy(() -> read(text, Answers.none()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("export.csv:1 is an export of no known format; its fullest row is: ");
    }

    @Test
    void a_cell_that_is_no_number_is_named_with_its_line_and_column() {
        assertThatThrownBy(() -> read(HISTORY + "2024-01-31,AAPL,BUY - MARKET,many,10.5,10.5,USD,1\n", Answers.none()))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("export.csv:2 Quantity must be a number, was 'many'");
    }

    @Test
    void a_column_that_stands_twice_is_refused() {
        assertThatThrownBy(() -> read(
                        HISTORY.replace("FX Rate", "Quantity") + "2024-01-31,AAPL,BUY - MARKET,1,10.5,10.5,USD,1\n",
                        Answers.none()))
                .hasMessageContaining("Quantity stands twice in the header");
    }

    @Test
    void a_format_is_a_file() {
        String yaml = """
                title: My broker
                kind: transactions
                dates: dmy
                columns:
                  day: [Tag]
                  type: [Was]
                  text: [Text]
                  amount: [Betrag]
                texts: ["{quantity} Stk {instrument} zu {price} {currency}"]
                types:
                  buy: [Kauf]
                  sell: [Verkauf]
                leave_out:
                  only greets: ["Hallo*"]
                totals:
                  Summe: amount
                """;
        Formats formats = Formats.builtIn().with("my-broker", yaml.getBytes(StandardCharsets.UTF_8));
        Sheet sheet = Sheets.ofText(
                "export.csv",
                "Tag;Was;Text;Betrag\n1.2.2024;Kauf;10 Stk VOW3 zu 1.105,50 EUR;-11.055,00\n;Hallo Welt;;1\nSumme;;;-11.055,00\n"
                        .getBytes(StandardCharsets.UTF_8));

        Read read = (Read) Imports.read(List.of(sheet), Answers.none(), formats);

        assertThat(FormatSamplesTest.rendered(read)).isEqualTo("""
                        My broker (TRANSACTIONS)
                        2  2024-02-01 null BUY VOW3 10 at 1105.50 EUR, fees 0 EUR, cash -11055.00 EUR
                        left out 3 only greets
                        left out 4 states a total
                        total StatedTotal[line=4, what=total amount, stated=-11055.00, summed=-11055.00]
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind: nonsense|x.yaml:1 kind must be one of",
                "title: only|x.yaml: must say its kind",
                "columns:\\n  whatever: [A]|x.yaml:1 columns names no known field, was 'whatever'",
                "colums: 1|x.yaml:1 colums is not a known key; did you mean columns?",
                "types:\\n  eat: [A]|x.yaml:1 types names no known kind, was 'eat'"
            })
    void a_declaration_that_makes_no_sense_is_refused_with_its_line(String yaml, String message) {
        assertThatThrownBy(() ->
                        Formats.builtIn().with("x", yaml.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(message);
    }

    static List<Path> samples() throws IOException {
        return FormatSamplesTest.samples();
    }

    /** Sheets whose columns are told by their names alone: no place next to another, no second of a name. */
    private static boolean mayBePermuted(Path sample) {
        return !List.of(
                        "degiro-transactions",
                        "degiro-portfolio",
                        "metatrader-history",
                        "ibkr-activity",
                        "yfinance",
                        "thinkorswim",
                        "merrill-activity",
                        "merrill-positions",
                        "schwab-positions",
                        "xtb-open",
                        "saxo-positions",
                        "bloomberg",
                        "fidelity-positions",
                        "fidelity-activity",
                        "robinhood")
                .contains(FormatSamplesTest.name(sample));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_order_of_columns_changes_nothing(Path sample) throws IOException {
        Sheet sheet = Sheets.ofText("export.csv", Files.readAllBytes(sample));
        if (!mayBePermuted(sample)) {
            return;
        }
        Random random = new Random(7);
        for (int round = 0; round < 2; round++) {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < sheet.rows().get(0).cells().size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, random);
            List<SheetRow> rows = sheet.rows().stream()
                    .map(row -> new SheetRow(
                            row.line(),
                            order.stream().map(place -> row.cells().get(place)).toList()))
                    .toList();
            Sheet permuted = new Sheet(sheet.name(), sheet.encoding(), sheet.delimiter(), rows);

            Read changed = (Read) Imports.read(List.of(permuted), FormatSamplesTest.ANSWERS);
            Read plain = (Read) Imports.read(List.of(sheet), FormatSamplesTest.ANSWERS);
            assertThat(FormatSamplesTest.rendered(changed)).isEqualTo(FormatSamplesTest.rendered(plain));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_mangled_export_is_read_or_refused_and_no_row_of_it_is_taken_twice(Path sample) throws IOException {
        byte[] content = Files.readAllBytes(sample);
        Random random = new Random(11);
        for (int round = 0; round < 12; round++) {
            byte[] mangled = mangled(content, random);
            try {
                Sheet sheet = Sheets.ofText("export.csv", mangled);
                if (Imports.read(List.of(sheet), FormatSamplesTest.ANSWERS) instanceof Read read) {
                    List<Integer> taken = new ArrayList<>();
                    read.transactions().forEach(event -> taken.add(event.line()));
                    read.positions().forEach(held -> taken.add(held.line()));
                    read.leftOut().forEach(row -> taken.add(row.line()));
                    assertThat(taken).doesNotHaveDuplicates();
                }
            } catch (Refusal refusal) {
                assertThat(refusal.detail()).isNotBlank();
            }
        }
    }

    private static byte[] mangled(byte[] content, Random random) {
        byte[] copy = content.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int flips = 0; flips < 3; flips++) {
                    copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
                }
            }
            case 1 -> copy = java.util.Arrays.copyOf(copy, random.nextInt(copy.length));
            case 2 ->
                copy = new String(copy, StandardCharsets.ISO_8859_1)
                        .replace(',', ";|\t".charAt(random.nextInt(3)))
                        .getBytes(StandardCharsets.ISO_8859_1);
            default -> {
                List<String> lines = new ArrayList<>(
                        new String(copy, StandardCharsets.ISO_8859_1).lines().toList());
                int line = random.nextInt(lines.size());
                lines.add(line, lines.get(random.nextInt(lines.size())));
                copy = String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        return copy;
    }
}
