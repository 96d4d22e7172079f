package io.quanttradingos.app;

import io.quanttradingos.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;

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
                Finding.of("claimed", () -> InboxCheckup.finding(data("inbox"))),
                Finding.of("secrets", this::secrets),
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
            return Finding.broken(
                    check, there + " cannot be written: allow it to the user who runs this, or name another.");
        }
        long space = Files.getFileStore(there).getUsableSpace();
        if (space < LITTLE_SPACE) {
            return Finding.warn(check, folder + " has only " + (space >> 20) + " MiB left on its disk: make room.");
        }
        return Finding.ok(check, folder + (there.equals(folder) ? " can be written." : " will be made when needed."));
    }

    /** Keys may stand in the settings of a workspace. */
    private Finding secrets() throws IOException {
        Path file = settings.home().resolve(Workspace.SETTINGS);
        if (!Files.isRegularFile(file) || !Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return Finding.ok("secrets", "Keys stand in no file of settings.");
        }
        boolean open = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        return open
                ? Finding.warn("secrets", file + " can be read by everyone, keys included: chmod 600 it.")
                : Finding.ok("secrets", file + " can be read by its owner only, or group.");
    }

    private Finding policies() throws IOException {
        Path place = PolicyFolder.place(settings);
        PolicyFolder.read(place);
        PolicyFolder.backtest(place);
        PolicyFolder.briefings(place);
        return Finding.ok(
                "policies",
                Files.exists(place)
                        ? place + " is valid."
                        : place + " does not exist: every agent keeps its defaults.");
    }
}
