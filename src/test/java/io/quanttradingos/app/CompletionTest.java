package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script for shells, in a real one. */
@Tag("one-java")
class CompletionTest {
    private static final Path BASH = Path.of("/bin/bash");

    @TempDir
    static Path folder;

    private static Path script;

    @BeforeAll
    static void write() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(BASH), "skipped: there is no bash");
        script = Files.writeString(
                folder.resolve("completion"),
                CommandRun.of("completion", "bash").out());
        Files.writeString(folder.resolve("prices.csv"), "");
    }

    /** What bash offers for a line, with the function that it has registered for its first word. */
    private static List<String> offered(String line) throws Exception {
        // Outside of a line being typed bash has no options of a completion to set.
        String ask = "compopt() { :; }; source " + script + "\nread -ra COMP_WORDS <<<'" + line + "'\n"
                + (line.endsWith(" ") ? "COMP_WORDS+=('')\n" : "")
                + "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='" + line + "'; COMP_POINT=${#COMP_LINE}\n"
                + "function=$(complete -p qtos | sed 's/.*-F \\([^ ]*\\).*/\\1/')\n"
                + "$function qtos\nprintf '%s\\n' \"${COMPREPLY[@]}\"";
        CommandRun run = Program.run(folder, Map.of("PATH", "/usr/bin:/bin"), List.of(BASH.toString(), "-c", ask));
        assertThat(run.err()).isEmpty();
        return run.out().lines().map(String::strip).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "qtos de, decide",
        "qtos rep, replay report",
        "qtos comp, completion",
        "qtos decide --gua, --guardian --guardian-price --guardian-atr --guardian-trade-type --guardian-recent-losses",
        "qtos report --ht, --html",
        "./qtos backt, backtest"
    })
    void a_shell_completes_commands_and_options(String line, String expected) throws Exception {
        assertThat(offered(line)).containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void a_shell_completes_the_names_of_files() throws Exception {
        assertThat(offered("qtos decide --prices pri")).containsExactly("prices.csv");
    }

    @Test
    void every_command_is_known_to_the_script() throws IOException {
        String help = CommandRun.of("--help").out();

        assertThat(offeredCommands(help))
                .hasSizeGreaterThan(12)
                .allSatisfy(command -> assertThat(script).content().contains(command));
        assertThat(CommandRun.of("completion", "zsh").out()).contains("bashcompinit", "complete -F _complete_qtos");
    }

    private static List<String> offeredCommands(String help) {
        return help.substring(help.indexOf("Commands:"))
                .lines()
                .filter(line -> line.matches("  [a-z].*"))
                .map(line -> line.strip().split(" ", 2)[0])
                .toList();
    }

    @Test
    void another_shell_is_refused_by_name() {
        CommandRun run = CommandRun.of("completion", "fish");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("fish");
    }
}
