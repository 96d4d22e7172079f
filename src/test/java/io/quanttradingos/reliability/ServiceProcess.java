package io.quanttradingos.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service in a process of its own with the heap it is promised to need, on copies of the samples. */
record ServiceProcess(Process process, URI baseUri, Path folder) implements AutoCloseable {
    private static final String MAIN = "io.quanttradingos.app.Qtos";
    private static final int SECONDS_TO_END = 30;
    private static final String RIGHTS = "-dac_override,-dac_read_search";
    private static final List<String> BOUND = System.getProperty("user.name").equals("root")
            ? List.of("setpriv", "--bounding-set", RIGHTS, "--inh-caps", RIGHTS)
            : List.of();
    private static final Pattern FULL = Pattern.compile("Pause Full .* \\d+M->(\\d+)M");

    /**
     * Starts it.
     *
     * @param folder an empty folder for its data and state
     * @param environment settings
     */
    static ServiceProcess in(Path folder, Map<String, String> environment) throws IOException {
        return in(folder, environment, 256);
    }

    /** The same with another heap, in MiB. */
    static ServiceProcess in(Path folder, Map<String, String> environment, int heap) throws IOException {
        return in(folder, environment, heap, List.of());
    }

    /**
     * The same without the right of the superuser to read and write what is forbidden to the owner of a file; a user who has no
     * such right needs nothing for that.
     */
    static ServiceProcess bound(Path folder, Map<String, String> environment) throws IOException {
        return in(folder, environment, 256, BOUND);
    }

    /** Whether permissions really hold for {@link #bound} here. */
    static boolean canBeBound(Path folder) throws IOException, InterruptedException {
        Path forbidden = Files.createFile(folder.resolve("forbidden"));
        Files.setPosixFilePermissions(forbidden, Set.of());
        List<String> command = new ArrayList<>(BOUND);
        command.addAll(List.of("cat", forbidden.toString()));
        try {
            Process cat = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(cat.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return cat.waitFor() != 0 && said.contains(forbidden.toString());
        } catch (IOException e) {
            return false;
        }
    }

    private static ServiceProcess in(Path folder, Map<String, String> environment, int heap, List<String> through)
            throws IOException {
        Path data = folder.resolve("data");
        copy(Path.of("data", "sample"), data.resolve("sample"));
        copy(Path.of("data", "config"), data.resolve("config"));
        List<String> command = new ArrayList<>(through);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap + "m",
                "-XX:+UseParallelGC",
                "-XX:NewRatio=4",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + folder.resolve("gc.log"),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                "serve",
                "--port",
                "0"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("service.log").toFile());
        builder.environment().putAll(environment);
        builder.environment()
                .put("QTOS_ROUTES_DIR", Path.of("routes").toAbsolutePath().toString());
        builder.environment().put("QTOS_DATA_DIR", data.toString());
        builder.environment().put("QTOS_STATE_DIR", folder.resolve("state").toString());
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return new ServiceProcess(process, URI.create(line.substring("ready ".length())), folder);
            }
        }
        throw new IOException("the service did not get ready; " + folder.resolve("service.log") + " says why");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path state() {
        return folder.resolve("state");
    }

    /** How much was in use after each full collection, in MiB, oldest first. */
    List<Long> liveMebibytes() throws IOException {
        return Files.readAllLines(folder.resolve("gc.log")).stream()
                .map(FULL::matcher)
                .filter(Matcher::find)
                .map(line -> Long.parseLong(line.group(1)))
                .toList();
    }

    ProcessFigures figures() throws IOException {
        return ProcessFigures.of(process.pid());
    }

    /** The processor time it has taken since its start, of all cores together. */
    long cpuMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** The most memory that was resident at once, in MiB. */
    long peakMebibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }
}
