package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path in a request stands for a file inside the data folder, or for nothing, and tells nothing of the rest. */
@Tag("one-java")
class PathInRequestTest {
    private static final String OUTSIDE = "must name a file inside the data folder";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        Path secret = Files.write(folder.resolve("outside.csv"), Http.sample("prices.csv"));
        Path data = service.dataFolder();
        Files.createSymbolicLink(data.resolve("link.csv"), secret);
        Files.createSymbolicLink(data.resolve("link-folder"), folder);
        Files.createSymbolicLink(data.resolve("inner.csv"), data.resolve("sample/prices.csv"));
        Files.createSymbolicLink(data.resolve("dangling.csv"), folder.resolve("none.csv"));
        Files.createDirectories(data.resolve("inbox/.work"));
        Files.write(data.resolve("inbox/.work/prices.csv"), Http.sample("prices.csv"));
        Files.write(data.resolve(".hidden.csv"), Http.sample("prices.csv"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.csv",
                "../nothing.csv",
                "../../../../../../etc/passwd",
                "sample/../../outside.csv",
                "data/../../outside.csv",
                "/etc/passwd",
                "/etc/nothing",
                "/",
                "link.csv",
                "link-folder/outside.csv",
                "link-folder/nothing.csv",
                "inbox/.work/prices.csv",
                ".hidden.csv",
                "a\u0000b"
            })
    void a_path_that_leads_outside_is_refused_alike_whether_or_not_something_is_there(String path) {
        for (String field : List.of("prices_path", "holdings_path")) {
            JsonNode problem =
                    Http.problem(Http.json(service, Map.of(field, path)).post("/decision"), 400);

            assertThat(Http.errors(problem)).containsExactly("request " + field + " " + OUTSIDE);
            assertThat(problem.path("detail").asText()).isEqualTo(field + " " + OUTSIDE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%2e%2e/outside.csv",
                "%2e%2e%2foutside.csv",
                "..%2foutside.csv",
                "%2Fetc%2Fpasswd",
                "a%00b",
                "sample/%2e%2e/%2e%2e/outside.csv"
            })
    void encoding_a_path_changes_nothing(String path) {
        JsonNode problem = Http.problem(Http.get(service, "/decision?prices_path=" + path), 400);

        assertThat(Http.errors(problem)).containsExactly("request prices_path " + OUTSIDE);
    }

    @Test
    void a_name_that_no_system_could_open_is_refused_without_looking_at_its_parts() {
        for (String path : List.of("a/".repeat(100_000), "../".repeat(100_000) + "etc/passwd")) {
            JsonNode problem =
                    Http.problem(Http.json(service, Map.of("prices_path", path)).post("/decision"), 400);

            assertThat(Http.errors(problem)).containsExactly("request prices_path " + OUTSIDE);
        }
    }

    @Test
    void an_absolute_path_outside_says_nothing_of_where_the_service_lives() {
        String outside = folder.resolve("outside.csv").toString();

        JsonNode problem =
                Http.problem(Http.json(service, Map.of("prices_path", outside)).post("/decision"), 400);

        assertThat(problem.toString()).doesNotContain(folder.toString());
    }

    @Test
    void every_path_of_a_request_is_checked() {
        Map<String, String> decision = Map.of(
                "execution_trades_path", "../outside.csv",
                "execution_plan_path", "sample/plan.json");
        Map<String, String> discipline = Map.of("trades_path", "sample/trades.csv", "plan_path", "/etc/passwd");

        assertThat(Http.errors(Http.problem(Http.json(service, decision).post("/decision"), 400)))
                .containsExactly("request execution_trades_path " + OUTSIDE);
        assertThat(Http.errors(Http.problem(Http.json(service, discipline).post("/execution-discipline"), 400)))
                .containsExactly("request plan_path " + OUTSIDE);
        for (String path : List.of("/regime", "/portfolio-report")) {
            assertThat(Http.errors(Http.problem(
                            Http.json(service, Map.of("prices_path", "../outside.csv"))
                                    .post(path),
                            400)))
                    .containsExactly("request prices_path " + OUTSIDE);
        }
    }

    @Test
    void a_name_inside_that_stands_for_nothing_is_not_found() {
        JsonNode problem = Http.problem(
                Http.json(service, Map.of("prices_path", "sample/none.csv")).post("/decision"), 404);

        assertThat(problem.path("detail").asText())
                .isEqualTo("prices_path: no file 'sample/none.csv' in the data folder");
    }

    @Test
    void a_link_to_nothing_is_not_found() {
        Http.problem(Http.json(service, Map.of("prices_path", "dangling.csv")).post("/decision"), 404);
    }

    @Test
    void a_folder_is_no_file() {
        JsonNode problem =
                Http.problem(Http.json(service, Map.of("prices_path", "sample")).post("/decision"), 400);

        assertThat(Http.errors(problem)).containsExactly("request prices_path 'sample' is not a regular file");
    }

    @Test
    void a_link_that_stays_inside_and_the_folders_own_name_are_followed() {
        for (String path : List.of("inner.csv", "data/sample/prices.csv", "sample/../sample/prices.csv")) {
            assertThat(Http.decide(service, Map.of("prices_path", path))
                            .path("asof")
                            .asText())
                    .isEqualTo("2023-12-29");
        }
    }

    @Test
    void the_name_of_an_upload_is_never_a_path() {
        JsonNode answer = Http.ok(Http.to(service)
                .multiPart("prices_file", "../../../evil.csv", Http.sample("prices.csv"))
                .post("/decision"));

        assertThat(answer.path("asof").asText()).isEqualTo("2023-12-29");
        assertThat(folder.resolve("evil.csv")).doesNotExist();
        assertThat(folder.resolveSibling("evil.csv")).doesNotExist();
    }
}
