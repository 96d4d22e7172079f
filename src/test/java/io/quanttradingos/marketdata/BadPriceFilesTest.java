package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadPriceFilesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "prices");

    private static Arguments says(String file, String... problems) {
        return Arguments.of(file, List.of(problems));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                says("duplicate-date", "p:4 date 2024-01-03 is on line 3 already; give one row per day"),
                says("negative-price", "p:3 SPY must be positive, was -3.2"),
                says("zero-price", "p:3 TLT must be positive, was 0.00"),
                says("not-a-number", "p:3 TLT must be a number, was 'n.a.'"),
                says("literal-nan", "p:3 SPY is NaN; leave the cell empty where there is no price"),
                says(
                        "infinite-price",
                        "p:2 TLT is inf; leave the cell empty where there is no price",
                        "p:3 SPY must be positive and finite, was 1e999"),
                says(
                        "java-only-number",
                        "p:2 SPY must be a number, was '472.65f'",
                        "p:3 SPY must be a number, was '0x1p3'"),
                says(
                        "decimal-comma",
                        "p:2 SPY must be a number with a decimal point and no thousands marks, was '472,65'",
                        "p:2 TLT must be a number with a decimal point and no thousands marks, was '98,33'"),
                says(
                        "thousands-mark",
                        "p:2 SPY must be a number with a decimal point and no thousands marks, was '1,472.65'"),
                says(
                        "unreadable-date",
                        "p:3 date must be a date such as 2024-01-31, written alike on every line, was '2024-02-30'",
                        "p:4 date must be a date such as 2024-01-31, written alike on every line, was 'Total'"),
                says(
                        "two-digit-year",
                        "p:2 date must be a date such as 2024-01-31, written alike on every line, was '1/2/24'"),
                says("out-of-order", "p:4 date 2024-01-04 is out of order: it follows 2024-01-05"),
                says("too-few-cells", "p:3 has 2 cells where the header has 3"),
                says("too-many-cells", "p:3 has 5 cells where the header has 3"),
                says("duplicate-ticker", "p:1 SPY has two columns, 2 and 4"),
                says(
                        "invalid-ticker",
                        "p:1 column 3 must be a ticker (1 to 15 of A-Z 0-9 . ^ = _ -), was 'TLT US Equity'"),
                says("no-rows", "p: has no rows under its header"),
                says("no-tickers", "p:1 must name at least one ticker beside the date"),
                says("no-header", "p:1 must name the columns, was data starting with '2024-01-02'"),
                says("no-date-column", "p:1 must have the date in its first column, was 'symbol'"),
                says("empty", "p: is empty (0 bytes)"),
                says("blank", "p: holds nothing but blank lines"),
                says("binary", "p: is not a text file: byte 21 is a control character (0x0); save it as CSV in UTF-8"),
                says("latin1-header", "p: is not in UTF-8: its header holds other bytes; save it as UTF-8"),
                says("empty-date", "p:3 date is empty"),
                says("unclosed-quote", "p:2 has a quote that is never closed"),
                says(
                        "ambiguous-dates",
                        "p:2 date can be read day first or month first, and so can every other row;"
                                + " give date_format mdy or dmy"),
                says(
                        "mixed-slash-dates",
                        "p:3 date has day and month the other way round than line 2; write every date as yyyy-MM-dd"),
                says(
                        "mixed-date-forms",
                        "p:3 date must be a date such as 2024-01-31, written alike on every line, was '03.01.2024'"),
                says(
                        "bars-without-symbol",
                        "p:1 names the columns of one instrument's bars; say which symbol they belong to"),
                says("bars-without-close", "p:1 names open, high and low but no close column"),
                says("long-duplicate", "p:4 date 2024-01-02 has a price of SPY on line 2 already"),
                says("long-empty-symbol", "p:3 symbol is empty"),
                says("intraday", "p:3 date 2024-01-02 is on line 2 already; give one row per day"),
                says("all-prices-missing", "p: has no price in any row"),
                says("content-without-name", "p:3 column 3 has no name in the header but holds '5'"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_fault_is_told_with_its_place(String name, List<String> expected) throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve(name + ".csv"));

        assertThat(PriceReader.standard().read("p", file).problems())
                .extracting(InputProblem::toString)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void limits_are_the_defaults_for_usual_files_and_grow_with_larger_ones() {
        assertThat(ReadLimits.forFilesOf(32 << 20)).isEqualTo(ReadLimits.defaults());
        assertThat(ReadLimits.forFilesOf(1)).isEqualTo(ReadLimits.defaults());
        assertThat(ReadLimits.forFilesOf(128 << 20)).isEqualTo(new ReadLimits(128 << 20, 4_000_000, 5_000, 32_000_000));
        assertThat(ReadLimits.forFilesOf(Integer.MAX_VALUE).maxCells()).isBetween(500_000_000, 512_000_000);
    }

    @Test
    void every_fixture_is_tried() throws IOException {
        try (Stream<Path> fixtures = Files.list(FOLDER)) {
            assertThat(fixtures.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".csv")))
                    .containsExactlyInAnyOrderElementsOf(
                            files().map(arguments -> arguments.get()[0] + ".csv")
                                    .toList());
        }
    }

    @Test
    void good_rows_beside_a_bad_one_are_still_read() throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve("negative-price.csv"));

        PriceTable table = PriceReader.standard().read("p", file).value().table();

        assertThat(table.rows()).isEqualTo(1);
        assertThat(table.close(0, 1)).isEqualTo(98.33);
    }

    @Test
    void at_most_fifty_problems_are_listed() {
        String text = "date,SPY\n" + "2024-01-02,x\n".repeat(80);

        List<InputProblem> problems =
                PriceReader.standard().read("p", TestBytes.utf8(text)).problems();

        assertThat(problems).hasSize(51);
        assertThat(problems.get(50)).hasToString("p: has more problems than the 50 listed");
    }

    @Test
    void each_limit_refuses_the_next_larger_file() {
        byte[] file = TestBytes.utf8("date,A,B\n2024-01-02,1,2\n2024-01-03,3,4\n");

        assertThat(problems(file, new ReadLimits(file.length, 2, 3, 4))).isEmpty();
        assertThat(problems(file, new ReadLimits(file.length - 1, 2, 3, 4)))
                .containsExactly("p: is larger than the limit of 38 bytes");
        assertThat(problems(file, new ReadLimits(file.length, 1, 3, 4)))
                .containsExactly("p:3 is past the limit of 1 rows");
        assertThat(problems(file, new ReadLimits(file.length, 2, 2, 4)))
                .containsExactly("p: has more columns than the limit of 2");
        assertThat(problems(file, new ReadLimits(file.length, 2, 3, 3)))
                .containsExactly("p:3 is past the limit of 3 prices in one table");
        assertThatThrownBy(() -> new ReadLimits(1, 0, 1, 1)).hasMessage("max_rows must be positive, was 0");
    }

    @Test
    void a_long_file_of_many_dates_and_tickers_may_not_span_more_than_the_limit() {
        byte[] file = TestBytes.utf8("date,symbol,close\n2024-01-02,A,1\n2024-01-03,B,2\n2024-01-04,C,3\n");

        assertThat(problems(file, new ReadLimits(1000, 10, 10, 8)))
                .containsExactly("p: spans 3 dates and 3 tickers, past the limit of 8 prices in one table");
    }

    @Test
    void a_bomb_is_refused_before_it_goes_off() {
        byte[] zeros = new byte[20 << 20];
        Arrays.fill(zeros, (byte) '1');
        byte[] bomb = TestBytes.gzip(zeros);
        assertThat(bomb.length).isLessThan(100_000);

        ReadLimits limits = new ReadLimits(1 << 20, 10, 10, 10);
        String refused = "p: expands to more than the limit of 1048576 bytes";
        assertThat(problems(bomb, limits)).containsExactly(refused);
        assertThat(problems(TestBytes.zip(zeros), limits)).containsExactly(refused);
    }

    @Test
    void damaged_and_crowded_archives_are_refused() {
        byte[] zipped = TestBytes.gzip(TestBytes.utf8("date,SPY\n2024-01-02,1\n".repeat(20)));

        assertThat(problems(Arrays.copyOf(zipped, 30), ReadLimits.defaults()))
                .containsExactly("p: is damaged: its compressed content cannot be read");
        assertThat(problems(TestBytes.zip(new byte[] {'a'}, new byte[] {'b'}), ReadLimits.defaults()))
                .containsExactly("p: is a zip archive or workbook with several files; pack one CSV file only");
        assertThat(problems(TestBytes.gzip(new byte[0]), ReadLimits.defaults()))
                .containsExactly("p: is empty once expanded (0 bytes)");
    }

    @Test
    void half_a_letter_of_utf16_is_refused() {
        assertThat(problems(new byte[] {(byte) 0xFF, (byte) 0xFE, 'd', 0, 'a'}, ReadLimits.defaults()))
                .containsExactly("p: starts as UTF-16LE but is not valid in it; save it as UTF-8");
    }

    @Test
    void a_wanted_reading_that_does_not_fit_names_the_line() {
        byte[] file = TestBytes.utf8("date,SPY\n01/02/2024,1\n01/31/2024,2\n");

        assertThat(PriceReader.standard()
                        .withDates(DateReading.DAY_FIRST)
                        .read("p", file)
                        .problems())
                .extracting(InputProblem::toString)
                .containsExactly("p:3 date does not fit date_format dmy");
    }

    @Test
    void the_refusal_counts_the_problems() {
        byte[] file = TestBytes.utf8("date,SPY\n2024-01-02,x\n2024-01-03,y\n");

        assertThatThrownBy(() -> PriceReader.standard().read("p", file).orRefuse())
                .isInstanceOf(Refusal.class)
                .hasMessage("p:2 SPY must be a number, was 'x' (and 1 more)");
    }

    private static List<String> problems(byte[] file, ReadLimits limits) {
        return PriceReader.standard().within(limits).read("p", file).problems().stream()
                .map(InputProblem::toString)
                .toList();
    }
}
