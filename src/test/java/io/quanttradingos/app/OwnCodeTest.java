package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples, compiled as their users compile them and put into a workspace. */
@Tag("one-java")
class OwnCodeTest {
    private static final Path EXAMPLES = Path.of("src/examples").toAbsolutePath();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path workspace;

    @BeforeAll
    static void put_the_examples_into_a_workspace(@TempDir Path scratch) throws IOException {
        assertThat(CommandRun.of("init", workspace).exitCode()).isZero();
        Path source = EXAMPLES.resolve("own-strategy/ThreeDown.java");
        jar(scratch.resolve("strategy"), source, Files.readString(source), "own-strategy.jar");
        Path agent = EXAMPLES.resolve("own-agent/Concentration.java");
        jar(scratch.resolve("agent"), agent, Files.readString(agent), "own-agent.jar");
        Path door = EXAMPLES.resolve("own-agent/15-concentration.camel.yaml");
        Files.copy(door, workspace.resolve("routes/15-concentration.camel.yaml"));
        Path decision = workspace.resolve("routes/40-decision.camel.yaml");
        String gather = "            method: gather\n";
        Files.writeString(
                decision,
                Files.readString(decision)
                        .replace(
                                gather,
                                gather + "        - bean:\n            beanType: Concentration\n"
                                        + "            method: remark\n"));
    }

    private static void jar(Path scratch, Path file, String source, String name) throws IOException {
        Path sources = Files.createDirectories(scratch.resolve("source"));
        Path classes = Files.createDirectories(scratch.resolve("classes"));
        Path copy = Files.writeString(sources.resolve(file.getFileName()), source);
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        copy.toString());
        assertThat(compiled).isZero();
        Path services = file.resolveSibling("META-INF/services");
        if (Files.isDirectory(services)) {
            try (Stream<Path> all = Files.list(services)) {
                Path target = Files.createDirectories(classes.resolve("META-INF/services"));
                for (Path service : all.toList()) {
                    Files.copy(service, target.resolve(service.getFileName()));
                }
            }
        }
        Path jar = Files.createDirectories(workspace.resolve("plugins")).resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, entries);
            }
        }
    }

    private static JsonNode json(Object... arguments) throws IOException {
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("--home", workspace), Stream.of(arguments))
                .toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Json.mapper().readTree(run.out());
    }

    @Test
    void a_strategy_of_ones_own_is_listed_run_recorded_and_replayed(@TempDir Path scratch) throws IOException {
        assertThat(json("backtest", "--list", "--json").findValuesAsText("name"))
                .contains("three_down", "sma_cross");

        JsonNode answer = json("backtest", "--strategy", "three_down", "--set", "down=2", "--json");

        assertThat(answer.path("strategy_type").asText()).isEqualTo("three_down");
        List<String> inputs = answer.at("/receipt/inputs").findValuesAsText("name");
        assertThat(inputs).contains("plugin own-strategy.jar");
        String run = answer.path("run_id").asText();
        assertThat(CommandRun.of("--home", workspace, "replay", run).out()).isEqualTo("identical\n");

        Path source = EXAMPLES.resolve("own-strategy/ThreeDown.java");
        Path jar = workspace.resolve("plugins/own-strategy.jar");
        byte[] before = Files.readAllBytes(jar);
        jar(scratch, source, Files.readString(source).replace("falling >= down", "falling > down"), "own-strategy.jar");
        CommandRun other = CommandRun.of("--home", workspace, "replay", run);
        Files.write(jar, before);
        assertThat(other.out() + other.err())
                .contains("own-strategy.jar is not the one the run was made with; that one has the digest")
                .doesNotContain("identical\n");
    }

    @Test
    void a_strategy_that_looks_ahead_is_caught_and_one_that_does_not_is_not(@TempDir Path scratch) throws IOException {
        CommandRun honest =
                CommandRun.of("--home", workspace, "backtest", "--strategy", "three_down", "--check-look-ahead");
        assertThat(honest.out()).isEqualTo("no decision changes with the bars that come after it\n");
        assertThat(honest.exitCode()).isZero();

        Path source = EXAMPLES.resolve("own-strategy/ThreeDown.java");
        Path jar = workspace.resolve("plugins/own-strategy.jar");
        byte[] before = Files.readAllBytes(jar);
        String peeking = Files.readString(source)
                .replace("private int held;", "private int held; private double[] later;")
                .replace("falling = history", """
                        if (later == null) {
                            try {
                                java.lang.reflect.Field market = History.class.getDeclaredField("market");
                                market.setAccessible(true);
                                java.lang.reflect.Field close = market.get(history).getClass().getDeclaredField("close");
                                close.setAccessible(true);
                                later = ((double[][]) close.get(market.get(history)))[0];
                            } catch (ReflectiveOperationException e) {
                                throw new IllegalStateException(e);
                            }
                        }
                        if (history.bar() + 1 < later.length && later[history.bar() + 1] > history.close()) {
                            desk.enterLong(0);
                        }
                        falling = history""");
        jar(scratch, source, peeking, "own-strategy.jar");
        CommandRun caught =
                CommandRun.of("--home", workspace, "backtest", "--strategy", "three_down", "--check-look-ahead");
        Files.write(jar, before);
        assertThat(caught.exitCode()).as(caught.err()).isEqualTo(1);
        assertThat(caught.out()).startsWith("a decision knew what came after it: bars after ");
    }

    @Test
    void a_fault_of_ones_own_strategy_is_said_to_be_its_own(@TempDir Path scratch) throws IOException {
        Path source = EXAMPLES.resolve("own-strategy/ThreeDown.java");
        Path jar = workspace.resolve("plugins/own-strategy.jar");
        byte[] before = Files.readAllBytes(jar);
        jar(scratch, source, Files.readString(source).replace("held = 0;", "held = 1 / 0;"), "own-strategy.jar");

        CommandRun run = CommandRun.of("--home", workspace, "backtest", "--strategy", "three_down");
        Files.write(jar, before);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("error: the strategy three_down of own-strategy.jar failed:"
                        + " java.lang.ArithmeticException: / by zero\n");
    }

    @Test
    void a_jar_that_cannot_be_used_is_named(@TempDir Path scratch) throws IOException {
        Path source = EXAMPLES.resolve("own-strategy/ThreeDown.java");
        jar(scratch, source, Files.readString(source).replace("three_down", "sma_cross"), "other.jar");

        CommandRun run = CommandRun.of("--home", workspace, "decide");
        Files.delete(workspace.resolve("plugins/other.jar"));

        assertThat(run.err()).contains("a jar in plugins cannot be used").contains("sma_cross");
    }

    @Test
    void an_agent_of_ones_own_remarks_in_the_decision_and_a_replay_has_it_too() throws IOException {
        JsonNode answer = json("decide", "--json");

        assertThat(answer.path("warnings").toString())
                .contains("concentration: SPY is 27 % of what is invested, more than 25 %.");
        assertThat(CommandRun.of("--home", workspace, "replay", "last", "--state-dir", workspace.resolve("state"))
                        .out())
                .isEqualTo("identical\n");
    }
}
