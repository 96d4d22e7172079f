package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockReadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HH:mm:ss",
                "'T'HH:mm:ss",
                " HHmmss",
                "'T'HH:mm:ss.SSS",
                "HH:mm:ss','SSSSSS",
                "'T'HH:mm:ss'Z'",
                "H:mm:ss' UTC'",
                "HH:mm:ss'+01:00'",
                "HH:mm:ss'-0500'",
                "HH:mm:ss' +05'",
                "h:mm:ss a",
                "hh:mm:ss.SSSa",
                "HH:mm:ss.SSSSSSSSS'z'"
            })
    void every_second_of_a_day_is_read_as_the_library_writes_it(String pattern) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        boolean zoned = pattern.matches(".*('Z'|UTC'|'z'|[0-9]').*");
        for (int second = 0; second < 86_400; second += 7) {
            String text = form.format(LocalTime.ofSecondOfDay(second));
            ClockReading clock = read(text).orElseThrow(() -> new AssertionError(text));
            assertThat(clock.millis).as(text).isEqualTo(second * 1000);
            assertThat(clock.zoned).as(text).isEqualTo(zoned);
            assertThat(clock.present).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "9:30, 34200000",
        "0930, 34200000",
        "T0930, 34200000",
        "09:30:00.25, 34200250",
        "09:30:00.0009999, 34200000",
        "09:30:00.123999, 34200123",
        "12:00 AM, 0",
        "12:00 PM, 43200000",
        "11:59:59 pm, 86399000",
        "23:59:59.999, 86399999"
    })
    void a_time_is_milliseconds_of_its_day(String text, int millis) {
        assertThat(read(text).orElseThrow().millis).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24:00",
                "23:60",
                "23:59:60",
                "24:00:5",
                "24:00:05",
                "9",
                "9:3",
                "9:300",
                "093",
                "09300",
                "0930000",
                "9:30:",
                "9:30:0",
                "9:30.",
                "9:30:00.",
                "9:30:00.1234567890",
                "13:00 PM",
                "0:30 AM",
                "9:30 XM",
                "9:30 A",
                "9:30+",
                "9:30+1",
                "9:30+24",
                "9:30+01:60",
                "9:30+01:",
                "9:30+01:0",
                "9:30Zulu",
                "9:30 GMT",
                "noon",
                ":30",
                "9::30",
                "9:30 9:30",
                "T",
                "-9:30",
                "9:30:00 +0100 x",
                "999999"
            })
    void anything_else_is_no_time(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void behind_a_date_there_may_be_nothing_but_a_time_needs_something_before_it() {
        ClockReading clock = new ClockReading();
        byte[] text = TestBytes.utf8("2024-01-0209:30");

        assertThat(clock.readBehindDate(text, 10, 10)).isTrue();
        assertThat(clock.present).isFalse();
        assertThat(clock.readBehindDate(text, 10, text.length)).isFalse();
    }

    private static Optional<ClockReading> read(String text) {
        ClockReading clock = new ClockReading();
        byte[] padded = TestBytes.utf8("1" + text + "1");
        int from = text.startsWith("T") ? 2 : 1;
        return clock.read(padded, from, padded.length - 1) ? Optional.of(clock) : Optional.empty();
    }
}
