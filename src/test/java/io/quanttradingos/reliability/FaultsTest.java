package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The faults a machine really has: each ends in a clear problem, and in a service that goes on. */
@Timeout(120)
class FaultsTest {
    private static final Map<String, String> WATCHED = Map.of("qtos.inbox.enabled", "true");
    private static final String HOLDINGS = "symbol,shares\nSPY,10\n";

    @TempDir
    Path folder;

    private static HttpResponse<String> decide(ServiceUnderTest service) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.baseUri() + "/decision"))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void drop(ServiceUnderTest service, String name, String content) throws IOException {
        Path aside = Files.writeString(service.dataFolder().resolve("aside"), content);
        Files.move(aside, service.dataFolder().resolve("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void expectServed(ServiceUnderTest service, String name) throws IOException {
        drop(service, name, HOLDINGS);
        Path result = service.dataFolder().resolve("outbox").resolve(name + ".decision.json");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(result));
    }

    @Test
    void a_full_disk_is_said_and_nothing_is_recorded_by_halves() throws Exception {
        Path state = Files.createDirectories(folder.resolve("state"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", state.toString()),
                "skipped: this user may not mount a file system of its own");
        try (ServiceUnderTest service = ServiceUnderTest.in(folder)) {
            assertThat(decide(service).statusCode()).isEqualTo(200);
            long before = service.assembly().store().count();
            Path filler = fill(state);

            HttpResponse<String> answer = decide(service);
            for (int i = 0; i < 40 && answer.statusCode() == 200; i++) {
                answer = decide(service);
            }
            assertThat(AnswerRules.violations(
                            "GET",
                            answer.statusCode(),
                            answer.headers(),
                            answer.body().getBytes(UTF_8)))
                    .as(answer.body())
                    .isEmpty();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Storage failed");
            assertThat(get(service, "/health/ready")).isEqualTo(503);
            assertThat(get(service, "/health")).isEqualTo(200);
            assertThat(service.assembly().store().verifyChain().ok()).isTrue();

            Files.delete(filler);
            assertThat(decide(service).statusCode()).isEqualTo(200);
            assertThat(service.assembly().store().count()).isGreaterThan(before);
            assertThat(service.assembly().store().verifyChain().ok()).isTrue();
        } finally {
            run("umount", "-l", state.toString());
        }
    }

    private static int get(ServiceUnderTest service, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.baseUri() + path))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    /** Takes all the room there is. */
    private static Path fill(Path state) throws IOException {
        Path filler = state.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            byte[] block = new byte[4096];
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            return filler;
        }
    }

    @Test
    void a_state_folder_that_cannot_be_written_is_said_at_the_start() throws Exception {
        Path state = Files.createDirectories(folder.resolve("state"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", state.toString()),
                "skipped: this user may not mount a file system of its own");
        try {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> ServiceUnderTest.in(folder))
                    .isInstanceOfAny(IOException.class, io.quanttradingos.failure.Refusal.class);
        } finally {
            run("umount", "-l", state.toString());
        }
    }

    @Test
    void a_pipe_in_the_inbox_holds_nothing_up() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            Path pipe = service.dataFolder().resolve("inbox/a-pipe.csv");
            Assumptions.assumeTrue(run("mkfifo", pipe.toString()), "skipped: no mkfifo here");

            expectServed(service, "b-good.csv");
            expectServed(service, "c-good.csv");
        }
    }

    @Test
    void a_link_out_of_the_folder_a_folder_and_an_empty_file_hold_nothing_up() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            Path inbox = service.dataFolder().resolve("inbox");
            Path secret = Files.writeString(folder.resolve("secret.csv"), HOLDINGS);
            Files.createSymbolicLink(inbox.resolve("a-link.csv"), secret);
            Files.createSymbolicLink(inbox.resolve("a-loop.csv"), inbox.resolve("a-loop.csv"));
            Files.createSymbolicLink(inbox.resolve("a-nowhere.csv"), folder.resolve("nowhere"));
            Files.createSymbolicLink(inbox.resolve("a-device.csv"), Path.of("/dev/zero"));
            Files.createDirectory(inbox.resolve("a-folder.csv"));
            drop(service, "a-empty.csv", "");

            expectServed(service, "b-good.csv");
            assertThat(secret).content().isEqualTo(HOLDINGS);
            try (Stream<Path> results = Files.list(service.dataFolder().resolve("outbox"))) {
                assertThat(results.map(Path::getFileName).map(Path::toString))
                        .containsExactlyInAnyOrder("b-good.csv.decision.html", "b-good.csv.decision.json");
            }
        }
    }

    @Test
    void names_of_every_kind_are_served_or_left_and_hold_nothing_up() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            for (String name : new String[] {
                "${exchange}.csv",
                "{{env:HOME}}.csv",
                "$simple{body}.csv",
                "a b'\"&;|.csv",
                "=1+1.csv",
                "-rf.csv",
                "ünïcode-\ud83d\ude00.csv",
                "line\nbreak.csv",
                "x".repeat(240) + ".csv"
            }) {
                try {
                    drop(service, name, HOLDINGS);
                } catch (IOException | java.nio.file.InvalidPathException e) {
                    continue; // this system has no such names
                }
                Path dropped = service.dataFolder().resolve("inbox").resolve(name);
                await(name)
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> !Files.exists(dropped, LinkOption.NOFOLLOW_LINKS));
            }
            expectServed(service, "good.csv");
            assertThat(names(service.dataFolder().resolve("outbox")))
                    .as("the longest name keeps its start and its ending")
                    .anyMatch(name -> name.matches("x{100,}\\.csv\\.decision\\.json"));
        }
    }

    @Test
    void a_result_that_cannot_be_written_loses_neither_the_file_nor_the_service() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            Path outbox = service.dataFolder().resolve("outbox");
            Files.createDirectory(outbox.resolve("a.csv.decision.json"));
            Files.createDirectory(outbox.resolve("a.csv.decision.json").resolve("in-the-way"));
            drop(service, "a.csv", HOLDINGS);

            expectServed(service, "b.csv");
            Path inbox = service.dataFolder().resolve("inbox");
            assertThat(Stream.of(".done", ".failed", ".work").flatMap(place -> names(inbox.resolve(place))))
                    .as("the dropped file is still somewhere")
                    .anyMatch(name -> name.equals("a.csv") || name.endsWith("-a.csv"));
        }
    }

    private static Stream<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? Stream.empty() : Stream.of(names);
    }
}
