package io.quanttradingos.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @Test
    void a_plain_number_is_the_double_nearest_to_what_is_written() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            long digits = random.nextLong() >>> (1 + random.nextInt(63));
            StringBuilder text = new StringBuilder(Long.toString(digits));
            text.insert(random.nextInt(text.length() + 1), random.nextBoolean() ? "." : "");
            assertThat(DecimalText.parse(text.toString()).orElseThrow())
                    .as(text.toString())
                    .isEqualTo(Double.parseDouble(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.2.3", "1,2", "-", "e5", "0x10", "1f", "NaN", "Infinity", "1e999", " 1"})
    void a_text_that_is_no_finite_decimal_number_is_none(String text) {
        assertThat(DecimalText.parse(text)).isEmpty();
    }

    @Test
    void every_day_of_the_calendar_reads_alike_in_each_way_of_writing_it() {
        for (LocalDate day = LocalDate.of(1999, 1, 1); day.getYear() < 2005; day = day.plusDays(1)) {
            String plain = day.toString();
            assertThat(DateText.parse(plain)).hasValue(day);
            assertThat(DateText.parse(plain.replace('-', '/'))).hasValue(day);
            assertThat(DateText.parse(plain.replace("-", ""))).hasValue(day);
            assertThat(DateText.parse(plain + "T16:00:00Z")).hasValue(day);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "2023-00-10", "2023-13-01", "2023-1a-01", "2023-01-32", "２０２３-01-01"})
    void a_plain_looking_date_that_is_none_is_refused(String text) {
        assertThat(DateText.parse(text)).isEmpty();
    }
}
