package io.quanttradingos.upstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a service answered.
 *
 * @param body its JSON
 * @param day the day the answer is about: that of the call, or where a recording of another day was played, that day
 * @param at when the service gave it
 * @param origin whether it was asked just now
 */
public record Served(JsonNode body, LocalDate day, Instant at, Origin origin) {
    /** Where an answer was taken from. */
    public enum Origin {
        /** The service, just now. */
        LIVE,
        /** Memory: the service was asked the same before, on the same day. */
        CACHED,
        /** A recording; the service was not asked. */
        REPLAYED
    }
}
