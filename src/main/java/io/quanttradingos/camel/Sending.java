package io.quanttradingos.camel;

import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Call;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** A call on its way: what {@link UpstreamClient} puts on the wire and nobody else sees. */
final class Sending {
    /** The exchange's property that holds it. */
    static final String PROPERTY = "QtosSending";

    /** Where camel-http puts the exchange. */
    private static final String EXCHANGE = "org.apache.camel.Exchange";

    private final Call call;
    private final URI address;
    private final Duration within;
    private final String userAgent;
    private final InstantSource clock;
    private final Map<String, String> trace;
    private volatile boolean cutOff;

    /**
     * A call about to be sent.
     *
     * @param address of the service, to which the call's path is added
     * @param trace the header lines that say which trace it belongs to
     */
    Sending(Call call, URI address, Duration within, String userAgent, InstantSource clock, Map<String, String> trace) {
        this.trace = trace;
        this.call = call;
        this.address = address;
        this.within = within;
        this.userAgent = userAgent;
        this.clock = clock;
    }

    /** The one of a request; null where it carries none. */
    static @Nullable Sending of(HttpContext context) {
        return context.getAttribute(EXCHANGE) instanceof Exchange exchange
                ? exchange.getProperty(PROPERTY, Sending.class)
                : null;
    }

    Call call() {
        return call;
    }

    Duration within() {
        return within;
    }

    InstantSource clock() {
        return clock;
    }

    /** Where it goes. */
    String uri() {
        return address + call.path();
    }

    /** Adds the header lines, the key's among them, and sets the path to what it is: Camel encodes some of it anew. */
    void sign(HttpRequest request) {
        request.setPath(address.getRawPath() + call.path());
        request.setHeader("Accept", "application/json");
        request.setHeader("User-Agent", userAgent);
        trace.forEach(request::setHeader);
        AccessKey key = call.key();
        if (key == null) {
            return;
        }
        switch (call.service()) {
            case FINNHUB -> request.setHeader("X-Finnhub-Token", key.reveal());
            case LANGUAGE_MODEL -> request.setHeader("Authorization", "Bearer " + key.reveal());
            case DATA_SERVICE, YAHOO -> {
                // they ask for none
            }
        }
    }

    void cutOff() {
        cutOff = true;
    }

    /** Whether it took longer than it may. */
    boolean wasCutOff() {
        return cutOff;
    }
}
