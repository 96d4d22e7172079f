package io.quanttradingos.camel;

import java.util.List;
import java.util.Set;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Ties the REST routes to our {@link HttpDoor}, whose port may not be known before it is opened. */
final class HttpEngine extends VertxPlatformHttpEngine {
    /** The paths of the sign of life. */
    static final Set<String> SIGN_OF_LIFE = Set.of("/health", "/health/live", "/health/started");

    private final int configuredPort;

    HttpEngine(int configuredPort) {
        this.configuredPort = configuredPort;
        setHandlers(List.of(FormGuard::isRead));
    }

    @Override
    public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
        String router = VertxPlatformHttpRouter.getRouterNameFromPort(configuredPort);
        return SIGN_OF_LIFE.contains(endpoint.getPath())
                ? new EventLoopConsumer(endpoint, processor, getHandlers(), router)
                : new ClientConsumer(endpoint, processor, getHandlers(), router);
    }

    /** The port by which the router is registered; not the one listened on where that is any free one. */
    @Override
    public int getServerPort() {
        return configuredPort;
    }
}
