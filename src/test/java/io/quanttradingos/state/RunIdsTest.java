package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunIdsTest {
    @Test
    void ids_sort_by_the_time_they_were_made() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> ids = new ArrayList<>();
        for (long millis = 0; millis < 1L << 47; millis = millis * 2 + 1) {
            ids.add(RunIds.next(Instant.ofEpochMilli(millis), random));
        }
        assertThat(ids).hasSize(48).isSorted();
    }

    @Test
    void the_time_can_be_read_back_by_the_published_layout() {
        // 1469918176385 is 01ARYZ6S41 in the ULID specification
        assertThat(RunIds.next(Instant.ofEpochMilli(1_469_918_176_385L), new SplittableRandom(1)))
                .startsWith("01ARYZ6S41")
                .matches("[0-9A-HJKMNP-TV-Z]{26}");
    }

    @Test
    void ids_of_one_millisecond_differ() {
        SplittableRandom random = new SplittableRandom(6);
        HashSet<String> ids = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            ids.add(RunIds.next(Drafts.START, random));
        }
        assertThat(ids).hasSize(100_000);
    }

    @Test
    void a_time_without_a_place_in_the_layout_is_refused() {
        assertThatThrownBy(() -> RunIds.next(Instant.EPOCH.minusMillis(1), new SplittableRandom(1)))
                .hasMessageContaining("1969-12-31T23:59:59.999Z");
        assertThatThrownBy(() -> RunIds.next(Instant.ofEpochMilli(1L << 48), new SplittableRandom(1)))
                .hasMessageContaining("10889");
    }
}
