package io.quanttradingos.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file as a reader's browser shows it, from the disk and without a network. Pictures go to target/tear-sheet. */
@Tag("one-java")
class TearSheetBrowserTest {
    private static final Path PICTURES = Path.of("target", "tear-sheet");
    private static final String BACKGROUND = "getComputedStyle(document.body).backgroundColor";

    @TempDir
    private static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void start() {
        browser = Chromium.startOrSkip();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
    }

    private static Path file(String name, JsonNode answer) throws IOException {
        return Files.write(folder.resolve(name), TearSheet.html(answer));
    }

    private static Chromium.Tab opened(String name, JsonNode answer, int width, String scheme) throws IOException {
        Chromium.Tab tab = browser.tab();
        tab.open(file(name, answer), width, scheme);
        return tab;
    }

    private static List<String> texts(Chromium.Tab tab, String selector) {
        List<String> texts = new ArrayList<>();
        tab.evaluate("[...document.querySelectorAll('" + selector + "')].map(one => one.textContent)")
                .forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** How many of the canvases are drawn upon: have pixels of more than one colour. */
    private static int drawnCanvases(Chromium.Tab tab) {
        return tab.evaluate("[...document.querySelectorAll('canvas')].filter(canvas => {"
                        + "const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
                        + "return new Set(new Uint32Array(data.buffer)).size > 4; }).length")
                .asInt();
    }

    private static void assertFits(Chromium.Tab tab) {
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                        .asBoolean())
                .as("no horizontal scrolling of the page")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void every_chart_is_drawn_and_nothing_sticks_out(int width, String scheme) throws Exception {
        Chromium.Tab tab = opened("whole.html", SampleAnswer.whole(2520, 100, 1), width, scheme);
        tab.picture(PICTURES.resolve(width + "-" + scheme + ".png"));

        assertThat(tab.problems()).isEmpty();
        assertThat(drawnCanvases(tab))
                .isEqualTo(6)
                .isEqualTo(texts(tab, "canvas").size());
        assertFits(tab);
        assertThat(tab.evaluate(BACKGROUND).asText())
                .isEqualTo(scheme.equals("dark") ? "rgb(15, 18, 22)" : "rgb(246, 246, 243)");
    }

    @Test
    void the_sections_stand_in_their_order() throws Exception {
        Chromium.Tab tab = opened("whole.html", SampleAnswer.whole(400, 10, 1), 1280, "light");

        assertThat(texts(tab, "h1")).containsExactly("Backtest tear sheet");
        assertThat(texts(tab, "h2"))
                .containsExactly(
                        "Warnings",
                        "Verdict",
                        "Key figures",
                        "Equity",
                        "Monthly returns",
                        "Rolling figures",
                        "Price and trades",
                        "Return distribution",
                        "Regimes",
                        "Trades",
                        "Orders",
                        "Costs",
                        "Honesty statistics",
                        "Sweep",
                        "Walk-forward",
                        "Settings",
                        "Receipt");
        assertThat(tab.evaluate("document.title").asText()).isEqualTo("DEMO, sma_cross – backtest tear sheet");
        assertThat(texts(tab, "canvas:not([aria-label*=\": \"])")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_text_can_be_read_against_its_background(String scheme) throws Exception {
        Chromium.Tab tab = opened("whole.html", SampleAnswer.whole(2520, 100, 1), 1280, scheme);

        JsonNode faint = tab.faintTexts();

        assertThat(faint.get("read").asInt()).isGreaterThan(500);
        assertThat(faint.get("faint")).isEmpty();
    }

    @Test
    void what_is_missing_is_said_to_be() throws Exception {
        Chromium.Tab tab = opened("empty.html", SampleAnswer.empty(), 390, "light");
        tab.picture(PICTURES.resolve("empty.png"));

        assertThat(tab.problems()).isEmpty();
        assertFits(tab);
        assertThat(texts(tab, "h2")).doesNotContain("Warnings", "Sweep", "Walk-forward");
        assertThat(texts(tab, ".absent"))
                .contains(
                        "The run has no month with a return.",
                        "The run is shorter than the window these are taken over.",
                        "There are no trades to list.",
                        "The regimes of these bars are not known.",
                        "There are too few different returns for a distribution.",
                        "The run was not recorded.");
        assertThat(texts(tab, ".unknown[title=unknown]")).hasSizeGreaterThan(20).containsOnly("–");
    }

    @Test
    void an_answer_of_nothing_is_still_a_page() throws Exception {
        Chromium.Tab tab = opened("nothing.html", SampleAnswer.JSON.createObjectNode(), 1280, "light");

        assertThat(tab.problems()).isEmpty();
        assertThat(texts(tab, "h2")).hasSize(14);
        assertThat(texts(tab, "canvas")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void markup_in_the_data_stays_text(int width) throws Exception {
        Chromium.Tab tab = opened("hostile.html", SampleAnswer.hostile(), width, "light");

        assertThat(tab.evaluate("typeof window.attacked").asText()).isEqualTo("undefined");
        assertThat(texts(tab, "img, .attack, main script, main style, iframe")).isEmpty();
        assertThat(texts(tab, ".symbol")).containsExactly("DEMO" + SampleAnswer.ATTACK);
        assertThat(tab.problems()).isEmpty();
        assertFits(tab);
    }

    @Test
    void a_part_of_another_shape_does_not_take_the_others_with_it() throws Exception {
        ObjectNode answer = SampleAnswer.whole(400, 10, 1);
        answer.put("metrics", "none").put("series", 3).put("trades", true);
        answer.putArray("costs").add(1);
        answer.putArray("monthly_returns").addNull().add("x");
        answer.putObject("regimes").put("a", 1);

        Chromium.Tab tab = opened("odd.html", answer, 1280, "light");

        assertThat(tab.problems()).isEmpty();
        assertThat(texts(tab, "h2")).hasSize(17);
    }

    @Test
    void a_script_that_is_not_ours_is_not_run_and_seen_here() throws Exception {
        String html = new String(TearSheet.html(SampleAnswer.empty()), StandardCharsets.UTF_8);
        Path changed = Files.writeString(
                folder.resolve("changed.html"), html.replace("</body>", "<script>window.attacked = 1</script></body>"));
        Chromium.Tab tab = browser.tab();

        tab.open(changed, 1280, "light");

        assertThat(tab.evaluate("typeof window.attacked").asText()).isEqualTo("undefined");
        assertThat(tab.problems()).singleElement().asString().contains("Content Security Policy");
    }

    @Test
    void the_button_changes_the_colours_of_page_and_charts() throws Exception {
        Chromium.Tab tab = opened("whole.html", SampleAnswer.whole(400, 10, 1), 1280, "light");
        String before =
                tab.evaluate("document.querySelector('canvas').toDataURL()").asText();

        tab.evaluate("document.getElementById('theme').click()");
        tab.drawn();

        assertThat(tab.evaluate(BACKGROUND).asText()).isEqualTo("rgb(15, 18, 22)");
        assertThat(tab.evaluate("document.querySelector('canvas').toDataURL()").asText())
                .isNotEqualTo(before);
        assertThat(drawnCanvases(tab)).isEqualTo(6);
    }

    @Test
    void keys_read_a_chart_and_all_charts_of_its_time_follow() throws Exception {
        ObjectNode answer = SampleAnswer.whole(400, 10, 1);
        Chromium.Tab tab = opened("whole.html", answer, 1280, "light");
        tab.evaluate("document.querySelector('.plot').focus()");

        tab.press("ArrowLeft");
        tab.press("ArrowLeft");

        String day = answer.at("/series/times/397").asText();
        assertThat(texts(tab, ".legend .at").subList(0, 5)).containsOnly(day);
    }

    @Test
    void a_stretch_of_time_and_the_log_scale_are_chosen_by_buttons() throws Exception {
        Chromium.Tab tab = opened("whole.html", SampleAnswer.whole(2520, 100, 1), 1280, "light");

        tab.evaluate("document.querySelector('[aria-label=\"Last year\"]').click()");
        tab.drawn();
        tab.evaluate("document.querySelector('[aria-label=Logarithmic]').click()");
        tab.drawn();
        tab.picture(PICTURES.resolve("last-year-log.png"));

        assertThat(tab.problems()).isEmpty();
        assertThat(drawnCanvases(tab)).isEqualTo(6);
        assertThat(tab.evaluate("charts.filter(one => one.isTime)"
                        + ".map(one => Math.round((one.plot.scales.x.max - one.plot.scales.x.min) / 86400))"))
                .hasSize(5)
                .allSatisfy(days -> assertThat(days.asInt()).isBetween(364, 367));
        assertThat(texts(tab, "[aria-pressed=true]")).containsExactly("1Y", "Log");
    }

    @Test
    void twenty_five_thousand_bars_are_drawn_and_zoomed() throws Exception {
        Chromium.Tab tab = opened("long.html", SampleAnswer.whole(25_200, 1000, 1), 1280, "light");

        double zoomed = tab.evaluate("new Promise(done => { const began = performance.now();"
                        + "document.querySelector('[aria-label=\"Last 5 years\"]').click();"
                        + "requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))); })")
                .asDouble();
        double ready = tab.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
                .asDouble();
        System.out.printf("25,200 bars: drawn after %.0f ms, zoomed in %.0f ms%n", ready, zoomed);

        assertThat(tab.problems()).isEmpty();
        assertThat(drawnCanvases(tab)).isEqualTo(6);
        assertThat(texts(tab, ".more")).containsExactly("The first 300 of 1,000. Show all");
    }

    @Test
    void paper_shows_the_light_colours_whatever_the_screen_does() throws Exception {
        Chromium.Tab tab = opened("whole.html", SampleAnswer.whole(2520, 100, 1), 1280, "dark");
        tab.evaluate("addEventListener('beforeprint', () => window.asPrinted = [" + BACKGROUND
                + ", Math.max(...charts.map(one => one.plot.width))])");

        byte[] pdf = tab.printed();

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(tab.evaluate("window.asPrinted").toString()).isEqualTo("[\"rgb(246, 246, 243)\",680]");
        assertThat(tab.evaluate(BACKGROUND).asText()).isEqualTo("rgb(15, 18, 22)");
        assertThat(tab.problems()).isEmpty();
    }
}
