package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.state.ContentDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("one-java")
class InitTest {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    /** The digest of every file below a folder, by its path in it. */
    private static Map<String, String> listing(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), ContentDigest.sha256(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    private Path made(Object... more) {
        Path workspace = folder.resolve("mine");
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of("init", workspace), Stream.of(more)).toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return workspace;
    }

    @Test
    void a_workspace_has_what_the_checkout_has_and_a_file_of_settings() throws IOException {
        Path workspace = made();

        for (String part : new String[] {"routes", "data/config", "data/sample"}) {
            Map<String, String> shipped = listing(CHECKOUT.resolve(part));
            shipped.remove(".gitattributes");
            Map<String, String> mine = listing(workspace.resolve(part));
            mine.remove(".shipped");
            mine.remove(".gitattributes");
            assertThat(mine).as(part).isEqualTo(shipped).hasSizeGreaterThan(5);
        }
        assertThat(workspace.resolve("data/inbox")).isEmptyDirectory();
        assertThat(workspace.resolve("state")).isEmptyDirectory();
        assertThat(Files.readAllLines(workspace.resolve("qtos.env")))
                .contains("#QTOS_PORT=8000", "#OPENAI_API_KEY=")
                .allMatch(line -> line.isEmpty() || line.startsWith("#"));
    }

    @Test
    void what_is_done_in_a_workspace_stays_in_it() throws IOException {
        Path workspace = made();
        Map<String, String> state = listing(CHECKOUT.resolve("state"));
        Map<String, String> data = listing(CHECKOUT.resolve("data"));

        assertThat(CommandRun.of("--home", workspace, "decide").out()).startsWith("New trades ");
        assertThat(CommandRun.of("replay", "last", "--home", workspace).out()).isEqualTo("identical\n");

        assertThat(workspace.resolve("state/runs.db")).isRegularFile();
        assertThat(listing(CHECKOUT.resolve("state"))).isEqualTo(state);
        assertThat(listing(CHECKOUT.resolve("data"))).isEqualTo(data);
    }

    @Test
    void an_interrupted_making_can_be_repeated_and_what_is_there_stays() throws IOException {
        Path workspace = made();
        Map<String, String> whole = listing(workspace);
        Files.delete(workspace.resolve("qtos.env"));
        Files.delete(workspace.resolve("routes/40-decision.camel.yaml"));
        Files.writeString(workspace.resolve("data/inbox/dropped.csv"), "symbol,shares\nSPY,1\n");

        made();

        assertThat(listing(workspace)).containsAllEntriesOf(whole).containsKey("data/inbox/dropped.csv");
        assertThat(CommandRun.of("init", workspace).out()).contains("is a workspace already");
    }

    @Test
    void files_of_the_users_own_are_named_and_nothing_is_written() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/routes"));
        Files.writeString(taken.resolve("10-api.camel.yaml"), "# mine");
        Files.writeString(folder.resolve("taken/state"), "a file");

        CommandRun run = CommandRun.of("init", folder.resolve("taken"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("state, routes/10-api.camel.yaml", "nothing was written");
        assertThat(listing(folder.resolve("taken"))).containsOnlyKeys("state", "routes/10-api.camel.yaml");
    }

    @Test
    void an_empty_workspace_says_what_to_do_first() {
        Path workspace = made("--empty");

        assertThat(workspace.resolve("data/sample")).doesNotExist();
        assertThat(CommandRun.of("--home", workspace, "decide").err())
                .isEqualTo("error: no prices are known yet: drop a price table into the inbox, or name one with"
                        + " prices_path or QTOS_PRICES_PATH\n");
    }

    @ParameterizedTest
    @CsvSource({
        "QTOS_PRT=1, qtos.env:1 QTOS_PRT is no setting; did you mean QTOS_PORT?",
        "port 8000, 'qtos.env:1 must be a setting such as QTOS_PORT=8000, or begin with #'",
        "QTOS_LOG_LEVEL=debug, qtos.env:1 QTOS_LOG_LEVEL is read before this file: set it in the environment",
        "QTOS_DEFAULT_DISCIPLINE_SCORE=2, QTOS_DEFAULT_DISCIPLINE_SCORE must be a number from 0 to 1",
    })
    void a_wrong_line_of_the_settings_is_named(String line, String message) throws IOException {
        Path workspace = made();
        Files.writeString(workspace.resolve("qtos.env"), line + "\n");

        assertThat(CommandRun.of("--home", workspace, "decide").err()).contains(message);
    }

    @Test
    void settings_of_the_file_count_where_the_environment_says_nothing() throws IOException {
        Path workspace = made();
        Files.writeString(
                workspace.resolve("qtos.env"), "# mine\nexport QTOS_PORT='9'\nQTOS_BIND=::1\nQTOS_STATE_DIR=kept\n");

        Map<String, String> both = SettingsFile.under(Map.of("QTOS_BIND", "127.0.0.1"), workspace);

        assertThat(both)
                .containsOnly(
                        Map.entry("QTOS_PORT", "9"),
                        Map.entry("QTOS_BIND", "127.0.0.1"),
                        Map.entry("QTOS_STATE_DIR", workspace.resolve("kept").toString()));
    }

    @Test
    void a_home_that_is_no_folder_is_refused() {
        assertThat(CommandRun.of("--home", folder.resolve("none"), "decide").err())
                .contains("--home must be a folder that exists", "qtos init makes one");
    }
}
