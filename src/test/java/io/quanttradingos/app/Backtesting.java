package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanttradingos.state.RunRecord;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks a service under test for backtests, and takes from answers what two of the same backtest may differ in. */
final class Backtesting {
    private Backtesting() {}

    /** The answer to a request that succeeds. */
    static JsonNode ok(ServiceUnderTest service, Map<String, ?> body) {
        return Http.ok(post(service, body));
    }

    static Response post(ServiceUnderTest service, Map<String, ?> body) {
        return Http.post(service, "/backtest", body);
    }

    /** Fields as a query or a form holds them. */
    static String encoded(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return String.join("&", pairs);
    }

    /** Without what names the run, its place in the chain, and what its inputs were called. */
    static ObjectNode comparable(JsonNode answer) {
        ObjectNode comparable = answer.deepCopy();
        assertThat(comparable.remove("run_id")).as("run_id").isNotNull();
        assertThat(comparable.remove("receipt")).as("receipt").isNotNull();
        assertThat(((ObjectNode) comparable.path("data")).remove("names")).isNotEmpty();
        return comparable;
    }

    /** The run recorded last. */
    static RunRecord lastRun(ServiceUnderTest service) {
        return service.assembly().store().page(1, Long.MAX_VALUE, null).get(0);
    }

    /** Drops a file as a careful sender does, by renaming it into place, and waits for its result. */
    static JsonNode dropped(ServiceUnderTest service, String name, byte[] content) throws IOException {
        place(service, name, content);
        Path result = service.dataFolder().resolve("outbox/" + name + ".backtest.json");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(result));
        return Http.tree(Files.readAllBytes(result));
    }

    static void place(ServiceUnderTest service, String name, byte[] content) throws IOException {
        Path aside = Files.write(service.dataFolder().resolve(name + ".aside"), content);
        Files.move(aside, service.dataFolder().resolve("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}
