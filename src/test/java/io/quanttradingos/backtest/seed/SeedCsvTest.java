package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.ReadLimits;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeedCsvTest {
    private static SeedBars read(String text) {
        return read(text, null);
    }

    private static SeedBars read(String text, @Nullable String dateColumn) {
        return SeedCsv.read("bars.csv", text.getBytes(StandardCharsets.UTF_8), dateColumn);
    }

    private static double[] closes(SeedBars bars) {
        return IntStream.range(0, bars.rows()).mapToDouble(bars::close).toArray();
    }

    private static void assertInvalid(String text, String detail) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Refusal.class)
                .hasMessage(detail)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .extracting(Refusal::kind)
                .isEqualTo(Refusal.Kind.INVALID_INPUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,close\n2024-01-02,10\n2024-01-03,11\n",
                "\uFEFFdate,close\r\n2024-01-02,10\r\n2024-01-03,11",
                "\n \t\ndate,close\n\n2024-01-02,10\n  \n2024-01-03,11\n\n",
                "Date , C \n01/02/2024, 10 \n01/03/2024,11\n",
                "date,close\r2024-01-02,10\r2024-01-03,11\r",
                "when,close\n\"Jan 2, 2024\",\"10\"\n\"Jan 3, 2024\",1.1e1\n",
                "close,date\n11,2024-01-03\n10,2024-01-02\n",
                "date,close,note\n2024-01-02,10\n2024-01-03,11,\"a\nb\"\n",
                ",c\n2024-01-02,10\n2024-01-03,11",
                "date,close\n2024-01-02,10\n\"2024-01\"-03,\"1\"1\n"
            })
    void one_pair_of_bars_in_many_writings(String text) {
        SeedBars bars = read(text);
        assertThat(closes(bars)).containsExactly(10, 11);
        assertThat(bars.time(0)).hasToString("2024-01-02T00:00:00Z");
        assertThat(bars.time(1)).hasToString("2024-01-03T00:00:00Z");
    }

    @Test
    void one_file_may_mix_month_first_and_day_first() {
        SeedBars bars = read("date,close\n01/02/2024,1\n13/01/2024,2\n");
        assertThat(bars.time(0)).hasToString("2024-01-02T00:00:00Z");
        assertThat(bars.time(1)).hasToString("2024-01-13T00:00:00Z");
    }

    @Test
    void plain_numbers_are_nanoseconds_until_one_cell_is_a_text() {
        assertThat(read("date,close\n20240102,1\n20240103,2\n").time(1)).hasToString("1970-01-01T00:00:00.020240103Z");
        assertThat(read("date,close\n20240102.9,1\n").time(0)).hasToString("1970-01-01T00:00:00.020240102Z");
        assertThat(read("date,close\n20240102,1\n2024-01-03,2\n").time(0)).hasToString("2024-01-02T00:00:00Z");
    }

    @Test
    void a_missing_date_makes_floats_of_the_numbers_and_stands_last() {
        SeedBars bars = read("date,close\n,1\n1704153600123456789,2\n");
        assertThat(bars.time(0)).hasToString("2024-01-02T00:00:00.123456768Z");
        assertThat(bars.time(1)).isNull();
        assertThat(closes(bars)).containsExactly(2, 1);
    }

    @Test
    void the_first_column_holds_the_dates_where_none_is_called_date() {
        assertThat(read("close2,close\n2024-01-02,1\n").time(0)).hasToString("2024-01-02T00:00:00Z");
        assertThat(read("open,close\n100,1\n").time(0)).hasToString("1970-01-01T00:00:00.000000100Z");
        assertThat(read("x,date,close\n2024-01-02,2023-01-01,1\n", "x").time(0)).hasToString("2024-01-02T00:00:00Z");
        assertThat(read("x,date,close\n2024-01-02,2023-01-01,1\n", "Date").time(0))
                .hasToString("2024-01-02T00:00:00Z");
        assertThat(read("x,date,close\n2024-01-02,2023-01-01,1\n", "").time(0)).hasToString("2023-01-01T00:00:00Z");
    }

    @Test
    void rows_longer_than_the_header_give_it_their_last_cells() {
        SeedBars bars = read("date,close\nSPY,2024-01-02,1\nSPY,2024-01-03,2\n");
        assertThat(closes(bars)).containsExactly(1, 2);
        assertThat(bars.time(1)).hasToString("2024-01-03T00:00:00Z");
    }

    @Test
    void a_column_of_truth_values_is_ones_and_zeros() {
        assertThat(closes(read("date,close\n2024-01-02,True\n2024-01-03,\n2024-01-04,FALSE\n")))
                .containsExactly(1, Double.NaN, 0);
    }

    @Test
    void one_text_in_a_column_makes_python_read_all_of_it() {
        String digits = "94573.39150008063608377835";
        assertThat(read("date,close\n2024-01-02," + digits + "\n").close(0)).isEqualTo(94573.39150008064);
        assertThat(closes(read("date,close\n2024-01-02," + digits + "\n2024-01-03,1_000\n2024-01-04,NA\n")))
                .containsExactly(94573.39150008063, 1000, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "N/A", "NaN", "nan", "null", "NULL", "n/a", "#N/A", "<NA>", "-nan"})
    void words_for_nothing_are_missing_closes(String word) {
        assertThat(read("date,close\n2024-01-02," + word + "\n2024-01-03,5\n").close(0))
                .isNaN();
    }

    @Test
    void impossible_prices_are_kept() {
        assertThat(closes(read("date,high,low,close\n2024-01-02,1,9,-5\n2024-01-03,0,0,inf\n")))
                .containsExactly(-5, Double.POSITIVE_INFINITY);
    }

    @Test
    void any_header_without_rows_is_a_file_without_bars() {
        assertThat(read("what is this").rows()).isZero();
        assertThat(read("a,b,c\n\n  \n").rows()).isZero();
        assertThat(read("date,c,close\n").rows()).isZero();
    }

    @Test
    void the_name_says_how_a_file_is_compressed() {
        byte[] plain = "date,close\n2024-01-02,10\n".getBytes(StandardCharsets.UTF_8);
        assertThat(SeedCsv.read("Bars.CSV.GZ", DirtyFile.zipped(plain, true), null)
                        .close(0))
                .isEqualTo(10);
        assertThat(SeedCsv.read("bars.zip", DirtyFile.zipped(plain, false), null)
                        .close(0))
                .isEqualTo(10);
        assertThatThrownBy(() -> SeedCsv.read("bars.csv.gz", plain, null))
                .hasMessage("bars.csv.gz: is not compressed as its name says");
        assertThatThrownBy(() -> SeedCsv.read("bars.csv", DirtyFile.zipped(plain, true), null))
                .hasMessage("bars.csv: is not in UTF-8; save it as UTF-8");
        assertThatThrownBy(() -> SeedCsv.read("bars.csv.xz", plain, null))
                .hasMessage(
                        "bars.csv.xz: is compressed in a way that is not read here; send it plain, as .gz or as .zip");
    }

    @Test
    void a_file_past_its_limits_is_refused() {
        byte[] plain = "date,close\n2024-01-02,10\n2024-01-03,11\n".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SeedCsv.read("a.csv", plain, null, new ReadLimits(20, 10, 10, 10)))
                .hasMessage("a.csv: is larger than the limit of 20 bytes");
        assertThatThrownBy(
                        () -> SeedCsv.read("a.gz", DirtyFile.zipped(plain, true), null, new ReadLimits(20, 10, 10, 10)))
                .hasMessage("a.gz: expands to more than the limit of 20 bytes");
        assertThatThrownBy(() -> SeedCsv.read("a.csv", plain, null, new ReadLimits(100, 1, 10, 10)))
                .hasMessage("a.csv:3 is past the limit of 1 rows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|bars.csv: has no columns: it is empty",
                "'\n \n'|bars.csv: has no columns: it is empty",
                "'date,price\n2024-01-02,1'|bars.csv:1 close is missing from the header",
                "'close\n2024-01-02'|bars.csv:1 close is missing from the header: it is read as the dates",
                "'date,c,close\n2024-01-02,1,1'|bars.csv:1 close stands twice in the header, under its name or a short form of it",
                "'date,Close,close\n2024-01-02,1,1'|bars.csv:1 close stands twice in the header, under its name or a short form of it",
                "'Date,date,close\n'|bars.csv:1 date stands twice in the header, and holds the dates",
                "'datetime,close\n'|bars.csv:1 datetime cannot be the column of dates; name it date",
                "'date,close\n2024-01-02,1\n2024-01-03,1,'|bars.csv:3 has 3 cells where 2 are expected",
                "'date,close\n2024-01-02,\"1\n'|bars.csv:2 has a quote that is never closed",
                "'date,close\n\n2024-01-02,1\n2024-01-03,abc\n'|bars.csv:4 close must be a number, was 'abc'",
                "'date,close,v\n2024-01-02,1,1.2M\n'|bars.csv:2 volume must be a number, was '1.2M'",
                "'date,close\n2024-01-02,True\n2024-01-03,1\n'|bars.csv:2 close must be a number, was 'True'",
                "'date,close\n2024-01-02,None\n'|bars.csv:2 close must be a number, was 'None'",
                "'date,close\ntotals,1\n'|bars.csv:2 date must be a date between 1677-09-22 and 2262-04-11, was 'totals'",
                "'date,close\n1500-01-01,1\n'|bars.csv:2 date must be a date between 1677-09-22 and 2262-04-11, was '1500-01-01'",
                "'date,close\n99999999999999999999,1\n'|bars.csv:2 date is a number, read as nanoseconds since 1970, and out of their range: 99999999999999999999",
                "'date,close\n2024-01-02T00:00Z,1\n2024-01-03,1\n'|bars.csv:3 date must give an offset from UTC on every row or on none, was '2024-01-03'"
            })
    void a_file_the_original_failed_on_is_refused_with_the_place(String text, String detail) {
        assertInvalid(text, detail);
    }

    @Test
    void a_long_cell_is_shown_short_and_on_one_line() {
        assertInvalid(
                "date,close\n2024-01-02,\"secret\nand " + "x".repeat(100) + "\"\n",
                "bars.csv:2 close must be a number, was 'secret and xxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'");
    }

    @Test
    void any_bytes_are_read_or_refused_without_a_crash() {
        String letters = "0123456789-,,,\n\n\r\"\"./: aT\te";
        int read = 0;
        for (int run = 0; run < 50_000; run++) {
            Random random = new Random(run);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "date,close\n2024-01-02," : "t,c\n");
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                read += read(text.toString()).rows() > 0 ? 1 : 0;
            } catch (Refusal refused) {
                assertThat(refused.detail()).startsWith("bars.csv");
            }
        }
        assertThat(read).isGreaterThan(1000);
    }
}
