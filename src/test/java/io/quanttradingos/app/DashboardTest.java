package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The dashboard's files, and what it asks of the service that nobody else does. */
class DashboardTest {
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final Pattern NAMED = Pattern.compile("(?:src|href)=\"(/dashboard/[^\"]+)\"|from '\\./([^']+)'");

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** What the page names, and what that names. */
    private static Set<String> files() {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> unread = new ArrayDeque<>(List.of("/"));
        while (!unread.isEmpty()) {
            Matcher named = NAMED.matcher(Http.get(service, unread.remove()).asString());
            while (named.find()) {
                String path = named.group(1) == null ? "/dashboard/" + named.group(2) : named.group(1);
                if (found.add(path) && path.endsWith(".js")) {
                    unread.add(path);
                }
            }
        }
        return found;
    }

    @Test
    void every_file_that_is_named_is_served_with_its_type() {
        Set<String> files = files();

        assertThat(files).hasSizeGreaterThan(15).contains("/dashboard/waterfall.js", "/dashboard/uplot.js");
        for (String file : files) {
            Response answer = Http.get(service, file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.contentType()).as(file).isEqualTo(TYPES.get(file.substring(file.lastIndexOf('.') + 1)));
            assertThat(answer.header("X-Content-Type-Options")).as(file).isEqualTo("nosniff");
        }
    }

    @Test
    void the_page_may_load_nothing_from_elsewhere_and_no_script_that_is_written_into_it() {
        Response page = Http.get(service, "/");

        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'; script-src 'self' 'sha256-")
                .contains("; style-src 'self' 'sha256-", "; connect-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.asString())
                .doesNotContain("://", "<style", "style=", "onclick")
                .doesNotContainPattern("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard/main.js", "/dashboard/uplot.css", "/runs?limit=1", "/runs/series"})
    void what_a_client_has_already_is_not_sent_again(String path) {
        String tag = Http.get(service, path).header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");

        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            Response answer = Http.to(service).header("If-None-Match", known).get(path);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.header("ETag")).isEqualTo(tag);
            assertThat(answer.asByteArray()).isEmpty();
        }
        assertThat(Http.to(service)
                        .header("If-None-Match", "\"other\"")
                        .get(path)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_head_request_is_answered_like_a_get_without_its_body() {
        for (String path : List.of("/", "/dashboard/main.js")) {
            Response get = Http.get(service, path);
            Response head = Http.send(service, "HEAD", path);

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.contentType()).isEqualTo(get.contentType());
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(head.asByteArray()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/none.js",
                "/dashboard/application.properties",
                "/dashboard/..%2ftear-sheet%2fstyle.css",
                "/dashboard/",
                "/index.html"
            })
    void no_other_file_is_served(String path) {
        Http.problem(Http.get(service, path), 404);
    }

    @Test
    void the_page_is_only_looked_at() {
        Response answer = Http.json(service, "{}").post("/");

        Http.problem(answer, 405);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void the_newest_run_changes_the_tag_that_is_asked_for() {
        String before = Http.get(service, "/runs?limit=1").header("ETag");
        Http.ok(Http.json(service, "{}").post("/decision"));

        Response after = Http.to(service).header("If-None-Match", before).get("/runs?limit=1");

        assertThat(Http.ok(after).path("runs")).hasSize(1);
        assertThat(after.header("ETag")).isNotEqualTo(before);
    }

    @Test
    void the_series_says_of_each_decision_what_its_own_answer_says() {
        Http.ok(Http.json(service, Map.of("as_of", "2020-03-31", "peak_equity", 200_000))
                .post("/decision"));
        Http.ok(Http.json(service, Map.of("execution_score", 0.7)).post("/decision"));
        Http.ok(Http.to(service).get("/backtest"));

        JsonNode series = Http.ok(Http.get(service, "/runs/series?limit=2"));

        assertThat(series.path("count").asInt()).isEqualTo(2);
        JsonNode newest = series.path("points").get(1);
        assertThat(newest.path("execution_discipline_score").asDouble()).isEqualTo(0.7);
        for (JsonNode point : series.path("points")) {
            JsonNode answer =
                    Http.ok(Http.get(service, "/runs/" + point.path("run_id").asText()));
            assertThat(point.path("asof")).isEqualTo(answer.path("asof"));
            assertThat(point.path("regime")).isEqualTo(answer.at("/regime/label"));
            assertThat(point.path("confidence")).isEqualTo(answer.at("/regime/confidence"));
            assertThat(point.path("allow_trade")).isEqualTo(answer.at("/decision/allow_trade"));
            assertThat(point.path("position_size_multiplier"))
                    .isEqualTo(answer.at("/decision/position_size_multiplier"));
            assertThat(point.path("risk_mode")).isEqualTo(answer.at("/decision/risk_mode"));
            assertThat(point.path("execution_discipline_score")).isEqualTo(answer.path("execution_discipline_score"));
            assertThat(point.path("discipline_source")).isEqualTo(answer.at("/execution_discipline/source"));
            assertThat(point.path("portfolio_value")).isEqualTo(answer.at("/account/value"));
            assertThat(point.path("drawdown")).isEqualTo(answer.at("/account/drawdown"));
        }
        List<JsonNode> listed = new ArrayList<>();
        Http.ok(Http.get(service, "/runs")).path("runs").forEach(listed::add);
        assertThat(listed.stream()
                        .filter(run -> run.path("kind").asText().equals("decision"))
                        .limit(2)
                        .map(run -> run.path("started_at").asText()))
                .containsExactly(
                        newest.path("started_at").asText(),
                        series.path("points").get(0).path("started_at").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "ten", ""})
    void a_limit_outside_its_range_is_refused(String limit) {
        JsonNode problem = Http.problem(Http.get(service, "/runs/series?limit=" + limit), 400);

        assertThat(problem.path("detail").asText())
                .isEqualTo("request limit must be a whole number, 1 to 1000, was '" + limit + "'");
    }

    @Test
    void the_series_of_closes_stands_beside_the_regimes() throws Exception {
        JsonNode rows = Http.ok(Http.to(service).post("/regime?series=true")).path("series");
        List<String> prices = Files.readAllLines(Http.SAMPLE.resolve("prices.csv"));
        int benchmark = List.of(prices.get(0).split(",", -1)).indexOf("SPY");

        assertThat(rows).hasSize(prices.size() - 1);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row).path("close").asDouble())
                    .isEqualTo(Double.parseDouble(prices.get(row + 1).split(",", -1)[benchmark]));
        }
    }
}
