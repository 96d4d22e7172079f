package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.units.Symbol;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BadBarFilesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "bars");
    private static final BarReader READER = BarReader.standard().forSymbol(Symbol.of("SPY"));

    private static Arguments says(String file, String... problems) {
        return Arguments.of(file, List.of(problems));
    }

    static Stream<Arguments> files() {
        return Stream.of(
                says(
                        "adjusted-close-beside-open",
                        "b:1 names open, high or low beside adj close but no unadjusted close, so that their scale"
                                + " is unknown"),
                says(
                        "ambiguous-dates",
                        "b:2 date can be read day first or month first, and so can every other row; give"
                                + " date_format mdy or dmy"),
                says(
                        "ambiguous-number",
                        "b:2 has the number '1,234', whose mark may part decimals or thousands, and no other number"
                                + " tells which; write numbers with a decimal point and no thousands marks"),
                says("blank", "b: holds nothing but blank lines"),
                says("crooked-thousands", "b:3 close must be a number, was '12,34.5'"),
                says("duplicate-date", "b:4 date 2024-01-03 is on line 3 too; give one row per bar"),
                says("empty-clock", "b:3 time is empty"),
                says("empty-date", "b:3 date is empty"),
                says("empty", "b: is empty (0 bytes)"),
                says(
                        "epoch-microseconds",
                        "b:2 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every"
                                + " line, was '1704153600000000'"),
                says("high-below-low", "b:3 high must not be below the low of 471.19, was 468.17"),
                says(
                        "high-below-open",
                        "b:3 open must be between the low of 468.17 and the high of 470.42, was 470.43"),
                says("infinite-price", "b:2 high must be finite, was 1e999", "b:3 high must be a number, was 'inf'"),
                says(
                        "java-only-number",
                        "b:2 open must be a number, was '472.16f'",
                        "b:3 open must be a number, was '0x1p3'"),
                says("literal-nan", "b:2 high must be a number, was 'NaN'", "b:3 volume must be a number, was 'nan'"),
                says("long-duplicate", "b:4 date 2024-01-02 of SPY is on line 2 too; give one row per bar"),
                says("long-empty-symbol", "b:3 symbol is empty"),
                says(
                        "low-above-close",
                        "b:3 close must be between the low of 468.8 and the high of 471.19, was 468.79"),
                says(
                        "mixed-date-forms",
                        "b:3 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every"
                                + " line, was '03.01.2024'"),
                says(
                        "mixed-day-and-time",
                        "b:3 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every"
                                + " line, was '2024-01-03T09:30'"),
                says("mixed-decimal-marks", "b:3 has a decimal point where line 2 has a decimal comma"),
                says(
                        "mixed-epochs",
                        "b:3 date must count seconds or milliseconds since 1970 on every line alike, was"
                                + " 1704240000000 after 1704153600"),
                says(
                        "mixed-offset",
                        "b:3 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every"
                                + " line, was '2024-01-02T09:31'"),
                says(
                        "mixed-slash-dates",
                        "b:3 date has day and month the other way round than line 2; write every date as yyyy-MM-dd"),
                says("negative-price", "b:3 low must be positive, was -3.2"),
                says("negative-volume", "b:3 volume must not be negative, was -1"),
                says(
                        "newest-first-with-a-slip",
                        "b:4 date 2024-01-04 is out of order; give the rows by date, oldest or newest first",
                        "b:6 date 2024-01-06 is on line 7 too; give one row per bar",
                        "b:9 date 2024-01-10 is out of order; give the rows by date, oldest or newest first"),
                says("no-close-column", "b:1 names no close column"),
                says("no-date-column", "b:1 names no date column (date, datetime, timestamp or time)"),
                says(
                        "no-header-epoch",
                        "b:1 must name the columns, such as date,open,high,low,close,volume, was data starting with"
                                + " '1704153600'"),
                says(
                        "no-header-numbered",
                        "b:1 must name the columns, such as date,open,high,low,close,volume, was data starting with"
                                + " '0'"),
                says(
                        "no-header",
                        "b:1 must name the columns, such as date,open,high,low,close,volume, was data starting with"
                                + " '2024-01-02'"),
                says(
                        "no-open-column",
                        "b:1 names no open column; give all of open, high, low and close, or close alone"),
                says("no-order", "b:2 date is out of order, as are most dates; sort the rows by date"),
                says("no-rows", "b: has no rows under its header"),
                says(
                        "no-such-time",
                        "b:3 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every"
                                + " line, was '2024-01-02T24:30'"),
                says(
                        "not-a-clock",
                        "b:3 time must be a time of day such as 09:30, written alike on every line, was 'soon'"),
                says("not-a-number", "b:3 close must be a number, was 'n.a.'"),
                says(
                        "one-date-far-ahead",
                        "b:3 date 2042-01-03 is out of order; give the rows by date, oldest or newest first"),
                says(
                        "out-of-order",
                        "b:3 date 2024-01-05 is out of order; give the rows by date, oldest or newest first"),
                says("wide-prices", "b:1 names no close column"),
                says("price-alone", "b:1 names no close column"),
                says("price-missing", "b:3 low has no price"),
                says(
                        "row-numbers-for-dates",
                        "b:3 date must be a date, or seconds or milliseconds since 1970, was 45294"),
                says("seconds-beyond-2299", "b:2 date must lie in the years 1700 to 2299, was 10413792000000"),
                says("too-few-cells", "b:3 has 4 cells where the header has 6"),
                says("too-many-cells", "b:3 has 7 cells where the header has 6"),
                says("two-close-columns", "b:1 has two close columns, close and c"),
                says("unclosed-quote", "b:2 has a quote that is never closed"),
                says(
                        "unreadable-date",
                        "b:3 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every"
                                + " line, was '2024-02-30'",
                        "b:4 date must be a date such as 2024-01-31 or 2024-01-31T09:30, written alike on every"
                                + " line, was 'Total'"),
                says("zero-price", "b:3 open must be positive, was 0", "b:4 open must be positive, was 0.00"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_fault_is_told_with_its_place(String name, List<String> expected) throws IOException {
        assertThat(problems(READER, name)).containsExactlyElementsOf(expected);
    }

    @Test
    void every_fixture_is_tried() throws IOException {
        try (Stream<Path> fixtures = Files.list(FOLDER)) {
            assertThat(fixtures.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            files().map(arguments -> arguments.get()[0] + ".csv")
                                    .toList());
        }
    }

    @Test
    void a_day_without_any_price_is_no_bar_and_no_error() {
        String file = "date,open,high,low,close,volume\n2024-01-02,10,12,9,11,100\n2024-01-03,,,,,\n"
                + "2024-01-04,null,null,null,null,null\n2024-01-05,11,12,10,10,90\n";

        BarFile read = BarReader.standard()
                .forSymbol(Symbol.of("SPY"))
                .read("b", file.getBytes(StandardCharsets.UTF_8))
                .orRefuse();

        assertThat(read.rows()).isEqualTo(2);
        assertThat(read.warnings())
                .containsExactly("2 rows have a date but no prices and were left out, the first on line 3");
    }

    @Test
    void a_skipped_row_is_left_out_and_told_of() throws IOException {
        assertThat(skipped("negative-price"))
                .containsExactly("1 bad row was left out: line 3 low must be positive, was -3.2");
        assertThat(skipped("one-date-far-ahead"))
                .containsExactly("1 bad row was left out: line 3 date 2042-01-03 is out of order;"
                        + " give the rows by date, oldest or newest first");
        assertThat(skipped("too-few-cells"))
                .containsExactly("1 bad row was left out: line 3 has 4 cells where the header has 6");
    }

    private static List<String> skipped(String name) throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve(name + ".csv"));
        return READER.onBadRow(OnBadRow.SKIP).read("b", file).orRefuse().warnings();
    }

    @Test
    void what_is_wrong_with_a_whole_file_cannot_be_skipped() throws IOException {
        BarReader lenient = READER.onBadRow(OnBadRow.SKIP);
        for (String name : List.of(
                "ambiguous-dates",
                "ambiguous-number",
                "mixed-decimal-marks",
                "mixed-epochs",
                "mixed-slash-dates",
                "no-header",
                "no-order",
                "unclosed-quote")) {
            assertThat(problems(lenient, name))
                    .as(name)
                    .isEqualTo(problems(READER, name))
                    .isNotEmpty();
        }
    }

    @Test
    void a_file_of_bad_rows_only_is_refused_though_they_may_be_skipped() {
        assertThat(READER.onBadRow(OnBadRow.SKIP)
                        .read("b", TestBytes.utf8("date,close\n2024-01-02,0\n2024-01-03,-1\n"))
                        .problems())
                .singleElement()
                .hasToString("b: has no good row: 2 bad rows were left out: line 2 close must be positive, was 0;"
                        + " line 3 close must be positive, was -1");
    }

    @Test
    void many_skipped_rows_are_counted_and_the_first_three_told() {
        String text = "date,close\n2024-01-02,1\n" + "2024-01-03,x\n".repeat(400);

        assertThat(READER.onBadRow(OnBadRow.SKIP)
                        .read("b", TestBytes.utf8(text))
                        .orRefuse()
                        .warnings())
                .last()
                .isEqualTo("400 bad rows were left out: line 3 close must be a number, was 'x';"
                        + " line 4 close must be a number, was 'x'; line 5 close must be a number, was 'x';"
                        + " and 397 more");
    }

    @Test
    void at_most_fifty_problems_are_listed() {
        String text = "date,close\n" + "2024-01-02,x\n".repeat(80);

        assertThat(READER.read("b", TestBytes.utf8(text)).problems())
                .hasSize(51)
                .last()
                .hasToString("b: has more problems than the 50 listed");
    }

    @Test
    void a_file_that_does_not_say_whose_bars_it_holds_needs_a_symbol() throws IOException {
        assertThat(problems(BarReader.standard(), "negative-price"))
                .containsExactly("b:1 names the columns of one instrument's bars; say which symbol they belong to");
    }

    @Test
    void adjusted_prices_need_an_adjusted_close() throws IOException {
        assertThat(problems(READER.adjusted(true), "negative-price"))
                .containsExactly("b:1 names no adjusted close column (adj close), which adjusted prices need");
        assertThat(READER.adjusted(true)
                        .read("b", TestBytes.utf8("date,close,adj_close\n2024-01-02,1,\n2024-01-03,1,0\n"))
                        .problems())
                .extracting(InputProblem::toString)
                .containsExactly("b:2 adj_close has no price", "b:3 adj_close must be positive, was 0");
    }

    @Test
    void a_wanted_reading_that_does_not_fit_names_the_line() {
        byte[] file = TestBytes.utf8("date,close\n01/02/2024,1\n01/31/2024,2\n");

        assertThat(READER.withDates(DateReading.DAY_FIRST).read("b", file).problems())
                .singleElement()
                .hasToString("b:3 date does not fit date_format dmy");
    }

    @Test
    void each_limit_refuses_the_next_larger_file() {
        byte[] file = TestBytes.utf8("date,close,volume\n2024-01-02,1,2\n2024-01-03,3,4\n");

        assertThat(problems(file, new ReadLimits(file.length, 2, 3, 4))).isEmpty();
        assertThat(problems(file, new ReadLimits(file.length - 1, 2, 3, 4)))
                .containsExactly("b: is larger than the limit of 47 bytes");
        assertThat(problems(file, new ReadLimits(file.length, 1, 3, 4)))
                .containsExactly("b:3 is past the limit of 1 rows");
        assertThat(problems(file, new ReadLimits(file.length, 2, 2, 4)))
                .containsExactly("b: has more columns than the limit of 2");
        assertThat(problems(file, new ReadLimits(file.length, 2, 3, 3)))
                .containsExactly("b:3 is past the limit of 3 prices in one table");
    }

    private static List<String> problems(byte[] file, ReadLimits limits) {
        return READER.within(limits).read("b", file).problems().stream()
                .map(InputProblem::toString)
                .toList();
    }

    private static List<String> problems(BarReader reader, String name) throws IOException {
        return reader.read("b", Files.readAllBytes(FOLDER.resolve(name + ".csv"))).problems().stream()
                .map(InputProblem::toString)
                .toList();
    }
}
