package io.quanttradingos.camel;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets no header or query parameter from outside become a message header, and no message header but a few become a
 * response header.
 *
 * <p>Camel would otherwise take {@code Camel*} look-alikes for its own controls, and echo what a client sent.
 */
public final class NoForeignHeaders implements HeaderFilterStrategy {
    private static final Set<String> ANSWERED = Set.of(
            "retry-after",
            "allow",
            "location",
            "content-disposition",
            "content-security-policy",
            "cache-control",
            "etag",
            "x-content-type-options",
            "referrer-policy");

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !ANSWERED.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return true;
    }
}
