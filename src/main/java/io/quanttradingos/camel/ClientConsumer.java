package io.quanttradingos.camel;

import io.quanttradingos.failure.Abandonment;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a route on a worker thread for as long as its client waits for the answer. */
final class ClientConsumer extends VertxPlatformHttpConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConsumer.class);

    ClientConsumer(
            PlatformHttpEndpoint endpoint,
            Processor processor,
            List<Handler<RoutingContext>> handlers,
            String routerName) {
        super(endpoint, new ForAClient(endpoint.getPath(), processor), handlers, routerName);
    }

    @Override
    protected Future<Void> processHttpRequest(Exchange exchange, RoutingContext request) {
        Admission admission = request.get(Admission.PROPERTY);
        if (admission != null) {
            exchange.setProperty(Admission.PROPERTY, admission);
            admission.workBegins();
        }
        return super.processHttpRequest(exchange, request).onFailure(unread -> {
            if (admission != null) {
                admission.workEnds();
            }
        });
    }

    static @Nullable Admission admission(Exchange exchange) {
        return exchange.getProperty(Admission.PROPERTY, Admission.class);
    }

    /** The route, unless the client has left while its request waited for a thread. */
    private static final class ForAClient implements Processor {
        private final String path;
        private final Processor route;

        ForAClient(String path, Processor route) {
            this.path = path;
            this.route = route;
        }

        @Override
        public void process(Exchange exchange) throws Exception {
            Admission admission = admission(exchange);
            if (admission == null) {
                route.process(exchange);
                return;
            }
            try {
                if (!admission.hasLeft()) {
                    Abandonment.during(admission::hasLeft, () -> route.process(exchange));
                }
            } finally {
                admission.workEnds();
                if (admission.hasLeft()) {
                    LOG.info("the client of {} has left; its work was stopped", path);
                }
            }
        }
    }
}
