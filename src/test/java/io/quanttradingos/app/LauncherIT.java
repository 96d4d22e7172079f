package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs {@code ./qtos} and the jar as a user would, from the folder they would be in. */
class LauncherIT {
    private static final Path HOME = Path.of("").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    /** Whatever the links lead to stays; JUnit would warn of each. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path link : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    private CommandRun qtos(String... arguments) throws IOException, InterruptedException {
        return program(HOME, Map.of(), List.of("./qtos"), arguments);
    }

    private CommandRun program(Path at, Map<String, String> environment, List<String> start, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(arguments));
        return Program.run(at, with(environment), command);
    }

    private Map<String, String> with(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("QTOS_STATE_DIR", folder.resolve("state").toString());
        return all;
    }

    @Test
    void decide_prints_a_report_and_nothing_on_standard_error() throws IOException, InterruptedException {
        CommandRun run = qtos("decide");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("New trades ").contains("RECEIPT");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void the_run_just_made_is_replayed_identically() throws IOException, InterruptedException {
        JsonNode answer = Json.mapper()
                .readTree(qtos("decide", "--json", "--guardian", "--as-of", "2021-03-31")
                        .out());
        assertThat(answer.path("guardian_guardrails").isObject()).isTrue();

        assertThat(qtos("replay", answer.path("run_id").asText()).out()).isEqualTo("identical\n");
        assertThat(qtos("replay", "last").exitCode()).isZero();
    }

    @Test
    void it_runs_from_elsewhere_through_a_link_with_a_space_in_its_path() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectories(folder.resolve("some where"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("my qtos"), HOME.resolve("qtos"));
        Path holdings = Files.writeString(elsewhere.resolve("my holdings.csv"), "symbol,shares\nSPY,10\n");

        CommandRun run = program(
                elsewhere, Map.of(), List.of(link.toString()), "decide", "--json", "--holdings", "my holdings.csv");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Json.mapper()
                        .readTree(run.out())
                        .path("portfolio")
                        .path("open_positions")
                        .asInt())
                .isEqualTo(1);
        assertThat(holdings.resolveSibling("state")).doesNotExist();
    }

    @Test
    void a_workspace_made_from_anywhere_takes_everything_and_the_checkout_stays_as_it_is()
            throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("qtos"), HOME.resolve("qtos"));
        Path workspace = folder.resolve("my workspace");
        Map<String, String> none = Map.of();
        CommandRun made = Program.run(folder, none, List.of(link.toString(), "init", "my workspace"));
        assertThat(made.exitCode()).as(made.err()).isZero();
        Set<String> before = names(HOME.resolve("state"), HOME.resolve("data"), HOME.resolve("routes"));

        CommandRun named =
                Program.run(folder, none, List.of(link.toString(), "--home", "my workspace", "decide", "--json"));
        CommandRun there = Program.run(workspace, none, List.of(link.toString(), "replay", "last"));

        assertThat(named.exitCode()).as(named.err()).isZero();
        assertThat(there.out()).as(there.err()).isEqualTo("identical\n");
        assertThat(workspace.resolve("state/runs.db")).isRegularFile();
        assertThat(names(HOME.resolve("state"), HOME.resolve("data"), HOME.resolve("routes")))
                .isEqualTo(before);
    }

    private static Set<String> names(Path... roots) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path root : roots) {
            try (Stream<Path> all = Files.walk(root)) {
                all.map(Path::toString).forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void the_jar_alone_makes_a_workspace() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> jar = List.of(java, "-jar", HOME.resolve("target/qtos.jar").toString());

        assertThat(program(folder, Map.of(), jar, "init", "mine").exitCode()).isZero();
        CommandRun run = program(folder, Map.of(), jar, "--home", "mine", "regime");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("mine/routes/40-decision.camel.yaml"))
                .hasSameBinaryContentAs(HOME.resolve("routes/40-decision.camel.yaml"));
    }

    @Test
    void the_home_itself_may_have_a_space_in_its_path() throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve("a home"));
        Files.copy(HOME.resolve("qtos"), home.resolve("qtos"));
        assertThat(home.resolve("qtos").toFile().setExecutable(true)).isTrue();
        for (String name : List.of("data", "routes")) {
            Files.createSymbolicLink(home.resolve(name), HOME.resolve(name));
        }
        Path target = Files.createDirectories(home.resolve("target"));
        Files.copy(HOME.resolve("target/qtos.jar"), target.resolve("qtos.jar"));
        Files.createSymbolicLink(target.resolve("lib"), HOME.resolve("target/lib"));

        CommandRun first =
                program(folder, Map.of(), List.of(home.resolve("qtos").toString()), "decide", "--json");
        CommandRun second =
                program(folder, Map.of(), List.of(home.resolve("qtos").toString()), "replay", "last");

        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(second.out()).as(second.err()).isEqualTo("identical\n");
        assertThat(target).isDirectoryContaining("glob:**.jsa");
    }

    @Test
    void the_jar_runs_without_the_launcher_from_anywhere() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = HOME.resolve("target/qtos.jar").toString();

        CommandRun run = program(folder, Map.of(), List.of(java, "-jar", jar), "decide", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Json.mapper().readTree(run.out()).path("decision").isObject())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "decide --prices nowhere.csv, 1, --prices: no file 'nowhere.csv'",
        "decide --as-of soon, 1, 'soon' is not a date",
        "decide --sideways, 1, Unknown option: '--sideways'",
        "decide --state-dir /dev/null/state, 2, /dev/null",
        "replay 01AAAAAAAAAAAAAAAAAAAAAAAA, 1, no run",
    })
    void a_wrong_input_ends_in_one_sentence(String arguments, int exitCode, String sentence)
            throws IOException, InterruptedException {
        CommandRun run = qtos(arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("error: ")
                .contains(sentence);
    }

    @Test
    void help_names_every_command() throws IOException, InterruptedException {
        CommandRun run = qtos("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("decide", "serve", "schedule", "regime", "report", "replay", "doctor", "openapi");
    }

    @Test
    void the_doctor_finds_a_fresh_checkout_sound() throws IOException, InterruptedException {
        CommandRun run = qtos("doctor", "--port", "0");

        assertThat(run.out()).doesNotContain("FAIL");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void java_options_of_the_user_count() throws IOException, InterruptedException {
        CommandRun run =
                program(HOME, Map.of("QTOS_JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal"), List.of("./qtos"), "--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("MaxHeapSize\\s+= 67108864").contains("qtos 0.1.0");
    }

    @Test
    void too_old_a_java_is_named_in_a_sentence() throws IOException, InterruptedException {
        Path old = Files.createDirectories(folder.resolve("jdk8/bin"));
        Files.writeString(old.resolve("java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();

        CommandRun run = program(
                HOME,
                Map.of("JAVA_HOME", folder.resolve("jdk8").toString(), "PATH", old + ":" + toolsWithoutJava()),
                List.of("./qtos"),
                "decide");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("qtos: Java 17 or newer is needed").contains("1.8.0_402");
    }

    /** The few tools the launcher uses, in a folder without any other Java. */
    private Path toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "sed", "head", "dirname", "readlink", "find", "cat", "mkdir", "rm", "sleep")) {
            for (String place : List.of("/bin", "/usr/bin")) {
                Path there = Path.of(place, tool);
                if (Files.exists(there) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), there);
                }
            }
        }
        return tools;
    }
}
