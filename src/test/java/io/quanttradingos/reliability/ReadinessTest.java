package io.quanttradingos.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.app.ServiceUnderTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether the service says by itself that it can do its work. */
class ReadinessTest {
    private static final Map<String, String> WATCHED =
            Map.of("qtos.inbox.enabled", "true", "qtos.api.token", "a-token-for-this-test");

    @TempDir
    Path folder;

    private static HttpResponse<String> get(ServiceUnderTest service, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(service.baseUri() + path))
                                    .build(),
                            BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_service_that_can_do_its_work_is_ready_and_needs_no_token_to_say_so() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            assertThat(get(service, "/health/live").body()).isEqualTo("{\"status\":\"ok\"}");
            HttpResponse<String> ready = get(service, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(200);
            assertThat(ready.body())
                    .isEqualTo("{\"status\":\"UP\",\"checks\":[{\"name\":\"store\",\"status\":\"UP\"},"
                            + "{\"name\":\"inbox\",\"status\":\"UP\"},{\"name\":\"routes\",\"status\":\"UP\"}]}");
            assertThat(service.stateFolder().toFile().list()).noneMatch(name -> name.startsWith(".ready-"));
        }
    }

    @Test
    void without_its_inbox_it_is_not_ready_until_the_inbox_is_back() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            Path inbox = service.dataFolder().resolve("inbox");
            Path aside = service.dataFolder().resolve("aside");
            Files.move(inbox, aside);
            expectDown(service, "inbox");

            deleteEmpty(inbox);
            Files.move(aside, inbox);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> get(service, "/health/ready").statusCode() == 200);
        }
    }

    /** The watcher may have made an empty one meanwhile. */
    private static void deleteEmpty(Path inbox) throws IOException {
        Files.deleteIfExists(inbox);
    }

    @Test
    void with_a_route_stopped_it_is_not_ready() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            service.context().getRouteController().stopRoute("inbox");

            expectDown(service, "routes");
        }
    }

    @Test
    void without_a_folder_to_write_its_store_in_it_is_not_ready() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, WATCHED)) {
            Files.move(service.stateFolder(), folder.resolve("state-aside"));

            expectDown(service, "store");
            Files.move(folder.resolve("state-aside"), service.stateFolder());
        }
    }

    private static void expectDown(ServiceUnderTest service, String check) throws IOException {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get(service, "/health/ready").statusCode() == 503);
        HttpResponse<String> answer = get(service, "/health/ready");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        JsonNode body = Json.mapper().readTree(answer.body());
        assertThat(body.path("status").asText()).isEqualTo("DOWN");
        for (JsonNode each : body.path("checks")) {
            boolean down = each.path("name").asText().equals(check);
            assertThat(each.path("status").asText()).isEqualTo(down ? "DOWN" : "UP");
        }
        assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
    }
}
