package io.quanttradingos.api.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.SharedData;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard of a running service, as a reader's browser shows it. Pictures go to target/dashboard. */
@Tag("one-java")
class DashboardBrowserTest {
    private static final Path PICTURES = Path.of("target", "dashboard");
    private static final Path SAMPLE = Path.of("data", "sample");
    private static final String TOKEN = "open-sesame";
    private static final String DRAWN = "document.getElementById('main').getAttribute('aria-busy') === 'false'";
    private static final String BLOCKED =
            "{\"include_guardian\": true, \"peak_equity\": 140000, \"guardian_recent_losses\": 5, \"guardian_price\": 424.29,"
                    + " \"guardian_atr\": 5.1}";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static ServiceUnderTest service;
    private static Chromium browser;
    private static Chromium.Tab tab;
    private static String axe;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.startOrSkip();
        service = ServiceUnderTest.in(Files.createDirectories(folder.resolve("service")));
        for (String asOf : List.of("2020-03-31", "2021-06-30", "2022-12-30")) {
            decide("{\"as_of\": \"" + asOf + "\", \"include_guardian\": true}");
        }
        tab = browser.tab();
        axe = PageResource.text("META-INF/resources/webjars/axe-core/4.6.3/axe.min.js");
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        if (service != null) {
            service.close();
        }
    }

    /** Asks for a decision as another client would, and gives its run. */
    private static String decide(String request) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(
                    HttpRequest.newBuilder(service.baseUri().resolve("/decision"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(request))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return SampleAnswer.JSON.readTree(answer.body()).get("run_id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void open(ServiceUnderTest of, String place, int width, String scheme) {
        tab.open(of.baseUri().resolve("/?" + System.nanoTime() + place), width, scheme);
        tab.until(DRAWN);
        tab.drawn();
    }

    private static void open(String place) {
        open(service, place, 1280, "light");
    }

    private static List<String> texts(String selector) {
        List<String> texts = new ArrayList<>();
        tab.evaluate("[...document.querySelectorAll('" + selector + "')].map(one => one.textContent)")
                .forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static String text(String selector) {
        return String.join(" ", texts(selector));
    }

    /** Opens what is folded, and gives what axe finds of what is shown: rules with the elements that break them. */
    private static JsonNode findings() {
        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })");
        if (tab.evaluate("typeof axe").asText().equals("undefined")) {
            tab.evaluate(axe + "; true");
        }
        return tab.evaluate("axe.run(document, {iframes: false, resultTypes: ['violations']}).then(found =>"
                + " found.violations.map(one => one.impact + ' ' + one.id + ': ' + one.nodes.slice(0, 3)"
                + ".map(node => node.target + ' ' + node.failureSummary).join(' | ')))");
    }

    private static void assertSound(String what) {
        assertThat(tab.problems())
                .as(what)
                .allMatch(problem -> problem.contains("willReadFrequently"), "is what axe itself is warned of");
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
                        .asBoolean())
                .as(what + " does not scroll to the side")
                .isTrue();
        assertThat(tab.evaluate("document.body.innerText").asText())
                .as(what)
                .doesNotContainPattern("\\b(undefined|NaN|null|\\[object)\\b");
        assertThat(findings()).as(what).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "blocked", "runs", "run", "import", "backtest"})
    void every_page_is_whole_in_both_widths_and_colours(String page) throws IOException {
        String id = decide(page.equals("blocked") ? BLOCKED : "{\"include_guardian\": true}");
        Map<String, String> places = Map.of("today", "#/", "blocked", "#/", "run", "#/runs/" + id);
        open(places.getOrDefault(page, "#/" + page));
        for (String scheme : List.of("light", "dark")) {
            for (int width : new int[] {1280, 390}) {
                tab.look(width, scheme);
                tab.drawn();
                assertSound(page + " " + width + " " + scheme);
                tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = false; })");
                tab.picture(PICTURES.resolve(page + "-" + width + "-" + scheme + ".png"));
            }
        }
        assertThat(tab.requests())
                .isNotEmpty()
                .allMatch(url ->
                        URI.create(url).getAuthority().equals(service.baseUri().getAuthority()));
    }

    @Test
    void a_decision_is_told_as_it_was_answered() {
        String id = decide(BLOCKED);
        open("#/");

        assertThat(text(".ruling")).contains("No new trades");
        assertThat(text(".size")).isEqualTo("0.00% of full size");
        assertThat(text("#verdict .because"))
                .isEqualTo("No new trades: drawdown 23.39 % has reached the stop of 20 %.");
        assertThat(text("#verdict .period")).contains("For 2023-12-29").contains(id);
        assertThat(texts(".waterfall .factor"))
                .containsExactly(
                        "Full size",
                        "Regime",
                        "Confidence",
                        "Drawdown",
                        "Discipline",
                        "Volatility",
                        "Heat",
                        "Blocked",
                        "Allowed");
        assertThat(text("#guardian"))
                .contains("Opening new trades is stopped.", "Drawdown 23.39 % has reached the stop of 20 %.")
                .contains("UntilWhen the drawdown is back below 15 % and fewer than 3 recent losses count.")
                .contains("Not allowed nowNew trades.", "AllowedExits.");
        assertThat(texts("#portfolio tbody th")).startsWith("SPY", "QQQ").endsWith("CASH");
        assertThat(texts("canvas")).hasSize(4);
        assertThat(tab.evaluate(
                                "[...document.querySelectorAll('canvas')].every(one => one.getAttribute('aria-label').length > 40)")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_run_that_is_recorded_elsewhere_appears_by_itself() {
        open("#/");
        tab.until("document.getElementById('state-text').textContent === 'Live'");
        tab.evaluate("document.querySelector('#waterfall-table').open = true");
        tab.evaluate("document.querySelector('#verdict a').focus()");

        String id = decide("{\"as_of\": \"2019-08-30\"}");
        tab.until("document.querySelector('#verdict .period').textContent.includes('" + id + "') && " + DRAWN);

        assertThat(text("#announce")).isEqualTo("A new run was recorded: decision.");
        assertThat(text("#guardian")).contains("The guardian was not asked in this decision");
        assertThat(tab.evaluate("document.querySelector('#waterfall-table').open")
                        .asBoolean())
                .isTrue();
        assertThat(tab.evaluate("charts.length").asInt()).isEqualTo(4);
        assertThat(tab.problems()).isEmpty();
    }

    @Test
    void a_run_is_opened_by_the_keyboard_down_to_its_receipt() {
        String id = decide("{}");
        open("#/runs");
        assertThat(texts("td.id a")).startsWith(id);

        tab.evaluate("document.querySelector('td.id a').focus()");
        tab.enter();
        tab.until("location.hash === '#/runs/" + id + "' && document.getElementById('receipt') && " + DRAWN);

        assertThat(text("#receipt")).contains("prices", "2,015", "holdings", "./qtos replay " + id);
        assertThat(texts("#receipt code").get(0)).matches("[0-9a-f]{64}");
        assertThat(tab.evaluate("document.activeElement.id").asText()).isEqualTo("main");
        assertThat(tab.evaluate("JSON.parse(document.querySelector('pre').textContent).run_id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void markup_in_an_address_stays_text() {
        open("#/runs/" + "%3Cimg%20src=x%20onerror=window.attacked=1%3E");

        assertThat(text(".problem")).contains("no run has the id '<img src=x");
        assertThat(tab.evaluate("typeof window.attacked").asText()).isEqualTo("undefined");
        assertThat(texts("main img")).isEmpty();
    }

    @Test
    void a_backtest_is_asked_for_and_its_tear_sheet_is_drawn() throws IOException {
        open("#/backtest");
        tab.evaluate(
                "document.querySelector('[name=\"parameter:fast\"]').value = 'ten'; document.querySelector('.primary').click()");
        tab.until("document.querySelector('.problem')");
        assertThat(text(".problem")).contains("fast").contains("ten");

        tab.evaluate(
                "document.querySelector('[name=\"parameter:fast\"]').value = '10'; document.querySelector('.primary').click()");
        tab.until("document.querySelector('iframe')");
        int before = tab.problems().size();
        tab.drawn();
        tab.picture(PICTURES.resolve("tear-sheet.png"));

        assertThat(tab.evaluate("document.querySelector('iframe').srcdoc.length")
                        .asInt())
                .isGreaterThan(100_000);
        assertThat(tab.evaluate("document.querySelector('iframe').sandbox.value")
                        .asText())
                .isEqualTo("allow-scripts");
        assertThat(tab.problems()).hasSize(before).allMatch(problem -> problem.contains("400"));
        assertThat(text("#announce")).contains("The backtest is done");
    }

    @Test
    void a_chosen_file_is_previewed_decided_on_and_recorded() throws IOException {
        open("#/import");

        tab.choose("#import-file", SAMPLE.resolve("holdings.csv"));
        tab.until("document.querySelector('.actions')");
        assertThat(text("#preview"))
                .contains("Our own form: holdings", "Holdings a decision would be made on (8)", "XLV");
        assertSound("preview");
        tab.picture(PICTURES.resolve("preview.png"));
        tab.evaluate("document.querySelector('.actions .primary').click()");
        tab.until("document.getElementById('verdict')");

        String id = text(".notice-box a");
        assertThat(text(".notice-box")).isEqualTo("Done and recorded as " + id + ".");
        assertThat(text(".size")).isEqualTo("52.13% of full size");
        assertThat(texts("#portfolio tbody th")).hasSize(8);
        open("#/runs/" + id);
        assertThat(text("#receipt")).contains("holdings");
    }

    @Test
    void what_a_file_leaves_open_is_asked_and_read_as_answered() {
        open("#/import");

        tab.choose("#import-file", SharedData.file("data/messy/directa_export_bom_preamble_it.csv"));
        tab.until("document.querySelector('#preview form')");
        assertThat(text("#preview")).contains("It is not yet clear what this file is", "What Pippo means");
        assertThat(findings()).isEmpty();
        tab.evaluate("document.querySelector('#preview select').value = 'Pippo=leave_out';"
                + "document.querySelector('#preview .primary').click()");
        tab.until("document.querySelector('#preview .actions')");

        assertThat(text("#preview")).contains("Directa, movements", "what happened in an account", "Transactions");
        assertThat(texts("#left-out summary")).isNotEmpty();
        assertSound("export");
    }

    @Test
    void a_file_that_is_nothing_is_refused_in_the_services_words() {
        open("#/import");

        drop("letter.csv", "Dear Sir,\\nplease find <b>nothing</b>");
        tab.until("document.querySelector('#preview .problem')");

        assertThat(text(".problem")).contains("letter.csv").contains("an export of a known format");
        assertThat(texts("#preview b")).isEmpty();
    }

    @Test
    void bars_that_are_dropped_are_offered_to_a_backtest() {
        open("#/import");

        drop(
                "SPY.csv",
                "date,open,high,low,close,volume\\n2024-01-02,1,2,1,2,5\\n2024-01-03,2,3,2,3,5\\n2024-01-04,3,3,2,2,5");
        tab.until("document.querySelector('#preview .primary')");
        tab.evaluate("document.querySelector('#preview .primary').click()");
        tab.until("document.getElementById('question') && " + DRAWN);

        assertThat(text("#question")).contains("SPY.csv from Import");
    }

    private static void drop(String name, String content) {
        tab.evaluate("{ const given = new DataTransfer(); given.items.add(new File([\"" + content + "\"], '" + name
                + "')); document.querySelector('.drop').dispatchEvent(new DragEvent('drop',"
                + " {dataTransfer: given, bubbles: true, cancelable: true})); }");
    }

    @Test
    void the_chosen_colours_are_kept() {
        open("#/runs");
        tab.evaluate("document.getElementById('theme').click()");
        tab.reload();
        tab.until(DRAWN);

        assertThat(tab.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(15, 18, 22)");
        tab.evaluate("localStorage.clear()");
    }

    @Test
    void the_first_tab_stop_skips_to_the_content_and_the_file_chooser_is_reached_by_keys() {
        open("#/import");

        tab.evaluate("document.querySelector('.skip').focus()");
        tab.enter();
        tab.until("document.activeElement.id === 'main'");
        assertThat(text("h1")).isEqualTo("Import");
        assertThat(tab.evaluate("document.querySelector('#import-file').tabIndex")
                        .asInt())
                .isZero();
    }

    @Test
    void a_locked_service_asks_for_the_token_and_an_empty_one_shows_the_first_step() throws IOException {
        try (ServiceUnderTest locked = ServiceUnderTest.in(
                Files.createDirectories(folder.resolve("locked")), Map.of("qtos.api.token", TOKEN))) {
            open(locked, "", 390, "light");
            assertThat(text("h2")).isEqualTo("This service asks for a token");
            assertThat(findings()).isEmpty();

            tab.evaluate("document.querySelector('[name=token]').focus()");
            tab.write(TOKEN);
            tab.enter();
            tab.until("document.getElementById('empty')");
            assertThat(findings()).isEmpty();
            tab.picture(PICTURES.resolve("empty-390-light.png"));

            tab.evaluate("document.querySelector('.primary').click()");
            tab.until("document.getElementById('verdict') && " + DRAWN);
            assertThat(text(".size")).isEqualTo("52.13% of full size");
            assertThat(text("#guardian")).contains("Nothing stops a new trade.");

            locked.close();
            tab.until("document.getElementById('state-text').textContent === 'No answer'");
            assertThat(text("#announce")).isEqualTo("The service does not answer. Is it running?");
        }
    }
}
