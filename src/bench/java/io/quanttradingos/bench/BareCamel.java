package io.quanttradingos.bench;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.main.Main;

/** The least that camel-main can serve: one route that says hello over HTTP. */
public final class BareCamel {
    private BareCamel() {}

    /** Prints {@code ready} once it listens. */
    public static void main(String[] arguments) throws Exception {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        Main main = new Main();
        main.configure().withJmxEnabled(false);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/hello").setBody(constant("hello"));
            }
        });
        main.init();
        main.getCamelContext().addService(new VertxPlatformHttpServer(configuration));
        main.start();
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
