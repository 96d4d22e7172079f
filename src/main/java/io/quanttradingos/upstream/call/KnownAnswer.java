package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service answered, as bytes: whoever is served gets a tree of its own, which no other can change, and the same one
 * whether the answer is new, remembered or played from a recording.
 */
final class KnownAnswer {
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private final byte @Nullable [] json;
    private final Instant at;

    private KnownAnswer(byte @Nullable [] json, Instant at) {
        this.json = json;
        this.at = at;
    }

    static KnownAnswer of(JsonNode body, Instant at) {
        try {
            return new KnownAnswer(JSON.writeValueAsBytes(body), at);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The service said that it does not know what it was asked for. */
    static KnownAnswer nothing(Instant at) {
        return new KnownAnswer(null, at);
    }

    Instant at() {
        return at;
    }

    /** The size of its JSON. */
    int bytes() {
        return json == null ? 0 : json.length;
    }

    @Nullable JsonNode body() {
        try {
            return json == null ? null : JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Served> served(LocalDate day, Served.Origin origin) {
        return Optional.ofNullable(body()).map(body -> new Served(body, day, at, origin));
    }
}
