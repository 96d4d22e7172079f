package io.quanttradingos.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StageCacheTest {
    private static final long ROOM = 1_000_000;

    private final StageCache cache = new StageCache(report -> new byte[0], ROOM);
    private final AtomicInteger computed = new AtomicInteger();

    private Weighed sized(String name, long bytes) {
        return cache.value(List.of("sized", name), () -> {
            computed.incrementAndGet();
            return () -> bytes;
        });
    }

    @Test
    void a_result_that_fits_is_computed_once() {
        sized("small", ROOM / 2);
        sized("small", ROOM / 2);

        assertThat(computed).hasValue(1);
    }

    @Test
    void a_result_that_says_it_takes_more_room_than_there_is_is_not_kept() {
        sized("large", ROOM + 1);

        await().untilAsserted(() -> {
            sized("large", ROOM + 1);
            assertThat(computed).hasValueGreaterThan(1);
        });
    }
}
