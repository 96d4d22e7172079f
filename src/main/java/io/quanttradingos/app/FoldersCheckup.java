package io.quanttradingos.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether the folders are there, readable, and writable where something is written. */
final class FoldersCheckup {
    private static final long LITTLE_SPACE = 100L << 20;

    private final Settings settings;

    FoldersCheckup(Settings settings) {
        this.settings = settings;
    }

    List<Finding> findings() {
        return List.of(
                Finding.of("data", this::data),
                Finding.of("inbox", () -> writable("inbox", data("inbox"))),
                Finding.of("outbox", () -> writable("outbox", data("outbox"))),
                Finding.of("state", () -> writable("state", settings.folder("qtos.state.dir"))),
                Finding.of("routes", this::routes),
                Finding.of("policies", this::policies));
    }

    private Path data(String folder) {
        return settings.folder("qtos.data.dir").resolve(folder);
    }

    private Finding data() {
        Path folder = settings.folder("qtos.data.dir");
        if (!Files.isDirectory(folder)) {
            return Finding.fail("data", folder + " is no folder: set QTOS_DATA_DIR or give --data-dir.");
        }
        return Files.isReadable(folder)
                ? Finding.ok("data", folder + " can be read.")
                : Finding.fail("data", folder + " cannot be read: allow it to the user who runs this.");
    }

    /** A folder that does not exist yet is made when it is needed: then the nearest one above it must be writable. */
    private static Finding writable(String check, Path folder) throws IOException {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            return Finding.fail(check, there + " is no folder.");
        }
        if (!Files.isWritable(there)) {
            return Finding.fail(
                    check, there + " cannot be written: allow it to the user who runs this, or name another.");
        }
        long space = Files.getFileStore(there).getUsableSpace();
        if (space < LITTLE_SPACE) {
            return Finding.warn(check, folder + " has only " + (space >> 20) + " MiB left on its disk: make room.");
        }
        return Finding.ok(check, folder + (there.equals(folder) ? " can be written." : " will be made when needed."));
    }

    private Finding routes() throws IOException {
        Path folder = settings.folder("qtos.routes.dir");
        if (!Files.isDirectory(folder)) {
            return Finding.fail("routes", folder + " is no folder: set QTOS_ROUTES_DIR.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            long routes = files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .count();
            return routes == 0
                    ? Finding.fail("routes", folder + " holds no *.camel.yaml: set QTOS_ROUTES_DIR.")
                    : Finding.ok("routes", folder + " holds " + routes + " files of routes.");
        }
    }

    private Finding policies() throws IOException {
        Path place = settings.path("qtos.config.path").orElseGet(() -> data("config"));
        PolicyFolder.read(place);
        return Finding.ok(
                "policies",
                Files.exists(place)
                        ? place + " is valid."
                        : place + " does not exist: every agent keeps its defaults.");
    }
}
