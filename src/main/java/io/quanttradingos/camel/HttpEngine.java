package io.quanttradingos.camel;

import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;

/** Ties the REST routes to our {@link HttpDoor}, whose port may not be known before it is opened. */
final class HttpEngine extends VertxPlatformHttpEngine {
    private final int configuredPort;

    HttpEngine(int configuredPort) {
        this.configuredPort = configuredPort;
    }

    /** The port by which the router is registered; not the one listened on where that is any free one. */
    @Override
    public int getServerPort() {
        return configuredPort;
    }
}
