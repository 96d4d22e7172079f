package io.quanttradingos.app;

import io.quanttradingos.camel.HttpDoor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * The whole service in this process, on a free port, with folders of its own.
 *
 * <p>Its data folder is a copy of the repository's samples and policies, so that a test may write into it.
 */
public final class ServiceUnderTest implements AutoCloseable {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private final Path dataFolder;
    private final Path stateFolder;
    private final Assembly assembly;
    private final URI baseUri;

    private ServiceUnderTest(Path dataFolder, Path stateFolder, Assembly assembly, URI baseUri) {
        this.dataFolder = dataFolder;
        this.stateFolder = stateFolder;
        this.assembly = assembly;
        this.baseUri = baseUri;
    }

    /** Starts the service with its usual settings. */
    public static ServiceUnderTest in(Path folder) throws IOException {
        return in(folder, Map.of());
    }

    /**
     * Starts the service.
     *
     * @param folder an empty folder, or one where a service has run before: its data and state are used again
     * @param overrides settings by name, such as {@code qtos.inflight.max}
     */
    public static ServiceUnderTest in(Path folder, Map<String, String> overrides) throws IOException {
        return in(folder, overrides, InstantSource.system());
    }

    /** The same by another clock. */
    public static ServiceUnderTest in(Path folder, Map<String, String> overrides, InstantSource clock)
            throws IOException {
        Settings settings = settings(folder, overrides);
        Path dataFolder = settings.folder("qtos.data.dir");
        Path stateFolder = settings.folder("qtos.state.dir");
        Assembly assembly = new Assembly(settings, TelemetrySettings.ofService(settings), clock);
        try {
            HttpDoor http = Doors.ofService(assembly);
            URI baseUri = URI.create("http://127.0.0.1:" + Doors.open(assembly, http));
            return new ServiceUnderTest(dataFolder, stateFolder, assembly, baseUri);
        } catch (RuntimeException e) {
            assembly.close();
            throw e;
        }
    }

    /** The settings of a service in a folder; the samples are copied into it. The environment has no say. */
    static Settings settings(Path folder, Map<String, String> overrides) throws IOException {
        Path data = folder.resolve("data");
        if (!Files.exists(data)) {
            for (String part : List.of("sample", "config")) {
                copy(PROJECT.resolve("data").resolve(part), data.resolve(part));
            }
        }
        Map<String, String> settings = new HashMap<>();
        settings.put("qtos.port", "0");
        settings.put("qtos.data.dir", data.toString());
        settings.put(
                "qtos.state.dir",
                Files.createDirectories(folder.resolve("state")).toString());
        settings.put("qtos.routes.dir", PROJECT.resolve("routes").toString());
        settings.put("qtos.price.sources", "");
        settings.put("yahoo.base.url", "");
        settings.put("qtos.shutdown.seconds", "5");
        settings.put("qtos.inbox.enabled", "false");
        settings.put("qtos.inbox.settle.millis", "50");
        settings.put("qtos.inbox.poll.millis", "20");
        settings.putAll(overrides);
        return Settings.of(Map.of(), settings, PROJECT);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Where the service listens, without a slash at the end. */
    public URI baseUri() {
        return baseUri;
    }

    public Path dataFolder() {
        return dataFolder;
    }

    public Path stateFolder() {
        return stateFolder;
    }

    public Assembly assembly() {
        return assembly;
    }

    /** The Camel context of its routes. */
    public CamelContext context() {
        return assembly.routes().context();
    }

    @Override
    public void close() {
        assembly.close();
    }
}
