package io.quanttradingos.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that this version of the program carries for a workspace, by their paths in it, such as {@code routes/10-api.camel.yaml}. */
public final class Shipped {
    private static final String FOLDER = "/workspace/";
    private static final String KNOWN = "env.example";

    private Shipped() {}

    /** All below a folder, such as {@code routes/}, in the order of their paths. */
    public static SortedMap<String, byte[]> below(String folder) {
        URL known = Shipped.class.getResource(FOLDER + KNOWN);
        if (known == null) {
            throw new IllegalStateException("the program was packed without " + FOLDER + KNOWN);
        }
        try {
            URI uri = known.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(parent(Path.of(uri)), folder);
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(FOLDER), folder);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program's own address cannot be read: " + known, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private static SortedMap<String, byte[]> read(Path root, String folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** One of them; empty where this version has none of that path. */
    public static Optional<byte[]> file(String path) {
        try (InputStream in = Shipped.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
