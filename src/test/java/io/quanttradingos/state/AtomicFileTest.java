package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void new_content_takes_the_place_of_the_old_and_nothing_else_stays() throws IOException {
        Path file = folder.resolve("a.json");
        AtomicFile.write(file, bytes("old"));
        AtomicFile.write(file, bytes("new"));
        assertThat(file).hasContent("new");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void a_failure_half_way_leaves_the_old_content() throws IOException {
        Path file = folder.resolve("a.json");
        AtomicFile.write(file, bytes("old"));
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void a_name_as_long_as_the_file_system_allows_can_be_written() throws IOException {
        Path file = folder.resolve("n".repeat(255));
        AtomicFile.write(file, bytes("x"));
        assertThat(file).hasContent("x");
    }

    @Test
    void an_interrupt_neither_stops_the_write_nor_gets_lost() throws IOException {
        Thread.currentThread().interrupt();
        AtomicFile.write(folder.resolve("a"), bytes("x"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(folder.resolve("a")).hasContent("x");
    }

    @Test
    void a_reader_never_sees_a_part() throws Exception {
        Path file = folder.resolve("a");
        AtomicFile.write(file, new byte[100_000]);
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; i < 50; i++) {
                    AtomicFile.write(file, new byte[100_000]);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } finally {
                done.set(true);
            }
        });
        writer.start();
        int looks = 0;
        while (!done.get() || looks == 0) {
            assertThat(Files.readAllBytes(file)).hasSize(100_000);
            looks++;
        }
        writer.join();
    }

    @Test
    void leftovers_of_killed_writers_go_and_younger_ones_stay() throws IOException {
        Path old = Files.createFile(folder.resolve(".qtos-1-1.tmp"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2024-01-01T00:00:00Z")));
        Files.createFile(folder.resolve(".qtos-1-2.tmp"));
        Files.createFile(folder.resolve("a.tmp"));
        AtomicFile.removeLeftovers(folder, Instant.parse("2024-01-02T00:00:00Z"));
        assertThat(names()).containsExactly(".qtos-1-2.tmp", "a.tmp");
    }

    @Test
    void missing_folders_are_made_and_a_file_in_their_place_is_refused() throws IOException {
        AtomicFile.createFolder(folder.resolve("a/b/c"));
        AtomicFile.createFolder(folder.resolve("a/b/c"));
        assertThat(folder.resolve("a/b/c")).isDirectory();
        Files.createFile(folder.resolve("f"));
        assertThatThrownBy(() -> AtomicFile.createFolder(folder.resolve("f"))).isInstanceOf(IOException.class);
    }

    @Test
    void the_digest_is_sha_256() throws IOException {
        // FIPS 180-2, example for "abc"
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(ContentDigest.sha256(bytes("abc"))).isEqualTo(abc);
        assertThat(ContentDigest.sha256(new ByteArrayInputStream(bytes("abc")))).isEqualTo(abc);
    }
}
