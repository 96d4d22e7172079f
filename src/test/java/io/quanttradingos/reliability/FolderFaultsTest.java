package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StateSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files and folders that the service may not use any more, or that are gone while it runs. A process of its own, for which
 * permissions hold whoever runs the tests.
 */
@Timeout(120)
@Tag("one-java")
class FolderFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    /** About ten looks into the inbox. */
    private static final Duration A_WHILE = Duration.ofMillis(250);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static ServiceProcess service;
    private static int dropped;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(ServiceProcess.canBeBound(folder), "skipped: permissions hold for nobody here");
        service = ServiceProcess.bound(
                folder,
                Map.of(
                        "QTOS_PRICE_SOURCES", "",
                        "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1",
                        "QTOS_INBOX_SETTLE_MILLIS", "50",
                        "QTOS_INBOX_POLL_MILLIS", "20"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (service != null) {
            service.close();
            try (RunStore store = RunStore.open(service.state(), StateSettings.defaults(), InstantSource.system())) {
                assertThat(store.verifyChain().ok()).isTrue();
            }
        }
    }

    private static HttpResponse<String> get(String path) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(service.baseUri().resolve(path)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path data(String place) {
        return service.data().resolve(place);
    }

    private static Path result(String name) {
        return data("outbox").resolve(name + ".decision.json");
    }

    /** Holdings with a content of their own. */
    private static Path holdings() throws IOException {
        return Files.writeString(service.data().resolve("aside"), "symbol,shares\nSPY," + ++dropped + "\n");
    }

    private static void drop(String name) throws IOException {
        Files.move(holdings(), data("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void expectServed(String name) {
        await(name).atMost(SOON).until(() -> Files.exists(result(name)));
    }

    private static void permit(Path folder, String permissions) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    private static long logged() {
        try (Stream<String> lines = Files.lines(folder.resolve("service.log"), UTF_8)) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void expectDown(String check) throws IOException {
        await(check).atMost(SOON).until(() -> get("/health/ready").statusCode() == 503);
        for (JsonNode each : Json.mapper().readTree(get("/health/ready").body()).path("checks")) {
            boolean down = each.path("name").asText().equals(check);
            assertThat(each.path("status").asText()).isEqualTo(down ? "DOWN" : "UP");
        }
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    private static void expectUp() {
        await().atMost(SOON).until(() -> get("/health/ready").statusCode() == 200);
    }

    @Test
    void a_file_that_cannot_be_read_is_rejected_in_a_sentence_and_the_next_one_is_served() throws IOException {
        long before = logged();
        Path secret = holdings();
        permit(secret, "---------");
        Files.move(secret, data("inbox/a-secret.csv"), StandardCopyOption.ATOMIC_MOVE);
        drop("b-after-the-secret.csv");

        expectServed("b-after-the-secret.csv");
        Path failed = data("inbox/.failed/a-secret.csv");
        await().atMost(SOON).until(() -> Files.exists(failed));
        assertThat(Files.readString(data("inbox/.failed/a-secret.csv.problems.json")))
                .contains("\"status\" : 400", "cannot be read by the user that the service runs as");
        assertThat(logged() - before).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"outbox", "inbox/.work"})
    void while_a_folder_cannot_be_written_files_wait_and_it_is_said_once(String name) throws IOException {
        Path forbidden = Files.createDirectories(data(name));
        String file = name.replaceAll("\\W", "-") + ".csv";
        long before = logged();
        permit(forbidden, "r-xr-xr-x");
        expectDown("inbox");
        drop(file);
        await().during(A_WHILE)
                .atMost(SOON)
                .until(() -> Files.exists(data("inbox").resolve(file)));
        permit(forbidden, "rwxr-xr-x");

        expectServed(file);
        expectUp();
        assertThat(logged() - before).isEqualTo(2);
    }

    @Test
    void an_inbox_that_cannot_be_read_is_said_once() throws IOException {
        long before = logged();
        permit(data("inbox"), "---------");
        expectDown("inbox");
        permit(data("inbox"), "rwxr-xr-x");

        expectUp();
        drop("after-the-unreadable-inbox.csv");
        expectServed("after-the-unreadable-inbox.csv");
        assertThat(logged() - before).isEqualTo(2);
    }

    @Test
    void an_inbox_that_is_deleted_is_missed_until_it_is_made_again() throws IOException {
        long before = logged();
        Files.move(data("inbox"), folder.resolve("inbox-aside"));
        expectDown("inbox");
        await().during(A_WHILE).atMost(SOON).until(() -> !Files.exists(data("inbox")));
        Files.createDirectory(data("inbox"));

        drop("after-the-inbox.csv");
        expectServed("after-the-inbox.csv");
        expectUp();
        try (Stream<Path> marks = Files.list(data("inbox/.services"))) {
            assertThat(marks.filter(Files::isDirectory))
                    .as("the mark that keeps other services from its claims is held again")
                    .singleElement()
                    .satisfies(mark -> assertThat(mark.resolve("service.lock")).exists());
        }
        assertThat(logged() - before).isEqualTo(2);
    }

    @Test
    void folders_that_are_deleted_are_made_again() throws IOException {
        for (String name :
                List.of("inbox/.work", "inbox/.done", "inbox/.failed", "inbox/.services", "outbox", "current")) {
            Path gone = Files.createDirectories(data(name));
            Files.move(gone, folder.resolve(name.replaceAll("\\W", "-") + "-aside"));
        }
        drop("without-folders.csv");
        Files.createFile(data("inbox/bad-without-folders.csv"));

        expectServed("without-folders.csv");
        await().atMost(SOON).until(() -> Files.exists(data("inbox/.failed/bad-without-folders.csv.problems.json")));
        expectUp();
    }

    @Test
    void a_file_that_cannot_be_moved_is_said_once_and_holds_up_no_other() throws Exception {
        Path stuck = data("inbox/a-stuck.csv");
        Files.move(holdings(), stuck);
        Assumptions.assumeTrue(attribute("+i", stuck), "skipped: this user or file system has no such attribute");
        try {
            await().atMost(SOON).until(() -> logOf("a-stuck.csv is left in the inbox") == 1);
            drop("b-after-the-stuck.csv");
            expectServed("b-after-the-stuck.csv");
            await().during(A_WHILE).atMost(SOON).until(() -> logOf("a-stuck.csv") == 1);
        } finally {
            attribute("-i", stuck);
        }

        expectServed("a-stuck.csv");
    }

    private static long logOf(String words) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("service.log"), UTF_8)) {
            return lines.filter(line -> line.contains(words)).count();
        }
    }

    private static boolean attribute(String change, Path file) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("chattr", change, file.toString())
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_state_folder_that_cannot_be_written_any_more_is_told_and_what_was_remembered_is_not_lost() throws Exception {
        permit(service.state(), "r-xr-xr-x");
        expectDown("store");
        HttpResponse<String> answer = get("/decision");
        assertThat(answer.statusCode()).as("the store is open already").isEqualTo(200);
        await().atMost(SOON).until(() -> logOf("regime_memory.json could not be written") > 0);
        permit(service.state(), "rwxr-xr-x");

        expectUp();
        assertThat(get("/decision").statusCode()).isEqualTo(200);
        String runId = Json.mapper().readTree(answer.body()).path("run_id").asText();
        Path memory = service.state().resolve("regime_memory.json");
        await().atMost(SOON)
                .until(() -> Files.exists(memory) && Files.readString(memory).contains(runId));
    }

    @Test
    void a_state_folder_that_is_gone_stops_every_record_until_it_is_back() throws Exception {
        Path aside = folder.resolve("state-aside");
        Files.move(service.state(), aside);
        expectDown("store");
        assertThat(get("/decision").statusCode()).isEqualTo(503);
        long before = logged();
        drop("without-a-store.csv");
        await().during(A_WHILE).atMost(SOON).until(() -> Files.exists(data("inbox/without-a-store.csv")));
        assertThat(logged() - before).isLessThanOrEqualTo(1);
        if (Files.exists(service.state())) {
            delete(service.state());
        }
        Files.move(aside, service.state());

        expectServed("without-a-store.csv");
        expectUp();
        assertThat(get("/decision").statusCode()).isEqualTo(200);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
