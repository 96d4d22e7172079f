package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.state.RunDraft;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StateSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("one-java")
class DoctorTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    private CommandRun doctor(Object... arguments) {
        return CommandRun.of(Stream.concat(
                        Stream.of("doctor", "--port", "0", "--state-dir", folder.resolve("state")),
                        Stream.of(arguments))
                .toArray());
    }

    @Test
    void a_sound_installation_has_a_line_for_each_check_and_none_fails() throws IOException {
        CommandRun run = doctor();

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out().lines()).allMatch(line -> line.startsWith("ok    ") && line.endsWith("."));
        JsonNode checks = Json.mapper().readTree(doctor("--json").out()).path("checks");
        assertThat(checks.findValuesAsText("check"))
                .containsExactly(
                        "java",
                        "settings",
                        "access",
                        "schedule",
                        "keys",
                        "memory",
                        "open files",
                        "data",
                        "inbox",
                        "outbox",
                        "state",
                        "claimed",
                        "secrets",
                        "policies",
                        "routes",
                        "plugins",
                        "port",
                        "prices",
                        "holdings",
                        "runs",
                        "clock");
    }

    @Test
    void a_bad_policy_fails_with_its_line() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("guardian.yaml"), "# mine\nnonsense: 1\n");

        CommandRun run = doctor("--config", config);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  policies      config/guardian.yaml:2 nonsense");
    }

    @Test
    void a_data_folder_that_is_none_fails() {
        CommandRun run = doctor("--data-dir", folder.resolve("nowhere"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL  data ", "is no folder: set QTOS_DATA_DIR");
    }

    @Test
    void a_state_folder_below_a_file_fails() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(CommandRun.of("doctor", "--port", "0", "--state-dir", file.resolve("state"))
                        .out())
                .contains("FAIL  state         " + file + " is no folder.");
    }

    @Test
    void a_port_of_another_program_fails_and_one_of_ours_does_not() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Settings settings =
                    Settings.of(Map.of("QTOS_PORT", Integer.toString(taken.getLocalPort())), Map.of(), Path.of(""));

            Finding finding = PortCheckup.finding(settings);

            assertThat(finding.status()).isEqualTo(Finding.Status.FAIL);
            assertThat(finding.detail()).contains("set QTOS_PORT to another");
        }
    }

    @Test
    void a_key_is_said_to_be_there_and_never_shown() {
        Settings settings =
                Settings.of(Map.of("FINNHUB_API_KEY", "s3cret", "QTOS_API_TOKEN", "t0ken"), Map.of(), Path.of(""));

        assertThat(new SettingsCheckup(settings).findings())
                .extracting(Finding::detail)
                .anyMatch(detail -> detail.contains("FINNHUB_API_KEY is set, OPENAI_API_KEY is not set"))
                .noneMatch(detail -> detail.contains("s3cret") || detail.contains("t0ken"));
    }

    @Test
    void each_bad_setting_fails_and_an_open_door_without_a_token_does() {
        Settings settings = Settings.of(
                Map.of("QTOS_BIND", "0.0.0.0", "QTOS_WORKER_THREADS", "many", "QTOS_CACHE_MEBIBYTES", "-1"),
                Map.of(),
                Path.of(""));

        assertThat(new SettingsCheckup(settings).findings())
                .filteredOn(finding -> finding.status() == Finding.Status.FAIL)
                .extracting(Finding::detail)
                .satisfiesExactly(
                        cache -> assertThat(cache).startsWith("QTOS_CACHE_MEBIBYTES must be a whole number"),
                        threads -> assertThat(threads).startsWith("QTOS_WORKER_THREADS must be a whole number"),
                        open -> assertThat(open)
                                .contains("QTOS_BIND is 0.0.0.0")
                                .contains("set QTOS_API_TOKEN"));
    }

    @Test
    void a_broken_chain_fails() throws IOException, SQLException {
        try (RunStore store = store()) {
            store.append(RunDraft.of("A", "decision", "rest").build());
            store.append(RunDraft.of("B", "decision", "rest").build());
        }
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + folder.resolve("state").resolve("runs.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE runs SET result_json = '{\"forged\":1}' WHERE run_id = 'A'");
        }

        CommandRun run = doctor();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("FAIL  runs          Run number 1 does not fit");
    }

    private RunStore store() throws IOException {
        return RunStore.open(folder.resolve("state"), StateSettings.defaults(), () -> Instant.EPOCH);
    }

    @Test
    void a_clock_before_the_last_run_fails() throws IOException {
        Instant last = Instant.parse("2026-01-02T03:04:05Z");
        try (RunStore store = store()) {
            store.append(RunDraft.of("A", "decision", "rest").ran(last, last).build());

            assertThat(ContentsCheckup.clock(store, last.minusSeconds(1)).status())
                    .isEqualTo(Finding.Status.FAIL);
            assertThat(ContentsCheckup.clock(store, last).status()).isEqualTo(Finding.Status.OK);

            Instant setBack = last.minusSeconds(3600);
            store.append(
                    RunDraft.of("B", "decision", "rest").ran(setBack, setBack).build());
            assertThat(ContentsCheckup.clock(store, last.minusSeconds(1)).status())
                    .as("after the newest run, but before another")
                    .isEqualTo(Finding.Status.FAIL);
        }
    }

    @Test
    void a_store_whose_pages_are_damaged_fails_and_stays_as_it_is() throws IOException {
        try (RunStore store = store()) {
            for (int run = 0; run < 50; run++) {
                store.append(RunDraft.of("RUN" + run, "decision", "rest")
                        .result("x".repeat(2_000))
                        .build());
            }
        }
        Path database = folder.resolve("state/runs.db");
        byte[] bytes = Files.readAllBytes(database);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 9_000, (byte) 7);
        Files.write(database, bytes);

        CommandRun run = doctor();

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("FAIL  runs          The run store is damaged (")
                .contains("put back a copy");
        assertThat(Files.readAllBytes(database)).isEqualTo(bytes);
    }

    @Test
    void it_changes_nothing_and_works_beside_a_running_service() throws IOException {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder)) {
            Http.post(service, "/decision", Map.of());
            Path state = service.stateFolder();
            // The memory files follow the answer.
            await().until(() -> Files.exists(state.resolve("regime_memory.json")));
            byte[] before = Files.readAllBytes(state.resolve("runs.db"));
            Set<String> files = names(folder);

            CommandRun run = CommandRun.of(
                    "doctor",
                    "--data-dir",
                    service.dataFolder(),
                    "--state-dir",
                    state,
                    "--port",
                    service.baseUri().getPort());

            assertThat(run.exitCode()).as(run.out()).isZero();
            assertThat(run.out()).contains("1 recorded, the chain is whole", "A service of ours is listening");
            assertThat(Files.readAllBytes(state.resolve("runs.db"))).isEqualTo(before);
            assertThat(names(folder)).isEqualTo(files);
        }
    }

    private static Set<String> names(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void files_left_in_work_are_told_with_whose_they_are() throws IOException {
        Path inbox = folder.resolve("inbox");
        Files.createDirectories(inbox.resolve(".work"));
        assertThat(InboxCheckup.finding(inbox).status()).isEqualTo(Finding.Status.OK);
        Files.createDirectories(inbox.resolve(".services/MARKMARK"));
        Files.writeString(inbox.resolve(".services/MARKMARK/state-folder"), "/srv/one");
        Files.writeString(inbox.resolve(".work/" + "0".repeat(18) + "MARKMARK-a.csv"), "");
        Files.writeString(inbox.resolve(".work/" + "0".repeat(18) + "GONEGONE-b.csv"), "");

        Finding finding = InboxCheckup.finding(inbox);

        assertThat(finding.status()).isEqualTo(Finding.Status.WARN);
        assertThat(finding.detail())
                .isEqualTo("1 file is in work or left by a service that is not known here any more; 1 file is in work"
                        + " or left by the service whose state folder is /srv/one: where that service does not run,"
                        + " start it and it takes them up.");
    }

    @Test
    void a_small_machine_is_warned_of() {
        assertThat(MachineCheckup.memory(300).detail()).contains("300 MiB").contains("QTOS_JAVA_OPTS");
        assertThat(MachineCheckup.memory(2_000).status()).isEqualTo(Finding.Status.OK);
        assertThat(MachineCheckup.files(1_024, 1_024).detail()).contains("ulimit -n 1324");
        assertThat(MachineCheckup.files(20_000, 1_024).status()).isEqualTo(Finding.Status.OK);
    }

    @Test
    void a_line_of_the_settings_that_cannot_be_read_is_a_finding() throws IOException {
        Files.writeString(folder.resolve("qtos.env"), "QTOS_PRT=1\n");

        CommandRun run = CommandRun.of("--home", folder, "doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("FAIL  settings      qtos.env:1 QTOS_PRT is no setting; did you mean QTOS_PORT?");
    }
}
