package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceUnderTestTest {
    @TempDir
    Path folder;

    @Test
    void the_service_answers_and_can_be_started_again_in_the_same_folder() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (ServiceUnderTest service = ServiceUnderTest.in(folder)) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(service.baseUri() + "/health"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
            }
        }
    }
}
