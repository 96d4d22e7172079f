package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.units.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarReaderTest {
    private static final Symbol SPY = Symbol.of("SPY");
    private static final BarReader READER = BarReader.standard().forSymbol(SPY);

    private static BarFile file(BarReader reader, String text) {
        return reader.read("b", TestBytes.utf8(text)).orRefuse();
    }

    private static Bars bars(String text) {
        BarFile file = file(READER, text);
        assertThat(file.instruments()).hasSize(1);
        return file.instruments().get(0);
    }

    /** Open, high, low, close and volume of one row. */
    private static double[] row(Bars bars, int row) {
        return new double[] {bars.open()[row], bars.high()[row], bars.low()[row], bars.close()[row], bars.volume()[row]
        };
    }

    @Test
    void a_bar_has_a_time_four_prices_and_a_volume() {
        BarFile file = file(READER, """
                date,open,high,low,close,volume
                2024-01-02,472.16,473.67,470.49,472.65,123623700
                2024-01-03,470.43,471.19,468.17,468.79,103585900
                """);

        Bars bars = file.bars(SPY).orElseThrow();
        assertThat(bars.rows()).isEqualTo(2).isEqualTo(file.rows());
        assertThat(bars.time(1)).isEqualTo(Instant.parse("2024-01-03T00:00:00Z"));
        assertThat(row(bars, 0)).containsExactly(472.16, 473.67, 470.49, 472.65, 123623700);
        assertThat(row(bars, 1)).containsExactly(470.43, 471.19, 468.17, 468.79, 103585900);
        assertThat(file.warnings()).isEmpty();
        assertThat(file.bars(Symbol.of("TLT"))).isEmpty();
    }

    @Test
    void a_symbol_column_makes_bars_for_each_symbol_each_in_its_own_order() {
        BarFile file = file(READER, """
                Symbol;Timestamp;O;H;L;C
                TLT;2024-01-03T09:30:00Z;98.5;98.6;98.4;98.55
                spy;2024-01-02T09:30:00Z;472;473;471;472.5
                TLT;2024-01-02T09:30:00Z;98.1;98.2;98.0;98.15
                SPY;2024-01-03T09:30:00Z;470;471;469;470.5
                """);

        assertThat(file.instruments()).extracting(Bars::symbol).containsExactly(Symbol.of("TLT"), SPY);
        Bars tlt = file.bars(Symbol.of("TLT")).orElseThrow();
        assertThat(tlt.time(0)).isEqualTo(Instant.parse("2024-01-02T09:30:00Z"));
        assertThat(row(tlt, 0)).containsExactly(98.1, 98.2, 98.0, 98.15, Double.NaN);
        assertThat(row(file.bars(SPY).orElseThrow(), 1)).containsExactly(470, 471, 469, 470.5, Double.NaN);
        assertThat(file.rows()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Date,Open,High,Low,Close,Volume\n2024-01-02,2,4,1,3,9\n",
                "T,O,H,L,C,V,timestamp\nx,2,4,1,3,9,2024-01-02\n",
                ",date,open,high,low,close,volume\n0,2024-01-02,2,4,1,3,9.0\n",
                ",open,high,low,close,vol\n2024-01-02,2,4,1,3,9\n",
                "Unnamed: 0,datetime,close,low,high,open,VOL\n0,20240102,3,1,4,2,+9\n",
                "Date,Close/Last,Volume,Open,High,Low\n01/31/2024,$3.00,\"9\",$2.00,$4.00,$1.00\n",
                "\"Date\",\"Price\",\"Open\",\"High\",\"Low\",\"Vol.\",\"Change %\"\n\"01/31/2024\",\"3\",\"2\",\"4\",\"1\",\"9\",\"1%\"\n",
                "time\topen\thigh\tlow\tclose\tVolume\n1704153600\t2\t4\t1\t3\t9\n",
                "date;open;high;low;close;volume\n02.01.2024;2,0;4,0;1,0;3,0;9\n"
            })
    void columns_are_told_by_their_names(String text) {
        assertThat(row(bars(text), 0)).containsExactly(2, 4, 1, 3, 9);
    }

    @Test
    void a_close_alone_stands_for_all_four_prices_with_a_warning() {
        BarFile file = file(READER, "date,close,ret\n2024-01-03,3,0.5\n2024-01-02,2,\n");

        assertThat(row(file.instruments().get(0), 0)).containsExactly(2, 2, 2, 2, Double.NaN);
        assertThat(row(file.instruments().get(0), 1)).containsExactly(3, 3, 3, 3, Double.NaN);
        assertThat(file.warnings())
                .containsExactly("there is no open, high and low: each bar has its close for all of them");
    }

    @Test
    void an_adjusted_close_is_left_aside_with_a_warning_or_scales_all_prices_where_asked_for() {
        String text = "Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-02,2,5,1,4,1,9\n2024-01-03,2,5,1,4,3,9\n";

        BarFile raw = file(READER, text);
        BarFile adjusted = file(READER.adjusted(true), text);

        assertThat(row(raw.instruments().get(0), 0)).containsExactly(2, 5, 1, 4, 9);
        assertThat(raw.warnings())
                .containsExactly("prices are those of column Close, not adjusted; Adj Close was left aside");
        assertThat(row(adjusted.instruments().get(0), 0)).containsExactly(0.5, 1.25, 0.25, 1, 9);
        assertThat(row(adjusted.instruments().get(0), 1)).containsExactly(1.5, 3.75, 0.75, 3, 9);
        assertThat(adjusted.warnings()).isEmpty();
    }

    @Test
    void adjusted_prices_keep_within_their_bar_whatever_rounding_does() {
        StringBuilder text = new StringBuilder("date,open,high,low,close,adj_close\n");
        for (int i = 1; i <= 2_000; i++) {
            text.append(LocalDate.of(2010, 1, 1).plusDays(i))
                    .append(",7.01,7.03,7.01,7.03,")
                    .append(i / 997.0)
                    .append('\n');
        }

        Bars bars = file(READER.adjusted(true), text.toString()).instruments().get(0);

        for (int row = 0; row < bars.rows(); row++) {
            assertThat(bars.close()[row]).isEqualTo((row + 1) / 997.0);
            assertThat(bars.high()[row]).isCloseTo(bars.close()[row], within(1e-15 * bars.close()[row]));
        }
    }

    @Test
    void a_file_whose_only_close_is_adjusted_says_so() {
        String text = "date,adj_close\n2024-01-02,2\n";

        for (boolean adjusted : new boolean[] {false, true}) {
            BarFile file = file(READER.adjusted(adjusted), text);
            assertThat(file.instruments().get(0).close()[0]).isEqualTo(2);
            assertThat(file.warnings())
                    .first()
                    .isEqualTo(
                            adjusted
                                    ? "there is no open, high and low: each bar has its close for all of them"
                                    : "prices are those of column adj_close, adjusted: there is no other close");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "100.00000009, 101, 99, 100",
        "100, 99.99999995, 99, 99.9",
        "100, 101, 100.00000005, 100",
        "100, 101, 99, 101.0000001"
    })
    void a_price_a_last_digit_outside_widens_the_bar(double open, double high, double low, double close) {
        String text = String.format(
                Locale.ROOT, "date,open,high,low,close\n2024-01-02,%s,%s,%s,%s\n", open, high, low, close);

        Bars bars = bars(text);

        assertThat(bars.open()[0]).isEqualTo(open);
        assertThat(bars.close()[0]).isEqualTo(close);
        assertThat(bars.high()[0]).isEqualTo(Math.max(high, Math.max(open, close)));
        assertThat(bars.low()[0]).isEqualTo(Math.min(low, Math.min(open, close)));
    }

    @ParameterizedTest
    @CsvSource({
        "100.0000002, 100, 99, 100",
        "100, 101, 100.0000002, 100",
        "100, 100, 99, 100.0000002",
        "100, 99, 99.0000002, 99"
    })
    void a_price_further_outside_makes_the_row_bad(double open, double high, double low, double close) {
        String text = String.format(
                Locale.ROOT, "date,open,high,low,close\n2024-01-02,%s,%s,%s,%s\n", open, high, low, close);

        assertThat(READER.read("b", TestBytes.utf8(text)).problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02|2024-01-02T00:00:00Z",
                "2024-01-02 16:00:00|2024-01-02T16:00:00Z",
                "2024-01-02T09:30:00.250|2024-01-02T09:30:00.250Z",
                "2024-01-02T09:30:00+02:00|2024-01-02T09:30:00Z",
                "2024-01-02 09:30:00-05:00|2024-01-02T09:30:00Z",
                "20240102 00:00|2024-01-02T00:00:00Z",
                "20240102T093000Z|2024-01-02T09:30:00Z",
                "1/31/2024 4:00 PM|2024-01-31T16:00:00Z",
                "31.01.2024 17:30|2024-01-31T17:30:00Z",
                "1704205800|2024-01-02T14:30:00Z",
                "1704205800.5|2024-01-02T14:30:00.500Z",
                "1704205800500|2024-01-02T14:30:00.500Z",
                "-252288000|1962-01-03T00:00:00Z",
                "-252288000000|1962-01-03T00:00:00Z"
            })
    void a_time_is_kept_as_written(String written, Instant time) {
        assertThat(bars("date,close\n" + written + ",1\n").time(0)).isEqualTo(time);
    }

    @Test
    void offsets_may_change_with_the_clocks() {
        Bars bars = bars("date,close\n2024-03-08 00:00:00-05:00,1\n2024-03-11 00:00:00-04:00,2\n");

        assertThat(bars.time(1)).isEqualTo(Instant.parse("2024-03-11T00:00:00Z"));
    }

    @Test
    void a_time_of_day_may_stand_in_its_own_column_on_either_side() {
        Bars behind = bars("Date,Time,Close\n2024-01-02,09:30,1\n2024-01-02,09:31,2\n");
        Bars before = bars("time,trade_date,close\n093000,02.01.2024,1\n093100,02.01.2024,2\n");

        assertThat(behind.time(1)).isEqualTo(Instant.parse("2024-01-02T09:31:00Z"));
        assertThat(Arrays.copyOf(before.times(), 2)).containsExactly(Arrays.copyOf(behind.times(), 2));
    }

    @Test
    void of_two_dates_the_first_counts_with_a_warning() {
        BarFile file = file(READER, "Timestamp,date,close,c2\n1704153600,2024-01-09,1,5\n");

        assertThat(file.instruments().get(0).time(0)).isEqualTo(Instant.parse("2024-01-02T00:00:00Z"));
        assertThat(file.warnings()).first().isEqualTo("bars are dated by column Timestamp; date was left aside");
    }

    @Test
    void milliseconds_may_run_through_1970_where_they_are_as_small_as_seconds() {
        StringBuilder text = new StringBuilder("timestamp,close\n");
        for (int day = -3_000; day <= 3_000; day++) {
            text.append(day * 86_400_000L).append(",1\n");
        }

        Bars millis = bars(text.toString());
        Bars seconds = bars(text.toString().replace("000,", ","));

        assertThat(millis.time(3_000)).isEqualTo(Instant.EPOCH);
        assertThat(millis.rows()).isEqualTo(6_001);
        assertThat(Arrays.copyOf(seconds.times(), 6_001)).containsExactly(Arrays.copyOf(millis.times(), 6_001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01/02/2024 09:30,01/02/2024 09:31,01/03/2024 09:30,02/01/2024 09:30|2024-02-01T09:30:00Z",
                "01/02/2024 09:30,01/02/2024 09:31,02/02/2024 09:30,01/03/2024 09:30|2024-03-01T09:30:00Z"
            })
    void the_order_of_days_tells_the_reading_of_dates_within_which_bars_follow_each_other(String times, Instant last) {
        Bars bars = bars("date,close\n" + times.replace(",", ",1\n") + ",1\n");

        assertThat(bars.time(3)).isEqualTo(last);
    }

    @Test
    void a_wanted_reading_settles_dates_that_allow_both() {
        String text = "date,close\n01/02/2024,1\n02/03/2024,2\n";

        assertThat(file(READER.withDates(DateReading.DAY_FIRST), text)
                        .instruments()
                        .get(0)
                        .time(1))
                .isEqualTo(Instant.parse("2024-03-02T00:00:00Z"));
        assertThat(file(READER.withDates(DateReading.MONTH_FIRST), text)
                        .instruments()
                        .get(0)
                        .time(1))
                .isEqualTo(Instant.parse("2024-02-03T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date,close,volume\\n2024-01-02,\"1,234.50\",\"1,234,567\"|1234.5|1234567",
                "date;close;volume\\n2024-01-02;1.234,50;1.234.567|1234.5|1234567",
                "date;close;volume\\n2024-01-02;1,234;1,234,567|1234|1234567",
                "date;close;volume\\n2024-01-02;1,234;0,5|1.234|0.5",
                "date;close;volume\\n2024-01-02;1.234;12,5|1234|12.5",
                "date\tclose\tvolume\\n2024-01-02\t472,65\t1000|472.65|1000",
                "date,close,volume\\n2024-01-02,\"472,65\",1.234|472.65|1234"
            })
    void marks_are_read_as_all_numbers_of_the_file_allow(String text, double close, double volume) {
        Bars bars = bars(text.replace("\\n", "\n") + "\n");

        assertThat(bars.close()[0]).isEqualTo(close);
        assertThat(bars.volume()[0]).isEqualTo(volume);
    }

    @Test
    void numbers_read_as_decimals_before_the_mark_was_known_are_read_again() {
        StringBuilder text = new StringBuilder("date;close;volume\n");
        for (int row = 0; row < 300; row++) {
            text.append(LocalDate.of(2020, 1, 1).plusDays(row)).append(";1.234;1.000\n");
        }
        text.append("2023-01-01;1.234,5;1.000\n");

        Bars bars = bars(text.toString());

        assertThat(bars.close()[0]).isEqualTo(1234);
        assertThat(bars.volume()[299]).isEqualTo(1000);
        assertThat(bars.close()[300]).isEqualTo(1234.5);
    }

    @Test
    void the_place_of_a_row_in_the_file_does_not_change_it() {
        // The last bytes of a file go another way than the first.
        List<String> volumes = List.of("0", "12345678", "1234567890123456", "12345678901234567890", "4006500.0", "1e6");
        for (String volume : volumes) {
            for (int rows = 1; rows < 12; rows++) {
                StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
                for (int row = 0; row < rows; row++) {
                    text.append(LocalDate.of(2024, 1, 1).plusDays(row))
                            .append(",136.63999938964844,12345678.75,.5,49.27333450317383,")
                            .append(volume)
                            .append('\n');
                }
                Bars bars = bars(text.toString().stripTrailing());
                for (int row = 0; row < rows; row++) {
                    assertThat(row(bars, row))
                            .containsExactly(
                                    136.63999938964844,
                                    12345678.75,
                                    0.5,
                                    49.27333450317383,
                                    Double.parseDouble(volume));
                }
            }
        }
    }

    @Test
    void a_bad_row_tells_of_its_first_fault_only() {
        assertThat(READER.read("b", TestBytes.utf8("date,open,high,low,close\n2024-13-02,x,-1,0,\n"))
                        .problems())
                .extracting(InputProblem::column)
                .containsExactly("date");
    }

    @Test
    void what_is_asked_of_bad_rows_has_a_name() {
        assertThat(OnBadRow.parse(" SKIP ")).contains(OnBadRow.SKIP);
        assertThat(OnBadRow.parse("reject")).contains(OnBadRow.REJECT);
        assertThat(OnBadRow.parse("ignore")).isEmpty();
        assertThat(OnBadRow.SKIP.code()).isEqualTo("skip");
    }
}
