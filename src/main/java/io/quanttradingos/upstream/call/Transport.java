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

    /** An answer that is larger than one may be. */
    final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long mostBytes;

        /** @param mostBytes what an answer may hold */
        public TooLarge(long mostBytes) {
            super("the answer is larger than " + mostBytes + " bytes");
            this.mostBytes = mostBytes;
        }

        /** What an answer may hold. */
        public long mostBytes() {
            return mostBytes;
        }
    }

    /**
     * Sends once, without retrying or following a redirect.
     *
     * @param within the whole time it may take, to the last byte
     * @throws java.net.SocketTimeoutException where it took longer
     * @throws TooLarge where the answer holds more than it may
     * @throws IOException where the service cannot be reached or cuts the connection
     * @throws com.fasterxml.jackson.core.JsonProcessingException where a success is no JSON
     */
    Reply send(Call call, Duration within) throws IOException;
}
