package io.quanttradingos.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a dropped file counts as written. */
class InboxClaimsTest {
    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final Instant START = Instant.parse("2024-05-01T12:00:00Z");

    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private Duration set = Duration.ZERO;
    private Path file;
    private InboxClaims claims;

    @BeforeEach
    void drop() throws IOException {
        InboxFolders folders = new InboxFolders(folder);
        file = Files.writeString(folders.inbox().resolve("mine.csv"), "symbol,sha");
        changed(START);
        claims = new InboxClaims(folders, () -> "", SETTLE, () -> now().plus(set), nanos::get);
    }

    private Instant now() {
        return START.plusNanos(nanos.get());
    }

    private void changed(Instant at) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(at));
    }

    private boolean isTakenAfter(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        GenericFile<File> dropped = new GenericFile<>();
        dropped.setFile(file.toFile());
        dropped.setFileNameOnly(file.getFileName().toString());
        return claims.accept(dropped);
    }

    @ParameterizedTest
    @CsvSource({"-5000, 0, false", "-5000, 99, false", "-5000, 100, true", "0, 900, false", "0, 1000, true"})
    void it_must_be_old_enough_and_stand_still_between_two_looks(long changedMillis, long secondLook, boolean taken)
            throws IOException {
        changed(START.plusMillis(changedMillis));

        assertThat(isTakenAfter(0)).isFalse();
        assertThat(isTakenAfter(secondLook)).isEqualTo(taken);
    }

    @Test
    void one_that_grows_is_left_however_old_it_says_it_is() throws IOException {
        for (int look = 0; look < 50; look++) {
            Files.writeString(file, "x", StandardOpenOption.APPEND);
            changed(START.minusSeconds(60));
            assertThat(isTakenAfter(500)).isFalse();
        }
        assertThat(isTakenAfter(500)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {86_400, -3600})
    void a_clock_that_is_set_between_two_looks_makes_it_neither_older_nor_younger(long seconds) throws IOException {
        changed(START);
        assertThat(isTakenAfter(0)).isFalse();
        set = Duration.ofSeconds(seconds);

        assertThat(isTakenAfter(500)).isFalse();
        assertThat(isTakenAfter(500)).isTrue();
    }

    @Test
    void one_from_a_clock_that_is_ahead_is_taken_once_it_has_stood_still_long_enough() throws IOException {
        changed(START.plusSeconds(86_400));

        assertThat(isTakenAfter(0)).isFalse();
        assertThat(isTakenAfter(999)).isFalse();
        assertThat(isTakenAfter(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".hidden.csv", "mine.csv.part", "mine.TMP", "mine.csv.crdownload", ".mine.csv.swp", "mine.csv~"})
    void one_whose_name_says_that_it_is_being_written_is_left(String name) throws IOException {
        file = Files.move(file, file.resolveSibling(name));
        changed(START.minusSeconds(60));

        assertThat(isTakenAfter(0)).isFalse();
        assertThat(isTakenAfter(60_000)).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway") // operations and endpoint play no part
    void those_that_wait_are_claimed_together_in_their_order_and_put_back_where_it_stops_before() throws Exception {
        Path folderOfThem = file.getParent();
        Files.delete(file);
        AtomicInteger ids = new AtomicInteger();
        claims = new InboxClaims(
                new InboxFolders(folder),
                () -> "%026d".formatted(ids.incrementAndGet()),
                SETTLE,
                this::now,
                nanos::get);
        List<Path> looked = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            file = Files.writeString(folderOfThem.resolve("%02d.csv".formatted(i)), "x");
            changed(START.minusSeconds(60));
            isTakenAfter(0);
            assertThat(isTakenAfter(100)).isTrue();
            looked.add(file);
        }
        assertThat(claims.claimed(looked.get(0)))
                .get()
                .extracting(path -> path.getFileName().toString())
                .isEqualTo("%026d-00.csv".formatted(1));
        assertThat(names(folderOfThem.resolve(".work")))
                .hasSize(16)
                .startsWith("%026d-00.csv".formatted(1))
                .endsWith("%026d-15.csv".formatted(16));
        claims.stop();
        assertThat(names(folderOfThem.resolve(".work"))).containsExactly("%026d-00.csv".formatted(1));
        assertThat(names(folderOfThem)).contains("01.csv", "15.csv", "19.csv").doesNotContain("00.csv");
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void one_that_is_gone_is_not_taken() throws IOException {
        Files.delete(file);

        assertThat(isTakenAfter(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"200, .csv", "255, .csv", "255, .csv.gz", "255, ''"})
    void a_name_keeps_its_ending_and_leaves_room_for_a_claim(int length, String ending) {
        String name = "ä".repeat((length - ending.length()) / 2) + ending;
        String claimed = InboxFile.claimedName("C".repeat(26), name);

        assertThat(claimed).startsWith("C".repeat(26) + "-ä").endsWith(ending.substring(ending.lastIndexOf('.') + 1));
        assertThat(claimed.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isBetween(200, 227);
    }

    /** The bounded cache that Camel would take keeps something of every name until it is full, and it is never full. */
    @Test
    void nothing_is_kept_of_files_that_are_no_longer_in_progress() {
        MemoryIdempotentRepository inProgress = (MemoryIdempotentRepository) InboxClaims.inProgress();
        inProgress.start();

        assertThat(inProgress.add("a.csv")).isTrue();
        assertThat(inProgress.add("a.csv")).isFalse();
        assertThat(inProgress.remove("a.csv")).isTrue();
        assertThat(inProgress.getCache()).isEmpty();
        assertThat(inProgress.getCache().getClass()).isEqualTo(ConcurrentHashMap.class);
    }
}
