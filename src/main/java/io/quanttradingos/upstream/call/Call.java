package io.quanttradingos.upstream.call;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One question to a service, such as {@code Call.get(FINNHUB, "company-news AAPL", day, "/company-news?symbol=AAPL&…", key)}.
 *
 * @param service who is asked
 * @param subject what is asked for, without its dates: with the service and the day it names a recording
 * @param day the day the question is about, usually today in UTC
 * @param method GET or POST
 * @param path the path and query to add to the service's base address; holds no key
 * @param body the JSON to send; null for none
 * @param key what the service asks for; null where it asks for none
 */
public record Call(
        UpstreamService service,
        String subject,
        LocalDate day,
        String method,
        String path,
        @Nullable String body,
        @Nullable AccessKey key) {

    /** A question without a body. */
    public static Call get(
            UpstreamService service, String subject, LocalDate day, String path, @Nullable AccessKey key) {
        return new Call(service, subject, day, "GET", path, null, key);
    }
}
