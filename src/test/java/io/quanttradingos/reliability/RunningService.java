package io.quanttradingos.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program serving, in a process of its own that can be killed. */
final class RunningService implements AutoCloseable {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Path JAR = HOME.resolve("target/qtos.jar");
    private static final long PATIENCE_SECONDS = 120;

    private static volatile Instant lastStart = Instant.EPOCH;

    private final Process process;
    private final CompletableFuture<URI> ready;

    private RunningService(Process process) {
        this.process = process;
        this.ready = CompletableFuture.supplyAsync(() -> readyLine(process), runnable -> {
            Thread thread = new Thread(runnable, "ready-line");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** As it starts soonest: for experiments that start it again and again. */
    private static final List<String> QUICK = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Starts it; its log is appended to a file beside the state folder. */
    static RunningService start(Path data, Path state) throws IOException {
        return start(data, state, QUICK, Map.of());
    }

    /** Starts it as the launcher does, with a log of its collections beside the state folder. */
    static RunningService asLaunched(Path data, Path state, Map<String, String> settings) throws IOException {
        String collections = "-Xlog:gc:file=" + state.resolveSibling("gc.log");
        return start(data, state, List.of("-XX:+UseParallelGC", "-XX:NewRatio=4", collections), settings);
    }

    private static RunningService start(Path data, Path state, List<String> options, Map<String, String> settings)
            throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException(JAR + " is missing: ./mvnw package makes it");
        }
        Files.createDirectories(state);
        ProcessBuilder builder = new ProcessBuilder(command(options))
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        state.resolveSibling(state.getFileName() + ".log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("QTOS_") || name.startsWith("ORCHESTRATOR_"));
        builder.environment()
                .putAll(Map.of(
                        "QTOS_DATA_DIR", data.toString(),
                        "QTOS_STATE_DIR", state.toString(),
                        "QTOS_PRICE_SOURCES", "",
                        "QTOS_INBOX_SETTLE_MILLIS", "100",
                        "QTOS_INBOX_POLL_MILLIS", "50",
                        "ORCHESTRATOR_SCHEDULE_MINUTES", "1"));
        builder.environment().putAll(settings);
        lastStart = Instant.now();
        return new RunningService(builder.start());
    }

    /** With the archive of loaded classes that the launcher makes, where there is one: it starts sooner. */
    private static List<String> command(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        command.addAll(options);
        command.add("-Xshare:auto");
        for (Path file : Folders.list(HOME.resolve("target"))) {
            if (file.toString().endsWith(".jsa")) {
                command.add("-XX:SharedArchiveFile=" + file);
            }
        }
        command.addAll(List.of("-jar", JAR.toString(), "serve", "--port", "0"));
        return command;
    }

    private static URI readyLine(Process process) {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("ready ")) {
                    return URI.create(line.substring("ready ".length()));
                }
            }
            throw new IllegalStateException("the service ended before it was ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the last one was started by this program. */
    static Instant lastStart() {
        return lastStart;
    }

    /** Where it listens; fails where it ends before it is ready. */
    URI awaitReady() throws InterruptedException {
        try {
            return ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the service did not get ready", e);
        }
    }

    /** Where it listens; null while it is not ready. */
    @org.jspecify.annotations.Nullable URI address() {
        return ready.isDone() && !ready.isCompletedExceptionally() ? ready.join() : null;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it live so long; whether it still does then. */
    boolean lives(long millis) throws InterruptedException {
        return !process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * {@code kill}, and waits for the end.
     *
     * @return the exit code
     */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the service did not end when it was told to");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
