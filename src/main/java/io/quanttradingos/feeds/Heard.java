package io.quanttradingos.feeds;

import io.quanttradingos.state.Content;
import io.quanttradingos.upstream.call.Served.Origin;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a source said, with the bytes it said it in, so that it can be read again.
 *
 * @param part what it is, such as {@code news}
 * @param source who said it, such as {@code finnhub}
 * @param day the day it is about: that asked for, or that of a recording
 * @param at when it was said
 * @param origin whether it was asked just now
 * @param rows what could be read
 * @param skipped what was left out as it could not be
 * @param content the bytes
 * @param value what was read
 */
public record Heard<T>(
        String part,
        String source,
        LocalDate day,
        Instant at,
        Origin origin,
        int rows,
        int skipped,
        Content content,
        T value) {}
