package io.quanttradingos.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms that cannot be read to their end are refused at once, and leave no file and no place taken. */
@Tag("one-java")
class HostileFormsTest {
    private static final String PART =
            "--b\r\nContent-Disposition: form-data; name=\"prices_file\"; filename=\"p.csv\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceUnderTest.in(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String post(String type, String body) throws IOException {
        return RawConnection.exchange(
                service.baseUri(),
                "POST /regime HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary=b; charset=none-such",
                "multipart/form-data; boundary=b; charset=\"",
                "MULTIPART/FORM-DATA; BOUNDARY=",
            })
    void a_type_that_no_form_can_be_read_by_is_refused(String type) throws IOException {
        assertThat(post(type, PART + "date,SPY\r\n--b--\r\n")).startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 8_000, 60_000, 2_000_000})
    void a_file_that_is_cut_short_is_refused(int bytes) throws IOException {
        String answer = post("multipart/form-data; boundary=b", PART + "x".repeat(bytes));

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @Test
    void a_form_that_breaks_off_and_goes_on_otherwise_is_refused() throws IOException {
        String answer = post(
                "multipart/form-data; boundary=b",
                PART + "x".repeat(50_000)
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"\r\n\r\n--b\r\n: \u0000\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json");
    }

    @Test
    void no_upload_is_left_behind() throws IOException {
        for (int i = 0; i < 3; i++) {
            post("multipart/form-data; boundary=b", PART + "x".repeat(100_000));
        }

        Path uploads = service.stateFolder().resolve("uploads");
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (count(uploads) > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(uploads).isEmptyDirectory();
    }

    private static long count(Path uploads) throws IOException {
        try (Stream<Path> files = Files.list(uploads)) {
            return files.count();
        }
    }
}
