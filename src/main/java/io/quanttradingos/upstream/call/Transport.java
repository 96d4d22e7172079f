package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends a call and waits for its answer. */
@FunctionalInterface
public interface Transport {
    /**
     * An answer as it came.
     *
     * @param status the HTTP status
     * @param body the JSON of a success; null for any other status
     * @param retryAfter how long the service asks to be left alone; null where it does not say
     */
    record Reply(
            int status, @Nullable JsonNode body, @Nullable Duration retryAfter) {}

    /**
     * Sends once, without retrying or following a redirect.
     *
     * @param within the whole time it may take, to the last byte
     * @throws java.net.SocketTimeoutException where it took longer
     * @throws IOException where the service cannot be reached, cuts the connection, or sends too much
     * @throws com.fasterxml.jackson.core.JsonProcessingException where a success is no JSON
     */
    Reply send(Call call, Duration within) throws IOException;
}
