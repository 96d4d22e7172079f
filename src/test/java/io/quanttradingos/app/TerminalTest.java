package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.api.report.RegimeHistory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final String ESCAPE = "\u001b";

    private static Terminal terminal(int width, boolean colour, Charset charset) {
        return new Terminal(true, colour, width, charset);
    }

    private static JsonNode answer(String name) throws IOException {
        return Json.mapper().readTree(Files.readAllBytes(Path.of("src/test/resources/app/decision-" + name + ".json")));
    }

    private static RegimeHistory history() {
        List<RegimeHistory.Day> days = IntStream.range(0, 300)
                .mapToObj(i -> new RegimeHistory.Day(
                        LocalDate.of(2023, 1, 1).plusDays(i),
                        100 + i % 70,
                        i < 20
                                ? null
                                : i < 150
                                        ? "Risk-On / Low/Normal Vol / Uptrend / Healthy Breadth"
                                        : "Risk-Off / High Vol / Uptrend / Healthy Breadth"))
                .toList();
        return new RegimeHistory("SPY", days, null);
    }

    private static String shown(JsonNode answer, Terminal terminal, @Nullable RegimeHistory history) {
        return DecisionTable.of(answer, terminal, history);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                              | true  | true  | true",
                "                              | false | false | false",
                "NO_COLOR=1                    | true  | true  | false",
                "NO_COLOR=                     | true  | true  | true",
                "TERM=dumb                     | true  | true  | false",
                "CLICOLOR=0                    | true  | true  | false",
                "CLICOLOR_FORCE=1              | false | true  | true",
                "CLICOLOR_FORCE=0              | false | false | false",
                "CLICOLOR_FORCE=1,TERM=dumb    | true  | true  | true",
                "CLICOLOR_FORCE=1,NO_COLOR=1   | false | false | false",
                "CLICOLOR_FORCE=1,NO_COLOR=1   | true  | true  | false",
                "COLUMNS=80                    | false | false | false"
            })
    void the_environment_says_whether_there_are_colours(
            @Nullable String environment, boolean isTerminal, boolean rich, boolean colour) {
        Map<String, String> variables = new HashMap<>();
        if (environment != null) {
            for (String variable : environment.split(",", -1)) {
                variables.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
            }
        }

        Terminal terminal = Terminal.of(variables, isTerminal, null, UTF_8);

        assertThat(terminal.rich()).isEqualTo(rich);
        assertThat(terminal.colour()).isEqualTo(colour);
        assertThat(terminal.width()).isEqualTo(Page.WIDTH);
    }

    @ParameterizedTest
    @CsvSource({
        "80,, 80",
        ", 132, 132",
        "80, 132, 80",
        "10,, 60",
        "9999,, 160",
        "wide,, 100",
        "wide, 132, 132",
        "0,, 100",
        "-5,, 100"
    })
    void a_line_is_as_wide_as_the_terminal(@Nullable String said, @Nullable String measured, int width) {
        Map<String, String> variables = said == null ? Map.of() : Map.of("COLUMNS", said);

        assertThat(Terminal.of(variables, true, measured, UTF_8).width()).isEqualTo(width);
    }

    @Test
    void the_command_line_wins_over_the_environment() {
        Terminal dull = Terminal.of(Map.of("NO_COLOR", "1"), false, null, UTF_8);

        assertThat(dull.coloured(Terminal.When.ALWAYS).colour()).isTrue();
        assertThat(dull.coloured(Terminal.When.AUTO)).isEqualTo(dull);
        assertThat(terminal(80, true, UTF_8).coloured(Terminal.When.NEVER).colour())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed", "blocked"})
    void colours_change_no_letter(String name) throws IOException {
        String coloured = shown(answer(name), terminal(100, true, UTF_8), history());

        assertThat(coloured).contains(ESCAPE + "[1mREGIME" + ESCAPE + "[0m");
        assertThat(coloured.replaceAll(ESCAPE + "\\[[0-9]+m", ""))
                .isEqualTo(shown(answer(name), terminal(100, false, UTF_8), history()))
                .doesNotContain(ESCAPE);
    }

    /** A bar's colours take no room: what is wrapped stands under its own beginning. */
    @Test
    void wrapped_reasons_stand_under_one_another() throws IOException {
        List<String> lines = shown(answer("allowed"), terminal(80, true, UTF_8), null)
                .replaceAll(ESCAPE + "\\[[0-9]+m", "")
                .lines()
                .toList();
        int header = lines.indexOf("POSITION SIZE") + 1;
        int why = lines.get(header).indexOf("why");

        assertThat(lines.subList(header + 1, header + 5))
                .anyMatch(line -> line.startsWith(" ".repeat(why)))
                .allSatisfy(line -> assertThat(line.charAt(why - 1)).isEqualTo(' '))
                .allSatisfy(line -> assertThat(line.charAt(why)).isNotEqualTo(' '));
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 100, 160})
    void no_line_is_wider_than_the_terminal(int width) throws IOException {
        ObjectNode answer = (ObjectNode) answer("allowed");
        answer.remove("receipt");

        assertThat(shown(answer, terminal(width, false, UTF_8), history()).lines())
                .allSatisfy(line ->
                        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(Math.max(width, 76)));
    }

    /** The bars of the waterfall: twenty signs are full size. */
    @Test
    void the_waterfall_shows_what_is_left_and_what_is_taken() throws IOException {
        String told = shown(answer("blocked"), terminal(120, false, UTF_8), null);

        assertThat(told).contains("regime      trending      1.0000  " + "█".repeat(20));
        assertThat(told).contains("confidence    0.8619      0.9309  " + "█".repeat(19) + "░");
        assertThat(told).contains("drawdown      0.4637      0.0000  " + "░".repeat(19));
    }

    @Test
    void what_is_unknown_is_a_sign_for_a_person_and_a_word_for_a_script() throws IOException {
        assertThat(shown(answer("blocked"), terminal(100, false, UTF_8), null))
                .containsPattern("Volatility a year +–")
                .containsPattern("Sharpe ratio +–");
        assertThat(DecisionTable.of(answer("blocked"))).containsPattern("Volatility a year +unknown");
    }

    @Test
    void an_old_code_page_gets_the_signs_of_a_typewriter() throws IOException {
        Terminal terminal = terminal(100, false, StandardCharsets.US_ASCII);
        StringWriter out = new StringWriter();
        try (PlainSigns plain = new PlainSigns(out, terminal.charset())) {
            plain.write(shown(answer("allowed"), terminal, history()));
            plain.write("\ud83d\ude00…");
        }

        assertThat(out.toString())
                .matches(text -> StandardCharsets.US_ASCII.newEncoder().canEncode(text))
                .contains("0.6596 x0.5993", "####", "# is Risk-Off", "TLT", " - ")
                .endsWith("?...");
    }

    @Test
    void the_course_of_the_regime_ends_with_the_last_day() throws IOException {
        List<String> lines = shown(answer("allowed"), terminal(100, false, UTF_8), history())
                .lines()
                .toList();
        int at = lines.indexOf("CLOSES OF SPY");

        assertThat(lines.get(at + 2)).matches("  risk +·+─+█+").hasSize(2 + "volatility".length() + 2 + 63);
        assertThat(lines.get(at + 4)).matches("  trend +·+─+");
    }

    @Test
    void a_text_cannot_bring_colours_of_its_own() throws IOException {
        ObjectNode answer = (ObjectNode) answer("allowed");
        answer.putArray("warnings").add("a\ufdd4b\u001b[31mc\ufdd0");

        assertThat(DecisionTable.of(answer)).contains("- a b [31mc");
    }

    @Test
    void a_pipe_gets_what_it_always_got() throws IOException {
        assertThat(shown(answer("allowed"), Terminal.PLAIN, null)).isEqualTo(DecisionTable.of(answer("allowed")));
        assertThat(DecisionTable.of(answer("allowed"))).doesNotContain(ESCAPE, "█", "CLOSES");
    }
}
