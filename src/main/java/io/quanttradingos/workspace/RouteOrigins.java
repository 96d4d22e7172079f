package io.quanttradingos.workspace;

import io.quanttradingos.state.ContentDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the routes of a workspace were when they were put there, so that one who changed a route can be told from one who has an
 * old one. Written beside them as {@code routes/.shipped}:
 *
 * <pre>
 * # routes of version 0.1.0, as qtos init put them here
 * 5891b5b5… 10-api.camel.yaml
 * </pre>
 */
public record RouteOrigins(String version, Map<String, String> digests) {
    static final String NAME = ".shipped";
    static final String PATH = "routes/" + NAME;
    private static final String FIRST = "# routes of version ";
    private static final String FIRST_END = ", as qtos init put them here";

    public RouteOrigins {
        digests = Map.copyOf(digests);
    }

    static RouteOrigins of(Map<String, byte[]> routes, String version) {
        Map<String, String> digests = new TreeMap<>();
        routes.forEach((path, content) ->
                digests.put(path.substring(path.lastIndexOf('/') + 1), ContentDigest.sha256(content)));
        return new RouteOrigins(version, digests);
    }

    String text() {
        StringBuilder text = new StringBuilder(FIRST + version + FIRST_END + "\n");
        new TreeMap<>(digests)
                .forEach((name, digest) ->
                        text.append(digest).append(' ').append(name).append('\n'));
        return text.toString();
    }

    /** What is written beside the routes of a folder; empty where nothing is, as in a checkout. */
    public static Optional<RouteOrigins> in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String version = "an earlier version";
        Map<String, String> digests = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(FIRST)) {
                version = line.substring(FIRST.length()).replace(FIRST_END, "");
            } else if (line.indexOf(' ') > 0) {
                digests.put(line.substring(line.indexOf(' ') + 1).strip(), line.substring(0, line.indexOf(' ')));
            }
        }
        return Optional.of(new RouteOrigins(version, digests));
    }

    /** The digest a file had; null where it is none of those put there. */
    public @Nullable String digest(String name) {
        return digests.get(name);
    }
}
