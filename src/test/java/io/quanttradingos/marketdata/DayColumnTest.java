package io.quanttradingos.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayColumnTest {
    @Test
    void every_day_of_three_centuries_is_read_as_the_library_does() {
        for (LocalDate day = LocalDate.of(1801, 1, 1); day.getYear() < 2101; day = day.plusDays(1)) {
            assertThat(DayColumn.iso(TestBytes.utf8(day.toString()), 0)).isEqualTo((int) day.toEpochDay());
        }
    }

    @Test
    void days_that_are_none_are_none() {
        for (int month = 0; month < 15; month++) {
            for (int dayOfMonth = 0; dayOfMonth < 34; dayOfMonth++) {
                for (int year : new int[] {1900, 2000, 2023, 2024}) {
                    String text = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, dayOfMonth);
                    assertThat(read(text)).as(text).isEqualTo(expected(year, month, dayOfMonth));
                }
            }
        }
    }

    private static int expected(int year, int month, int dayOfMonth) {
        try {
            return (int) LocalDate.of(year, month, dayOfMonth).toEpochDay();
        } catch (DateTimeException e) {
            return DayColumn.UNREADABLE;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yyyy-MM-dd",
                "yyyy/MM/dd",
                "yyyy/M/d",
                "yyyyMMdd",
                "d.M.yyyy",
                "dd.MM.yyyy",
                "yyyyMMdd HH:mm",
                "yyyy-MM-dd'T'HH:mm:ss",
                "yyyy-MM-dd HH:mm:ss",
                "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
                "yyyy-MM-dd HH:mm:ss'+00:00'",
                "yyyy-MM-dd HH:mm:ss'-05:00'",
                "dd.MM.yyyy HH:mm"
            })
    void each_form_is_the_same_day(String pattern) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
        for (int offset = 0; offset < 800; offset++) {
            LocalDate day = LocalDate.of(2019, 11, 1).plusDays(offset);
            String text = form.format(day.atTime(16, 0));
            assertThat(read(text)).as(text).isEqualTo((int) day.toEpochDay());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x", "2024", "2024-01", "2024-01-0x", "24-01-02x", "2024-01-02x", "2024-01-02T", "2024-01-02 noon",
                "1/2/24", "1/2-2024", "1//2024", "1/2/20245", "123/1/2024", "Jan 2, 2024", "2024.01.02.", "/1/2024",
                "20240102x", "2024010", "99/99/2024", "0001-01-01", "9999-12-31", "-", "..", "1.2."
            })
    void anything_else_is_no_date(String text) {
        assertThat(read(text)).isEqualTo(DayColumn.UNREADABLE);
    }

    private static int read(String text) {
        byte[] bytes = TestBytes.utf8(text);
        return new DayColumn().read(bytes, 0, bytes.length, 1);
    }
}
