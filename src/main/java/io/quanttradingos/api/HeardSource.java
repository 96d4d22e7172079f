package io.quanttradingos.api;

import io.quanttradingos.feeds.Heard;
import io.quanttradingos.upstream.call.Served.Origin;
import java.time.Instant;

/**
 * Who said what an answer rests on.
 *
 * @param part what was said, such as {@code news}
 * @param source who said it
 * @param fetchedAt when it was said
 * @param origin {@code live} where it was asked just now, {@code cached} or {@code replayed} where not
 * @param rows what could be read
 * @param skipped what was left out as it could not be
 */
record HeardSource(String part, String source, Instant fetchedAt, Origin origin, int rows, int skipped) {
    static HeardSource of(Heard<?> heard) {
        return new HeardSource(heard.part(), heard.source(), heard.at(), heard.origin(), heard.rows(), heard.skipped());
    }
}
