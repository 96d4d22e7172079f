package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("one-java")
class RouteFolderTest {
    private static final ClassLoader CLASSES = RouteFolderTest.class.getClassLoader();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path made;

    @BeforeAll
    static void make_a_workspace() {
        assertThat(CommandRun.of("init", made, "--empty").exitCode()).isZero();
    }

    @BeforeEach
    void copy_its_routes() throws IOException {
        Files.createDirectories(folder.resolve("mine/data"));
        Files.createDirectories(routes());
        try (Stream<Path> files = Files.list(made.resolve("routes"))) {
            for (Path file : files.toList()) {
                Files.copy(file, routes().resolve(file.getFileName()));
            }
        }
    }

    private Path routes() {
        return folder.resolve("mine/routes");
    }

    private List<String> problems() {
        return new RouteFolder(routes())
                .problems(CLASSES).stream().map(InputProblem::toString).toList();
    }

    /** The line that was changed. */
    private int change(String name, String what, String by) throws IOException {
        Path file = routes().resolve(name + ".camel.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replaceFirst(Pattern.quote(what), Matcher.quoteReplacement(by)));
        return (int) text.substring(0, text.indexOf(what)).lines().count();
    }

    @Test
    void the_shipped_routes_have_no_fault() {
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40-decision | - bean:              | - beann:                  | 11 beann is no step or property that Camel knows here; did you mean bean?",
                "40-decision | ref: pipeline        | reff: pipeline            | 12 reff is no step or property that Camel knows here; did you mean ref?",
                "40-decision | ref: pipeline        | ref: pipelin              | 12 ref 'pipelin' is no bean; did you mean pipeline?",
                "40-decision | method: gather       | method: gathr             | 13 method 'gathr' is no method of pipeline; did you mean gather?",
                "40-decision | ref: pipeline        | beanType: com.example.No  | 12 beanType 'com.example.No' is no class of the program nor of a jar in plugins",
                "40-decision | constant: direct:discipline | constant: direct:disciplin | 22 'direct:disciplin' is where no route begins; did you mean direct:discipline?",
                "40-decision | - bean:              | - bean: x: y              | 11 is not valid YAML at column 18: mapping values are not allowed here",
                "40-decision | noErrorHandler: {}   | deadLetterChannel: {deadLetterUri: 'log:x'} | 4 a route behind the doors needs errorHandler: noErrorHandler: {}",
                "20-inbox    | routeConfigurationId: inbox | group: doors       | 19 a route that begins at 'file:{{qtos.inbox}}' is a door and needs a routeConfigurationId",
                "20-inbox    | routeConfigurationId: inbox | routeConfigurationId: inbx | 21 routeConfigurationId 'inbx' is the id of none; did you mean inbox?",
                "20-inbox    | autoStartup: \"false\" | autoStartup: perhaps      | 22 autoStartup must be true or false, was 'perhaps'",
                "20-inbox    | id: inbox-file       | id: inbox-recovery        | {line} the route id 'inbox-recovery' is there already, at 20-inbox.camel.yaml:",
                "10-api      | path: /decision      | pth: /decision            | 25 pth is no step or property that Camel knows here; did you mean path?",
                "30-schedule | handled:             | handeld:                  | 10 handeld is no step or property that Camel knows here; did you mean handled?",
            })
    void a_mistake_is_named_with_its_file_and_line(String file, String what, String by, String problem)
            throws IOException {
        String line = Integer.toString(change(file, what, by));

        assertThat(problems())
                .anyMatch(found -> found.startsWith(file + ".camel.yaml:" + problem.replace("{line}", line)));
        assertThatThrownBy(() -> new RouteFolder(routes()).requireSound(List.of(file), CLASSES))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_route_the_program_needs_is_missed() throws IOException {
        change("40-decision", "uri: direct:decision", "uri: direct:decisions");

        assertThat(problems())
                .contains("40-decision.camel.yaml: the program needs a route that begins at direct:decision, and none"
                        + " does; did you mean direct:decisions?");
    }

    @Test
    void a_shipped_file_is_missed() throws IOException {
        Files.delete(routes().resolve("50-agents.camel.yaml"));

        assertThat(problems().get(0)).startsWith("50-agents.camel.yaml: is not in the folder of routes");
    }

    @Test
    void nothing_starts_on_broken_routes() throws IOException {
        change("40-decision", "method: gather", "method: gathr");
        Path mine = folder.resolve("mine");

        for (String command : new String[] {"decide", "serve"}) {
            CommandRun run = CommandRun.of("--home", mine, command);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isEqualTo("error: 40-decision.camel.yaml:13 method 'gathr' is no method of pipeline; did you mean"
                            + " gather?\n");
        }
        CommandRun routes = CommandRun.of("--home", mine, "routes");
        assertThat(routes.exitCode()).isEqualTo(1);
        assertThat(routes.out()).contains("40-decision.camel.yaml:13", "40-decision.camel.yaml was changed by you.");
    }

    @Test
    void an_old_copy_is_told_from_a_changed_one() throws IOException {
        change("30-schedule", "The timer door", "My timer door");
        Path shipped = routes().resolve(".shipped");
        Path old = routes().resolve("60-backtest.camel.yaml");
        Files.writeString(old, Files.readString(old) + "# as it was once\n");
        String digest = io.quanttradingos.state.ContentDigest.sha256(Files.readAllBytes(old));
        Files.writeString(
                shipped, Files.readString(shipped).replaceAll("[0-9a-f]{64} 60-backtest", digest + " 60-backtest"));

        assertThat(new RouteFolder(routes()).differences())
                .satisfiesExactly(
                        changed -> assertThat(changed).isEqualTo("30-schedule.camel.yaml was changed by you"),
                        outdated -> assertThat(outdated)
                                .startsWith("60-backtest.camel.yaml is that of version development, unchanged:"
                                        + " replace it"));
    }

    @Test
    void a_file_of_the_users_own_is_a_door_or_shared_by_its_number() throws IOException {
        for (String name : new String[] {"15-mine", "80-mine"}) {
            Files.writeString(routes().resolve(name + ".camel.yaml"), "[]");
        }

        RouteFolder folder = new RouteFolder(routes());

        assertThat(folder.shared()).contains("80-mine", "40-decision").doesNotContain("15-mine", "10-api");
        assertThat(folder.ofService(false))
                .contains("80-mine", "15-mine", "10-api")
                .doesNotContain("30-schedule");
    }

    @Test
    void what_the_program_calls_is_what_it_is_said_to_need() throws IOException {
        Set<String> called = new TreeSet<>();
        Pattern direct = Pattern.compile("\"(direct:[a-z-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(
                            file -> file.toString().endsWith(".java") && !file.endsWith("RouteFolder.java"))
                    .toList()) {
                direct.matcher(Files.readString(source)).results().forEach(found -> called.add(found.group(1)));
            }
        }

        Set<String> needed = new TreeSet<>(RouteFolder.NEEDED.keySet());
        needed.remove("inbox");
        assertThat(needed).hasSizeGreaterThan(10).isEqualTo(called);
    }

    @Test
    void the_beans_that_routes_are_checked_by_are_those_they_are_given() throws IOException {
        try (ServiceUnderTest service =
                ServiceUnderTest.in(folder.resolve("service"), Map.of("orchestrator.schedule.cron", "0 0 1 1 *"))) {
            List<String> checked = new ArrayList<>();
            Doors.BEANS.forEach((name, type) -> {
                assertThat(service.context().getRegistry().lookupByName(name))
                        .as(name)
                        .isInstanceOf(type);
                checked.add(name);
            });
            assertThat(checked).hasSizeGreaterThan(10);
        }
    }

    @Test
    void the_shipped_routes_are_written_to_compare_and_never_over_others() {
        assertThat(CommandRun.of("routes", "--export", folder.resolve("shipped"))
                        .exitCode())
                .isZero();
        assertThat(folder.resolve("shipped/40-decision.camel.yaml"))
                .hasSameTextualContentAs(Path.of("routes/40-decision.camel.yaml"));
        assertThat(CommandRun.of("routes", "--export", folder.resolve("shipped"))
                        .err())
                .contains("is there already");
    }
}
