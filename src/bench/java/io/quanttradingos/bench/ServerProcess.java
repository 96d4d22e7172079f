package io.quanttradingos.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server under load, in a process of its own, with the options of Java that {@code ./qtos serve} gives it. */
record ServerProcess(Process process, int port) implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseParallelGC", "-XX:NewRatio=4");
    /** For looking into a server with a profiler. */
    private static final List<String> EXTRA_OPTIONS = Pattern.compile(" +")
            .splitAsStream(System.getProperty("server.options", ""))
            .filter(option -> !option.isEmpty())
            .toList();

    private static final int SECONDS_TO_END = 15;
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

    /** The service. */
    static ServerProcess service(String... options) throws IOException {
        return service(Map.of(), options);
    }

    /** The service with settings in its environment. */
    static ServerProcess service(Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of("-jar", "target/qtos.jar", "serve", "--port", "0"));
        Collections.addAll(command, options);
        return start(environment, command);
    }

    /** Vert.x alone, answering with as many bytes as the service does. */
    static ServerProcess bare(int answerBytes) throws IOException {
        return start(
                Map.of(),
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareVertx.class.getName(),
                        Integer.toString(answerBytes)));
    }

    private static ServerProcess start(Map<String, String> environment, List<String> program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(OPTIONS);
        command.addAll(EXTRA_OPTIONS);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return new ServerProcess(process, URI.create(line.substring(6)).getPort());
            }
        }
        throw new IOException("did not get ready: " + command);
    }

    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory that was resident at once, in MiB; NaN where the system does not say. */
    double peakMebibytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / KIBIBYTES_PER_MEBIBYTE;
            }
        }
        return Double.NaN;
    }

    /** What is alive in the heap once it was collected, in MiB. */
    double liveHeapMebibytes() throws IOException, InterruptedException {
        command("GC.run");
        long kibibytes = 0;
        for (String line : command("GC.heap_info").lines().toList()) {
            String clean = line.strip().toLowerCase(Locale.ROOT);
            if (clean.startsWith("psyounggen") || clean.startsWith("paroldgen")) {
                kibibytes += Long.parseLong(clean.replaceFirst(".* used (\\d+)k.*", "$1"));
            }
        }
        return kibibytes / KIBIBYTES_PER_MEBIBYTE;
    }

    private String command(String command) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process asked = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), command).start();
        String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException("jcmd " + command + " failed: " + said);
        }
        return said;
    }

    /** Ends the server and waits for it, but not for one that cannot end. */
    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, SECONDS_TO_END, TimeUnit.SECONDS)
                .join();
        process.destroyForcibly().onExit().join();
    }
}
