package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The readings are those of pandas 1.5.3 with dateutil 2.8.2, each text asked one by one. */
class DateTextTest {
    private final ReadTime time = new ReadTime();

    private boolean reads(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return IsoTime.read(bytes, 0, bytes.length, time) || WrittenTime.read(text, time);
    }

    private Instant instant() {
        return Instant.ofEpochSecond(
                Math.floorDiv(time.nanos, 1_000_000_000L), Math.floorMod(time.nanos, 1_000_000_000L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "2024-01-02|2024-01-02T00:00:00Z",
                "2024-1-2|2024-01-02T00:00:00Z",
                "2024/1/2|2024-01-02T00:00:00Z",
                "2024.01.02|2024-01-02T00:00:00Z",
                "2024 01 02|2024-01-02T00:00:00Z",
                "20240102|2024-01-02T00:00:00Z",
                "2024-01-02T|2024-01-02T00:00:00Z",
                "2024-01-02 9:30|2024-01-02T09:30:00Z",
                "2024-01-02 09|2024-01-02T09:00:00Z",
                "2024-01-02T0930|2024-01-02T09:30:00Z",
                "20240102T093015|2024-01-02T09:30:15Z",
                "20240105093015|2024-01-05T09:30:15Z",
                "2024-01-02 09:30:15.123456789|2024-01-02T09:30:15.123456789Z",
                "2024-01-02 09:30:15.1234567891|2024-01-02T09:30:15.123456789Z",
                "  2024-01-02|2024-01-02T00:00:00Z",
                "2024-01-02 |2024-01-02T00:00:00Z",
                "2024-01-02 09:30 PM|2024-01-02T21:30:00Z",
                "2024-01-02 09:30:15 EST|2024-01-02T09:30:15Z",
                "2024|2024-01-01T00:00:00Z",
                "2024-12|2024-12-01T00:00:00Z",
                "2262-04-11|2262-04-11T00:00:00Z",
                "01/02/2024|2024-01-02T00:00:00Z",
                "13/01/2024|2024-01-13T00:00:00Z",
                "1/13/2024|2024-01-13T00:00:00Z",
                "1.2.2024|2024-01-02T00:00:00Z",
                "31.12.2024|2024-12-31T00:00:00Z",
                "31-12-2024|2024-12-31T00:00:00Z",
                "01 02 2024|2024-01-02T00:00:00Z",
                "01/2024|2024-01-01T00:00:00Z",
                "12/31/24|2024-12-31T00:00:00Z",
                "24/12/31|2031-12-24T00:00:00Z",
                "99-01-02|1999-01-02T00:00:00Z",
                "01/02/76|1976-01-02T00:00:00Z",
                "01/02/75|2075-01-02T00:00:00Z",
                "240105|2005-01-24T00:00:00Z",
                "1/2/2024 12:00 AM|2024-01-02T00:00:00Z",
                "1/2/2024 9:30:15.25 PM|2024-01-02T21:30:15.250Z",
                "1/5/2024 4pm|2024-01-05T16:00:00Z",
                "1978/July/10  9 PM|1978-07-10T21:00:00Z",
                "Jan 5, 2024|2024-01-05T00:00:00Z",
                "January 5, 2024|2024-01-05T00:00:00Z",
                "05-Jan-2024|2024-01-05T00:00:00Z",
                "05-Jan-24|2024-01-05T00:00:00Z",
                "Jan-05-24|2024-01-05T00:00:00Z",
                "05JAN2024|2024-01-05T00:00:00Z",
                "Jan5,2024|2024-01-05T00:00:00Z",
                "Jan 2024|2024-01-01T00:00:00Z",
                "Sept 5, 2024|2024-09-05T00:00:00Z",
                "Fri Jan  5 09:30:15 2024|2024-01-05T09:30:15Z",
                "Jan 5, 2024, 9:30 PM|2024-01-05T21:30:00Z",
                "Friday, January 5, 2024|2024-01-05T00:00:00Z",
                "5th of January 2024|2024-01-05T00:00:00Z",
                "2024-Jan-05|2024-01-05T00:00:00Z",
                "Jan. 5, 2024|2024-01-05T00:00:00Z",
                "05.Jan.2024|2024-01-05T00:00:00Z",
                "at 9:30 on Jan 5 2024|2024-01-05T09:30:00Z",
                "2024Q1|2024-01-01T00:00:00Z",
                "3Q-2024|2024-07-01T00:00:00Z",
                "24Q4|2024-10-01T00:00:00Z"
            })
    void a_date_without_an_offset_is_read_as_the_original_did(String text, Instant expected) {
        assertThat(reads(text)).isTrue();
        assertThat(instant()).isEqualTo(expected);
        assertThat(time.hasOffset).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-01-02T09:30Z|2024-01-02T09:30:00Z",
                "2024-01-02T09:30:15z|2024-01-02T09:30:15Z",
                "2024-01-02T09:30+01|2024-01-02T08:30:00Z",
                "2024-01-02T09:30+1|2024-01-02T08:30:00Z",
                "2024-01-02T09:30+0130|2024-01-02T08:00:00Z",
                "2024-01-02T09:30 +01:30|2024-01-02T08:00:00Z",
                "2024-01-02 09:30:15-05:00|2024-01-02T14:30:15Z",
                "2024-01-02 09:30:15 UTC|2024-01-02T09:30:15Z",
                "Fri, 05 Jan 2024 09:30:15 GMT|2024-01-05T09:30:15Z",
                "Fri, 05 Jan 2024 09:30:15 +0100|2024-01-05T08:30:15Z",
                "5 Jan 2024 14:30 GMT+3|2024-01-05T17:30:00Z",
                "5 Jan 2024 14:30 UTC-5|2024-01-05T09:30:00Z"
            })
    void an_offset_from_utc_is_taken_off(String text, Instant expected) {
        assertThat(reads(text)).isTrue();
        assertThat(instant()).isEqualTo(expected);
        assertThat(time.hasOffset).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "totals",
                "5",
                "12",
                "99",
                "1.5",
                "-5",
                "1,000",
                "1e5",
                "1704153600",
                "202412",
                "20241",
                "2024-13-01",
                "2024-02-30",
                "2024-00-10",
                "2024-01-00",
                "2024-01-02T9",
                "2024-01-02T24:00",
                "2024-01-02T23:60",
                "2024-01-02T23:59:60",
                "2024-01-02+01:00",
                "2024-01-02Z",
                "2024:01:02",
                "2024-W01",
                "2024-005",
                "13/13/2024",
                "02/30/2024",
                "30/02/2024",
                "0/1/2024",
                "13/2024",
                "01.2024",
                "1/2/20244",
                "1/2/202",
                "01\\02\\2024",
                "1677-09-21",
                "2262-04-12",
                "0001-01-01",
                "Jan 24",
                "Jan",
                "May",
                "Jan 32, 2024",
                "29 Feb 2023",
                "Janu 5, 2024",
                "2024Jan05",
                "Jan 15,2024",
                "5 janvier 2024",
                "Q1 2024",
                "2024Q5",
                "5/Jan/2024:09:30:15",
                "am",
                "13:30 PM 5 Jan 2024",
                "2024-01-05_09:30",
                "2024年1月5日",
                "ad"
            })
    void what_the_original_refused_is_refused(String text) {
        assertThat(reads(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "today", "9:30", "09:30:15", "9:30 Jan 2024", "Wed Jan 2024"})
    void a_date_that_depended_on_the_day_it_was_read_is_refused(String text) {
        assertThat(reads(text)).isFalse();
    }

    @Test
    void every_day_reads_back() {
        LocalDate first = LocalDate.of(1677, 9, 22);
        for (LocalDate day = first; day.isBefore(LocalDate.of(2262, 4, 12)); day = day.plusDays(1)) {
            assertThat(reads(day.toString())).isTrue();
            assertThat(Math.floorDiv(time.nanos, 86_400_000_000_000L)).isEqualTo(day.toEpochDay());
        }
    }

    @Test
    void any_bytes_are_read_or_refused_without_a_crash() {
        String letters = "0123456789-/.:, TZ+aPmJan\t\"é";
        Random random = new Random(1);
        int read = 0;
        for (int run = 0; run < 200_000; run++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "2024-01-0" : "");
            for (int length = random.nextInt(14); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            read += reads(text.toString()) ? 1 : 0;
        }
        assertThat(read).isBetween(1000, 100_000);
    }

    @Test
    void a_time_of_day_is_added_to_its_day() {
        Random random = new Random(2);
        for (int run = 0; run < 2000; run++) {
            LocalDateTime moment = LocalDateTime.of(1700 + random.nextInt(560), 1, 1, 0, 0)
                    .plusSeconds(random.nextInt(365 * 86_400))
                    .plusNanos(random.nextInt(1_000_000_000));
            assertThat(reads(moment.toString())).as(moment.toString()).isTrue();
            assertThat(instant()).isEqualTo(moment.toInstant(java.time.ZoneOffset.UTC));
        }
    }
}
