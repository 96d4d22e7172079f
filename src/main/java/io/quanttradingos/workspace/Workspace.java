package io.quanttradingos.workspace;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.state.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a workspace: a folder with all that a user may own and change, while the program stays as it was unpacked.
 *
 * <pre>
 * data/config  data/inbox  data/outbox  data/current  data/sample
 * state/  routes/  plugins/  qtos.env  README.md  .gitignore
 * </pre>
 *
 * No file is ever written over. What is there already and the same is left alone, so that an interrupted making can be
 * repeated; {@code qtos.env}, by which a folder is known as a workspace, comes last.
 */
public final class Workspace {
    /** The file of settings, by which a folder is known as a workspace. */
    public static final String SETTINGS = "qtos.env";

    private static final List<String> FOLDERS =
            List.of("data/config", "data/inbox", "data/outbox", "data/current", "state", "routes", "plugins");
    private static final int MOST_NAMED = 5;

    private Workspace() {}

    /**
     * Makes one.
     *
     * @param folder made where it does not exist
     * @param sample whether the sample market is put into it
     * @param version of the program, noted beside the routes
     * @return the files that were written, by their paths in it; none where all was there
     * @throws Refusal where files of these names are there that say something else, naming them; nothing is written then
     */
    public static List<String> make(Path folder, boolean sample, String version) throws IOException {
        Map<String, byte[]> files = files(sample, version);
        Map<String, byte[]> missing = missing(folder, files);
        Files.createDirectories(folder);
        for (String name : FOLDERS) {
            AtomicFile.createFolder(folder.resolve(name));
        }
        for (Map.Entry<String, byte[]> file : missing.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.resolveSibling("."));
            AtomicFile.write(target, file.getValue());
            if (file.getKey().equals(SETTINGS)) {
                keepToOwner(target);
            }
        }
        return List.copyOf(missing.keySet());
    }

    private static Map<String, byte[]> files(boolean sample, String version) {
        Map<String, byte[]> files = new LinkedHashMap<>(Shipped.below("data/config"));
        if (sample) {
            files.putAll(Shipped.below("data/sample"));
        }
        Map<String, byte[]> routes = Shipped.below("routes");
        files.putAll(routes);
        files.put(RouteOrigins.PATH, RouteOrigins.of(routes, version).text().getBytes(StandardCharsets.UTF_8));
        files.put("README.md", required("README.md"));
        files.put(".gitignore", required("gitignore"));
        files.put(
                SETTINGS,
                SettingsTemplate.of(new String(required("env.example"), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static byte[] required(String path) {
        return Shipped.file(path)
                .orElseThrow(() -> new IllegalStateException("the program was packed without " + path));
    }

    private static Map<String, byte[]> missing(Path folder, Map<String, byte[]> files) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Refusal.invalid("'" + folder + "' is a file: name a folder, which need not exist");
        }
        List<String> others = new ArrayList<>();
        for (String name : FOLDERS) {
            Path there = folder.resolve(name);
            if (Files.exists(there) && !Files.isDirectory(there)) {
                others.add(name);
            }
        }
        Map<String, byte[]> missing = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path there = folder.resolve(file.getKey());
            if (!Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                missing.put(file.getKey(), file.getValue());
            } else if (!Files.isRegularFile(there) || !Arrays.equals(Files.readAllBytes(there), file.getValue())) {
                others.add(file.getKey());
            }
        }
        if (!others.isEmpty()) {
            throw Refusal.invalid("'" + folder + "' has files of its own where a workspace's would be: " + named(others)
                    + "; nothing was written. Name another folder, or move them away first");
        }
        return missing;
    }

    private static String named(List<String> files) {
        String first = String.join(", ", files.subList(0, Math.min(MOST_NAMED, files.size())));
        return files.size() <= MOST_NAMED ? first : first + " and " + (files.size() - MOST_NAMED) + " more";
    }

    /** Keys may be written into it. */
    private static void keepToOwner(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
