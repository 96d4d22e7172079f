package io.quanttradingos.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision's page as a browser shows and prints it, from the disk. Pictures go to target/decision-report. */
@Tag("one-java")
class DecisionReportBrowserTest {
    private static final Path PICTURES = Path.of("target", "decision-report");
    private static final String FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";

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

    private static Path page(String name, JsonNode answer) throws IOException {
        return Files.writeString(folder.resolve(name), SampleDecision.html(answer, SampleDecision.history(756, 1)));
    }

    private static Chromium.Tab opened(JsonNode answer, int width, String scheme) throws IOException {
        Chromium.Tab tab = browser.tab();
        tab.open(page("page.html", answer), width, scheme);
        return tab;
    }

    private static List<String> texts(JsonNode found) {
        List<String> texts = new ArrayList<>();
        found.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void it_fits_is_readable_and_complains_of_nothing(int width, String scheme) throws Exception {
        Chromium.Tab tab = opened(SampleDecision.full(), width, scheme);
        tab.picture(PICTURES.resolve(width + "-" + scheme + ".png"));

        JsonNode faint = tab.faintTexts();

        assertThat(tab.problems()).isEmpty();
        assertThat(tab.evaluate(FITS).asBoolean()).isTrue();
        assertThat(faint.get("read").asInt()).isGreaterThan(300);
        assertThat(faint.get("faint")).isEmpty();
        assertThat(tab.evaluate("performance.getEntriesByType('resource').length")
                        .asInt())
                .isZero();
        assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo(scheme.equals("dark") ? "rgb(15, 18, 22)" : "rgb(246, 246, 243)");
    }

    @Test
    void its_sections_stand_in_order_and_each_has_a_name_for_a_screen_reader() throws Exception {
        Chromium.Tab tab = opened(SampleDecision.full(), 1280, "light");

        assertThat(texts(tab.evaluate("[...document.querySelectorAll('h2')].map(one => one.textContent)")))
                .containsExactly(
                        "Verdict",
                        "Warnings",
                        "Position size",
                        "What blocks new trades",
                        "What would change it",
                        "Market regime",
                        "Closes and regimes",
                        "Portfolio",
                        "Execution discipline",
                        "Guardian",
                        "Conventions",
                        "Receipt");
        assertThat(
                        texts(
                                tab.evaluate(
                                        "[...document.querySelectorAll("
                                                + "'nav, [role=region], [role=img], section')].filter(one => !one.ariaLabel && !one.title"
                                                + " && !document.getElementById(one.getAttribute('aria-labelledby'))).map(one => one.outerHTML)")))
                .isEmpty();
        assertThat(texts(tab.evaluate("[...document.querySelectorAll('nav a')].map(one => one.hash)"
                        + ".filter(hash => !document.querySelector(hash))")))
                .isEmpty();
        assertThat(tab.evaluate("[...document.querySelectorAll('svg')]"
                                + ".every(one => one.getAttribute('aria-hidden') === 'true')")
                        .asBoolean())
                .isTrue();
        assertThat(texts(tab.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")))
                .doesNotHaveDuplicates();
    }

    /** The line reaches the right edge, the bands below end with it. */
    @Test
    void the_closes_and_their_bands_are_drawn_over_the_same_width() throws Exception {
        Chromium.Tab tab = opened(SampleDecision.full(), 1280, "light");

        JsonNode ends = tab.evaluate("[...document.querySelectorAll('.picture svg.line, .picture svg.lane')]"
                + ".map(one => one.getBoundingClientRect()).map(box => [Math.round(box.left), Math.round(box.right)])");

        assertThat(ends).hasSize(5).allSatisfy(end -> assertThat(end).isEqualTo(ends.get(0)));
        assertThat(tab.evaluate("document.querySelector('.course').getBoundingClientRect().height")
                        .asDouble())
                .isBetween(100.0, 240.0);
    }

    @ParameterizedTest
    @CsvSource({"390", "1280"})
    void markup_in_a_record_stays_text(int width) throws Exception {
        Chromium.Tab tab = opened(SampleDecision.hostile(), width, "light");

        assertThat(tab.evaluate("typeof window.attacked").asText()).isEqualTo("undefined");
        assertThat(tab.evaluate("document.querySelectorAll('img, .attack, script, iframe, main style').length")
                        .asInt())
                .isZero();
        assertThat(tab.evaluate("document.querySelector('.verdict .reason').textContent")
                        .asText())
                .endsWith("`${window.attacked=1}");
        assertThat(tab.problems()).isEmpty();
        assertThat(tab.evaluate(FITS).asBoolean()).isTrue();
    }

    @Test
    void on_paper_it_is_black_on_white_and_nothing_is_cut() throws Exception {
        Chromium.Tab tab = opened(SampleDecision.full(), 718, "dark");
        byte[] pdf = tab.printed();
        Files.write(Files.createDirectories(PICTURES).resolve("page.pdf"), pdf);
        tab.asPaper();
        tab.picture(PICTURES.resolve("paper.png"));

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pages(pdf)).isBetween(3, 8);
        assertThat(tab.evaluate(
                                "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.body).color")
                        .asText())
                .isEqualTo("rgb(255, 255, 255)rgb(0, 0, 0)");
        assertThat(tab.evaluate("[...document.querySelectorAll('.scroll')]"
                        + ".filter(one => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight)"
                        + ".map(one => one.ariaLabel)"))
                .isEmpty();
        assertThat(tab.evaluate(FITS).asBoolean()).isTrue();
        assertThat(tab.faintTexts().get("faint")).isEmpty();
    }

    private static int pages(byte[] pdf) {
        Matcher page = Pattern.compile("/Type\\s*/Page[^s]").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        int pages = 0;
        while (page.find()) {
            pages++;
        }
        return pages;
    }
}
