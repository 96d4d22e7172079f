package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.units.Symbol;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceReaderTest {
    private static final String WIDE = "date,SPY,TLT\n2024-01-02,472.65,98.33\n2024-01-03,468.79,\n";

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** A file in a random spelling, and what it says. */
    private static final class Spelling {
        final List<LocalDate> dates = new ArrayList<>();
        final List<List<String>> cells = new ArrayList<>();
        final byte[] file;

        Spelling(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int columns = 1 + random.nextInt(12);
            int rows = 30 + random.nextInt(40);
            for (int row = 0; row < rows; row++) {
                dates.add(LocalDate.of(2019, 12, 20).plusDays(row));
                cells.add(
                        IntStream.range(0, columns).mapToObj(c -> cell(random)).toList());
            }
            // No column may be without any price, for it would be left out.
            cells.set(0, Collections.nCopies(columns, "12.5"));
            file = written(random, columns, random.nextInt(4) == 0);
        }

        private static String cell(SplittableRandom random) {
            double price = Math.exp(random.nextDouble() * 14 - 5);
            return switch (random.nextInt(12)) {
                case 0 -> List.of("", "NA", "n/a", "null", "-", "#N/A").get(random.nextInt(6));
                case 1 -> Double.toString(price);
                case 2 -> Float.toString((float) price);
                case 3 -> "+" + (1 + random.nextInt(1_000));
                case 4 -> String.format(Locale.ROOT, "%.7e", price);
                case 5 -> Long.toString(1 + random.nextLong(1L << random.nextInt(1, 62)));
                case 6 -> "." + (1 + random.nextInt(1_000_000));
                case 7 -> (1 + random.nextInt(500)) + ".";
                case 8 -> "000" + price;
                case 9 -> String.format(Locale.ROOT, "%.25f", price);
                case 10 -> Double.toString((float) price);
                default -> String.format(Locale.ROOT, "%.2f", price + 0.01);
            };
        }

        private byte[] written(SplittableRandom random, int columns, boolean descending) {
            String delimiter = List.of(",", ";", "\t").get(random.nextInt(3));
            String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
            String form = List.of("yyyy-MM-dd", "yyyyMMdd", "M/d/yyyy", "dd/MM/yyyy", "d.M.yyyy", "yyyy/MM/dd")
                    .get(random.nextInt(6));
            DateTimeFormatter dateForm = DateTimeFormatter.ofPattern(form, Locale.ROOT);
            boolean quotes = random.nextBoolean();
            StringBuilder text = new StringBuilder(List.of("", "\n", "  \r\n\n").get(random.nextInt(3)));
            text.append(List.of("date", "Date", "DATE", "", "timestamp").get(random.nextInt(5)));
            for (int column = 0; column < columns; column++) {
                text.append(delimiter)
                        .append(random.nextBoolean() ? "t" : "\"T")
                        .append(column);
                text.append(text.charAt(text.lastIndexOf(delimiter) + 1) == '"' ? "\"" : "");
            }
            text.append(lineEnd);
            for (int i = 0; i < dates.size(); i++) {
                int row = descending ? dates.size() - 1 - i : i;
                text.append(spelt(random, quotes, dateForm.format(dates.get(row))));
                cells.get(row).forEach(cell -> text.append(delimiter).append(spelt(random, quotes, cell)));
                text.append(i == dates.size() - 1 && random.nextBoolean() ? "" : lineEnd);
                text.append(random.nextInt(10) == 0 ? lineEnd : "");
            }
            return encoded(random, text.toString());
        }

        private static String spelt(SplittableRandom random, boolean quotes, String cell) {
            return switch (quotes ? random.nextInt(4) : 9) {
                case 0 -> "\"" + cell + "\"";
                case 1 -> " \" " + cell + "\" ";
                case 2 -> " " + cell + " ";
                default -> cell;
            };
        }

        private static byte[] encoded(SplittableRandom random, String text) {
            byte[] plain = switch (random.nextInt(4)) {
                case 0 -> TestBytes.utf8("\uFEFF" + text);
                case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
                case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
                default -> TestBytes.utf8(text);
            };
            return switch (random.nextInt(4)) {
                case 0 -> TestBytes.gzip(plain);
                case 1 -> TestBytes.zip(plain);
                default -> plain;
            };
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_spelling_is_read_as_the_library_reads_its_cells(int seed) {
        Spelling spelling = new Spelling(seed);

        PriceFile read =
                PriceReader.standard().read("prices.csv", spelling.file).orRefuse();

        PriceTable table = read.table();
        assertThat(read.layout()).isEqualTo(PriceLayout.WIDE);
        assertThat(table.rows()).isEqualTo(spelling.dates.size()).isEqualTo(read.rows());
        for (int row = 0; row < table.rows(); row++) {
            assertThat(table.date(row)).isEqualTo(spelling.dates.get(row));
            for (int column = 0; column < table.columns(); column++) {
                assertThat(table.close(row, column))
                        .isEqualTo(Double.valueOf(naive(spelling.cells.get(row).get(column))));
            }
        }
    }

    private static double naive(String cell) {
        return List.of("", "NA", "n/a", "null", "-", "#N/A").contains(cell) ? Double.NaN : Double.parseDouble(cell);
    }

    @Test
    void a_wide_file_has_a_column_per_ticker() {
        PriceFile file = PriceReader.standard().read("p", TestBytes.utf8(WIDE)).orRefuse();

        assertThat(file.table().symbols()).containsExactly(Symbol.of("SPY"), Symbol.of("TLT"));
        assertThat(file.table().date(1)).isEqualTo(LocalDate.of(2024, 1, 3));
        assertThat(file.table().close(1, 0)).isEqualTo(468.79);
        assertThat(file.table().close(1, 1)).isNaN();
        assertThat(file.warnings()).isEmpty();
        assertThat(file.rows()).isEqualTo(2);
    }

    @Test
    void a_long_file_is_spread_out_whatever_its_order_and_its_columns_order() {
        PriceFile file = PriceReader.standard().read("p", TestBytes.utf8("""
                                Ticker,Name,Close,Date
                                TLT,"Bonds, long",98.90,2024-01-03
                                spy,Equities,472.65,2024-01-02
                                TLT,Bonds,98.33,2024-01-02
                                """)).orRefuse();

        assertThat(file.layout()).isEqualTo(PriceLayout.LONG);
        PriceTable table = file.table();
        assertThat(table.symbols()).containsExactly(Symbol.of("TLT"), Symbol.of("SPY"));
        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.close(0, 0)).isEqualTo(98.33);
        assertThat(table.close(1, 0)).isEqualTo(98.90);
        assertThat(table.close(0, 1)).isEqualTo(472.65);
        assertThat(table.close(1, 1)).isNaN();
    }

    @Test
    void the_long_and_the_wide_form_of_a_table_read_the_same() {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder wide = new StringBuilder("date");
        StringBuilder longForm = new StringBuilder("date,symbol,close\n");
        IntStream.range(0, 90).forEach(column -> wide.append(",T").append(column));
        wide.append('\n');
        for (int row = 0; row < 50; row++) {
            LocalDate day = LocalDate.of(2024, 1, 1).plusDays(row);
            wide.append(day);
            for (int column = 0; column < 90; column++) {
                double price = 1 + random.nextDouble();
                wide.append(',').append(price);
                longForm.append(day)
                        .append(",T")
                        .append(column)
                        .append(',')
                        .append(price)
                        .append('\n');
            }
            wide.append('\n');
        }

        assertThat(PriceCsv.write(table(longForm.toString()))).isEqualTo(PriceCsv.write(table(wide.toString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,open,high,low,close,volume\n2024-01-02,1,3,0.5,2,100\n",
                ",date,open,high,low,close,volume\n0,2024-01-02,1,3,0.5,2,100\n",
                "Date,Close\n2024-01-02,2\n",
                "timestamp;ret;CLOSE\n2024-01-02;-0.1;2\n"
            })
    void bars_give_their_close_to_the_symbol_asked_for(String text) {
        PriceFile file = PriceReader.standard()
                .forSymbol(Symbol.of("QQQ"))
                .read("p", TestBytes.utf8(text))
                .orRefuse();

        assertThat(file.layout()).isEqualTo(PriceLayout.BARS);
        assertThat(file.table().symbols()).containsExactly(Symbol.of("QQQ"));
        assertThat(file.table().close(0, 0)).isEqualTo(2);
        assertThat(file.warnings()).isEmpty();
    }

    @Test
    void an_adjusted_close_beside_the_close_is_left_aside_with_a_warning() {
        PriceFile file = PriceReader.standard()
                .forSymbol(Symbol.of("QQQ"))
                .read("p", TestBytes.utf8("Date,Close,Adj Close\n2024-01-02,2,1\n"))
                .orRefuse();

        assertThat(file.table().close(0, 0)).isEqualTo(2);
        assertThat(file.warnings()).containsExactly("prices are those of column Close; Adj Close was left aside");
    }

    @Test
    void a_ticker_without_any_price_is_left_out_with_a_warning() {
        PriceFile file = PriceReader.standard()
                .read("p", TestBytes.utf8("date,A,B,C\n2024-01-02,1,,3\n2024-01-03,1,NA,3\n"))
                .orRefuse();

        assertThat(file.table().symbols()).containsExactly(Symbol.of("A"), Symbol.of("C"));
        assertThat(file.table().close(1, 1)).isEqualTo(3);
        assertThat(file.warnings()).containsExactly("no price in the whole file, left out: B");
    }

    @Test
    void a_numbering_column_and_unnamed_empty_columns_are_passed_over() {
        PriceTable table = table(",date,SPY,,\n0,2024-01-02,1.5,,\n1,2024-01-03,1.6,,\n,,,,\n");

        assertThat(table.symbols()).containsExactly(Symbol.of("SPY"));
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void a_file_that_runs_backwards_is_turned_round() {
        PriceTable table = table("date,SPY\n2024-01-04,3\n2024-01-03,2\n2024-01-02,1\n");

        assertThat(table.date(0)).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(List.of(table.close(0, 0), table.close(1, 0), table.close(2, 0)))
                .containsExactly(1.0, 2.0, 3.0);
    }

    @ParameterizedTest
    @CsvSource({
        "01/30/2024 01/31/2024 02/01/2024, 2024-02-01",
        "30/01/2024 31/01/2024 01/02/2024, 2024-02-01",
        "01/02/2024 02/02/2024 05/02/2024 01/03/2024, 2024-03-01",
        "01/02/2024 01/03/2024 01/04/2024 02/01/2024, 2024-02-01",
        "03/03/2024 04/04/2024, 2024-04-04"
    })
    void slashed_dates_have_the_one_reading_all_rows_allow(String dates, LocalDate last) {
        StringBuilder text = new StringBuilder("date,SPY\n");
        for (String date : dates.split(" ", -1)) {
            text.append(date).append(",1\n");
        }

        PriceTable table = table(text.toString());

        assertThat(table.date(table.rows() - 1)).isEqualTo(last);
    }

    @Test
    void a_wanted_reading_settles_dates_that_allow_both() {
        byte[] file = TestBytes.utf8("date,SPY\n01/02/2024,1\n02/03/2024,2\n");

        assertThat(PriceReader.standard()
                        .withDates(DateReading.DAY_FIRST)
                        .read("p", file)
                        .orRefuse()
                        .table()
                        .date(1))
                .isEqualTo(LocalDate.of(2024, 3, 2));
        assertThat(PriceReader.standard()
                        .withDates(DateReading.MONTH_FIRST)
                        .read("p", file)
                        .orRefuse()
                        .table()
                        .date(1))
                .isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(DateReading.parse(" DMY ")).contains(DateReading.DAY_FIRST);
        assertThat(DateReading.parse("iso")).isEmpty();
    }

    @Test
    void line_numbers_count_the_lines_inside_quotes() {
        String text = "date,symbol,name,close\n2024-01-02,SPY,\"two\nlines \"\"quoted\"\"\",1\n2024-01-03,SPY,x,0\n";

        assertThat(PriceReader.standard().read("p", TestBytes.utf8(text)).problems())
                .singleElement()
                .hasToString("p:4 close must be positive, was 0");
    }

    @Test
    void a_cell_with_text_behind_its_quote_is_shown_as_it_stands() {
        assertThat(PriceReader.standard()
                        .read("p", TestBytes.utf8("date,A\n2024-01-02,\"1\"2\n"))
                        .problems())
                .singleElement()
                .hasToString("p:2 A must be a number, was '\"1\"2'");
    }

    @Test
    void the_place_of_a_cell_in_the_file_does_not_change_it() {
        // The last bytes of a file go another way than the first.
        String[] cells = {"1", "12.5", "49.27333450317383", "106.63999938964844", "99999999.99999999999", "0.1e-3"};
        for (String cell : cells) {
            for (int rows = 1; rows < 40; rows++) {
                StringBuilder text = new StringBuilder("date,A,B\n");
                for (int row = 0; row < rows; row++) {
                    text.append(LocalDate.of(2024, 1, 1).plusDays(row)).append(',');
                    text.append(cell).append(',').append(cell).append('\n');
                }
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                file.writeBytes(TestBytes.utf8(text.toString()));
                PriceTable table = table(file.toString(StandardCharsets.UTF_8));
                for (int row = 0; row < rows; row++) {
                    assertThat(table.close(row, 0)).isEqualTo(Double.parseDouble(cell));
                    assertThat(table.close(row, 1)).isEqualTo(Double.parseDouble(cell));
                }
            }
        }
    }

    private static PriceTable table(String text) {
        return PriceReader.standard().read("p", TestBytes.utf8(text)).orRefuse().table();
    }
}
