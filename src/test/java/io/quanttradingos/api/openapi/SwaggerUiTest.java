package io.quanttradingos.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.app.ServiceUnderTest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Swagger UI as the service serves it: whole, and from nowhere else. */
class SwaggerUiTest {
    private static final Map<String, String> TYPES =
            Map.of("css", "text/css", "js", "text/javascript", "png", "image/png");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static ServedDocument served;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        served = ServedDocument.of(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void every_file_the_page_names_is_served_with_its_type() {
        List<String> references = references();
        assertThat(references).hasSizeGreaterThanOrEqualTo(4);
        for (String reference : references) {
            HttpResponse<String> file = served.send(served.request(reference));
            String ending = reference.substring(reference.lastIndexOf('.') + 1);
            assertThat(file.statusCode()).as(reference).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElse(""))
                    .as(reference)
                    .startsWith(TYPES.get(ending));
            assertThat(file.body()).as(reference).isNotEmpty();
        }
    }

    @Test
    void the_page_names_no_other_origin() {
        assertThat(references()).allMatch(reference -> reference.startsWith("/docs/"));
        assertThat(page().body()).doesNotContain("//");
        HttpResponse<String> start = served.send(served.request("/docs/start.js"));
        assertThat(start.body())
                .contains("url: \"/openapi.json\"")
                .contains("validatorUrl: null")
                .doesNotContain("//");
    }

    @Test
    void the_browser_may_load_from_this_origin_only() {
        assertThat(page().headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .doesNotContain("http");
    }

    private static List<String> references() {
        List<String> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(page().body());
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        return references;
    }

    private static HttpResponse<String> page() {
        HttpResponse<String> page = served.send(served.request("/docs"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        return page;
    }
}
