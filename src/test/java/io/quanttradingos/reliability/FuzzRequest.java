package io.quanttradingos.reliability;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that was made up.
 *
 * @param target path and query, percent-encoded
 * @param mediaType null names none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FuzzRequest(String method, String target, @Nullable String mediaType, byte[] body) {
    private static final int SHOWN = 600;

    HttpRequest to(URI base, Duration within) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + target))
                .timeout(within)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (mediaType != null) {
            request.header("Content-Type", mediaType);
        }
        return request.build();
    }

    @Override
    public String toString() {
        String text = new String(body, ISO_8859_1);
        String start = target.substring(0, Math.min(SHOWN, target.length()));
        return method + " " + start + " (" + mediaType + ", " + body.length + " bytes) "
                + text.substring(0, Math.min(SHOWN, text.length()));
    }
}
