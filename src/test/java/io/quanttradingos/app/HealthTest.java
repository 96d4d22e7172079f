package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign of life. */
class HealthTest {
    @TempDir
    Path folder;

    @Test
    void it_is_given_while_the_only_worker_waits_for_an_upstream() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        HttpServer upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", exchange -> {
            asked.countDown();
            try {
                mayAnswer.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        upstream.start();
        Map<String, String> settings = Map.of(
                "qtos.worker.threads", "1",
                "qtos.price.sources", "data_service",
                "qtos.upstream.timeout.millis", "30000",
                "data.service.url", "http://127.0.0.1:" + upstream.getAddress().getPort());
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, settings)) {
            HttpClient client = HttpClient.newHttpClient();
            CompletableFuture<HttpResponse<String>> waiting = client.sendAsync(
                    HttpRequest.newBuilder(service.baseUri().resolve("/decision"))
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"holdings\":[{\"symbol\":\"NOPE\",\"shares\":1}]}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> health = client.send(
                    HttpRequest.newBuilder(service.baseUri().resolve("/health")).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("{\"status\":\"ok\"}");
            assertThat(waiting).isNotDone();
            mayAnswer.countDown();
            assertThat(waiting.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(422);
        } finally {
            mayAnswer.countDown();
            upstream.stop(0);
        }
    }
}
