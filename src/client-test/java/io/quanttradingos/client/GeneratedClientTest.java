package io.quanttradingos.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.app.ServiceUnderTest;
import io.quanttradingos.client.api.ServiceApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that a standard generator makes of the document, against the running service. */
class GeneratedClientTest {
    @TempDir
    static Path folder;

    private static ServiceUnderTest service;
    private static ApiClient client;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceUnderTest.in(folder);
        client = new ApiClient();
        client.updateBaseUri(service.baseUri().toString());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void it_asks_for_a_sign_of_life() throws ApiException {
        assertThat(new ServiceApi(client).getHealth().getStatus()).isEqualTo("ok");
    }
}
