package io.quanttradingos.camel;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.upstream.call.Call;
import io.quanttradingos.upstream.call.Transport;
import io.quanttradingos.upstream.call.UpstreamService;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls through the {@code fetch-json} route.
 *
 * <p>Key, time and header lines do not travel in the message, which routes and logs can see, but in a property that only
 * {@link UpstreamClient} reads.
 */
public final class HttpTransport implements Transport {
    /** What may stand in a path and query: anything else Camel could take for a placeholder of its own. */
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9\\-._~!$&'()*+,;=:@/?%]*");

    private final Supplier<ProducerTemplate> routes;
    private final Map<UpstreamService, URI> addresses = new EnumMap<>(UpstreamService.class);
    private final String userAgent;
    private final InstantSource clock;
    private final Supplier<Map<String, String>> trace;

    /**
     * Wires it.
     *
     * @param addresses the base address of each service that is set up; from settings only
     * @param userAgent how this product names itself, such as {@code qtos/1.0}
     * @param clock for services that name the moment until which they are to be left alone
     * @throws Refusal where a base address is none
     */
    public HttpTransport(
            Supplier<ProducerTemplate> routes,
            Map<UpstreamService, String> addresses,
            String userAgent,
            InstantSource clock) {
        this(routes, addresses, userAgent, clock, Map::of);
    }

    /**
     * The same, where services are to learn which trace a call belongs to.
     *
     * @param trace the header lines that say so of the calling thread
     */
    public HttpTransport(
            Supplier<ProducerTemplate> routes,
            Map<UpstreamService, String> addresses,
            String userAgent,
            InstantSource clock,
            Supplier<Map<String, String>> trace) {
        this.trace = trace;
        this.routes = routes;
        this.userAgent = userAgent;
        this.clock = clock;
        addresses.forEach((service, address) -> this.addresses.put(service, base(service, address)));
    }

    private static URI base(UpstreamService service, String address) {
        try {
            URI uri = new URI(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            boolean isHttp = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (isHttp && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw Refusal.invalid(
                "the address of " + service.title() + " must be one such as https://example.org/v1, without a query");
    }

    @Override
    public Reply send(Call call, Duration within) throws IOException {
        URI address = addresses.get(call.service());
        if (address == null) {
            throw Refusal.notUsable(call.service().title() + " is not set up: its address is not in the settings");
        }
        if (!PATH.matcher(call.path()).matches()) {
            throw new IllegalArgumentException("a path must be percent-encoded, was " + call.path());
        }
        Sending sending = new Sending(call, address, within, userAgent, clock, trace.get());
        Exchange answer = routes.get().request("direct:fetch-json", exchange -> ask(exchange, sending));
        Exception failure = answer.getException();
        return failure == null ? success(answer) : replyOf(failure, sending);
    }

    private static void ask(Exchange exchange, Sending sending) {
        Call call = sending.call();
        exchange.setProperty(Sending.PROPERTY, sending);
        exchange.getMessage().setHeader(Exchange.HTTP_URI, sending.uri());
        exchange.getMessage().setHeader(Exchange.HTTP_METHOD, call.method());
        if (call.body() != null) {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
            exchange.getMessage().setBody(call.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Reply success(Exchange answer) throws IOException {
        int status = answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (answer.getMessage().getBody() instanceof JsonNode body && !body.isMissingNode()) {
            return new Reply(status, body, null);
        }
        throw new JsonParseException(null, "the answer is empty");
    }

    private static Reply replyOf(Exception failure, Sending sending) throws IOException {
        Unsuccessful unsuccessful = cause(failure, Unsuccessful.class);
        if (unsuccessful != null) {
            return new Reply(unsuccessful.status(), null, unsuccessful.retryAfter());
        }
        throw failureOf(failure, sending);
    }

    private static IOException failureOf(Exception failure, Sending sending) {
        TooLarge tooLarge = cause(failure, TooLarge.class);
        if (tooLarge != null) {
            return tooLarge;
        }
        if (sending.wasCutOff()) {
            return new SocketTimeoutException("cut off after " + sending.within());
        }
        JsonProcessingException json = cause(failure, JsonProcessingException.class);
        if (json != null) {
            return json;
        }
        IOException io = cause(failure, IOException.class);
        if (io != null) {
            return io;
        }
        throw new IllegalStateException(
                "the route failed: " + failure.getClass().getName(), failure);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        for (Throwable at = failure; at != null; at = at.getCause() == at ? null : at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }

    /** A service that answered, but not with success; its words are not read. */
    static final class Unsuccessful extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final transient @Nullable Duration retryAfter;

        Unsuccessful(int status, @Nullable Duration retryAfter) {
            super("status " + status);
            this.status = status;
            this.retryAfter = retryAfter;
        }

        int status() {
            return status;
        }

        @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }
}
