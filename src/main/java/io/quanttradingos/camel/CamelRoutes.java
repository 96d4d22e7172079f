package io.quanttradingos.camel;

import io.quanttradingos.failure.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Service;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Camel context that runs the routes of the {@code routes} folder. */
public final class CamelRoutes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CamelRoutes.class);

    private @Nullable Main main;
    private @Nullable ProducerTemplate producer;

    /**
     * Starts the routes of some files.
     *
     * @param folder the routes folder
     * @param files their names, without the ending {@code .camel.yaml}
     * @param classes finds what the routes name by its class
     * @param beans what the routes refer to, by name
     * @param properties what the routes' placeholders stand for
     * @param services what lives and dies with the context, such as the HTTP server
     * @param shutdown how long running work may take to end
     * @param watch told of every exchange
     * @param access told of every answer over HTTP
     * @throws Refusal where a route cannot be started, naming it
     */
    public void start(
            Path folder,
            List<String> files,
            ClassLoader classes,
            Map<String, Object> beans,
            Map<String, String> properties,
            List<Service> services,
            Duration shutdown,
            RouteWatch watch,
            AccessLog access) {
        Main starting = new Main();
        starting.setDefaultPropertyPlaceholderLocation("false");
        starting.configure()
                .withName("qtos")
                .withJmxEnabled(false)
                .withStreamCachingEnabled(false)
                .withMessageHistory(false)
                // no header comes from outside, so none is spelt in another letter case
                .withCaseInsensitiveHeaders(false)
                .withShutdownTimeout((int) shutdown.toSeconds())
                .withAutoConfigurationEnvironmentVariablesEnabled(false)
                .withAutoConfigurationSystemPropertiesEnabled(false)
                .withRoutesIncludePattern(files.stream()
                        .map(file -> "file:" + folder.resolve(file + ".camel.yaml"))
                        .collect(Collectors.joining(",")));
        starting.addInitialProperty("camel.rest.component", "platform-http");
        starting.addInitialProperty("camel.rest.inlineRoutes", "false");
        starting.addInitialProperty("camel.component.platform-http.serverRequestValidation", "false");
        starting.addInitialProperty("camel.component.platform-http.headerFilterStrategy", "#noForeignHeaders");
        properties.forEach(starting::addInitialProperty);
        beans.forEach(starting::bind);
        starting.bind("noForeignHeaders", new NoForeignHeaders());
        starting.bind("abandonedWork", new AbandonedWork());
        starting.bind("placedRecords", new CsvTables.PlacedRecords());
        this.main = starting;
        try {
            starting.init();
            CamelContext context = starting.getCamelContext();
            context.getClassResolver().addClassLoader(classes);
            context.addRoutePolicyFactory(new WatchedRoutes(watch, access));
            for (Service service : services) {
                context.addService(service);
            }
            this.producer = context.createProducerTemplate();
            starting.start();
        } catch (Exception e) {
            LOG.debug("the routes cannot be started", e);
            throw new Refusal(
                    Refusal.Kind.INVALID_INPUT, "the routes cannot be started: " + rootMessage(e), List.of(), e);
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable at = failure;
        StringBuilder message = new StringBuilder(String.valueOf(at.getMessage()));
        while (at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
            if (at.getMessage() != null && message.indexOf(at.getMessage()) < 0) {
                message.append(": ").append(at.getMessage());
            }
        }
        return message.toString();
    }

    /** Sends to the running routes. */
    public ProducerTemplate producer() {
        ProducerTemplate running = producer;
        if (running == null) {
            throw new IllegalStateException("the routes are not running");
        }
        return running;
    }

    /** A bean the routes were started with. */
    public <T> T bean(String name, Class<T> type) {
        return context().getRegistry().lookupByNameAndType(name, type);
    }

    /** Starts a route that waits to be told. */
    public void startRoute(String id) {
        try {
            context().getRouteController().startRoute(id);
        } catch (Exception e) {
            throw new Refusal(
                    Refusal.Kind.INVALID_INPUT,
                    "the route " + id + " cannot be started: " + rootMessage(e),
                    List.of(),
                    e);
        }
    }

    /** The context of the running routes. */
    public CamelContext context() {
        Main running = main;
        if (running == null) {
            throw new IllegalStateException("the routes are not running");
        }
        return running.getCamelContext();
    }

    @Override
    public void close() {
        Main running = main;
        if (running != null) {
            running.stop();
            main = null;
            producer = null;
        }
    }
}
