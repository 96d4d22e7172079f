package io.quanttradingos.camel;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;

/**
 * Runs a route that never waits on the thread that read the request.
 *
 * <p>Camel hands every request to a worker thread, since it cannot know what a route does. A sign of life must come when all
 * workers are busy, so its route runs here; its steps must not read a file, take a lock or compute for long.
 */
final class EventLoopConsumer extends VertxPlatformHttpConsumer {
    EventLoopConsumer(
            PlatformHttpEndpoint endpoint,
            Processor processor,
            List<Handler<RoutingContext>> handlers,
            String routerName) {
        super(endpoint, processor, handlers, routerName);
    }

    @Override
    protected void handleRequest(RoutingContext request) {
        Exchange exchange = createExchange(false);
        exchange.setPattern(ExchangePattern.InOut);
        processHttpRequest(exchange, request)
                .onSuccess(read -> answer(exchange, request))
                .onFailure(request::fail);
    }

    private void answer(Exchange exchange, RoutingContext request) {
        try {
            createUoW(exchange);
            getProcessor().process(exchange);
            write(exchange.getMessage(), request);
        } catch (Exception e) {
            request.fail(e);
        } finally {
            doneUoW(exchange);
            releaseExchange(exchange, false);
        }
    }

    private static void write(Message answer, RoutingContext request) {
        byte[] body = bytes(answer.getBody(ByteBuffer.class));
        request.response()
                .setStatusCode(answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class))
                .putHeader("Content-Type", answer.getHeader(Exchange.CONTENT_TYPE, String.class))
                .end(Buffer.buffer(body));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
