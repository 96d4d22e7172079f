package io.quanttradingos.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a service takes until it is ready and how much memory it has then, beside the least that camel-main can serve.
 *
 * <p>Everything is started in turn, round after round, so that a machine whose speed drifts slows all. The Java it runs under is
 * the Java it starts.
 */
public final class StartTime {
    private static final List<String> OPTIONS =
            List.of("-Xmx256m", "-XX:+UseParallelGC", "-XX:NewRatio=4", "-Xlog:disable");
    private static final long IDLE_MILLIS = 2_000;

    private StartTime() {}

    private record Start(double seconds, double mebibytes) {}

    /** Arguments: rounds, then the archive of {@code ./qtos serve} for this Java, a jsa or an aot. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        String archive = arguments[1];
        Path state = Files.createTempDirectory("start-time");
        List<String> bare = List.of("-cp", System.getProperty("java.class.path"), BareCamel.class.getName());
        List<String> plain =
                List.of("-jar", "target/qtos.jar", "serve", "--port", "0", "--state-dir", state.toString());
        List<String> kept = new ArrayList<>();
        kept.add((archive.endsWith(".aot") ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive);
        kept.add("-Dqtos.home=" + Path.of("").toAbsolutePath());
        // as the launcher calls it: the archive knows the jar by its path
        plain.forEach(option -> kept.add(
                option.equals("target/qtos.jar")
                        ? Path.of(option).toAbsolutePath().toString()
                        : option));
        Map<String, List<Start>> starts = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            add(starts, "1 bare camel-main", bare);
            add(starts, "2 service", plain);
            add(starts, "3 service, archive", kept);
        }
        System.out.println("Java " + Runtime.version());
        Start reference = median(starts.get("1 bare camel-main"));
        starts.forEach((name, all) -> {
            Start start = median(all);
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %.2f s, %.2f of bare; %.0f MiB, %.2f of bare%n",
                    name.substring(2),
                    start.seconds,
                    start.seconds / reference.seconds,
                    start.mebibytes,
                    start.mebibytes / reference.mebibytes);
        });
    }

    private static void add(Map<String, List<Start>> starts, String name, List<String> program)
            throws IOException, InterruptedException {
        starts.computeIfAbsent(name, any -> new ArrayList<>()).add(start(program));
    }

    private static Start start(List<String> program) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(OPTIONS);
        command.addAll(program);
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
            String line = out.readLine();
            while (line != null && !line.startsWith("ready")) {
                line = out.readLine();
            }
            if (line == null) {
                throw new IOException("did not get ready: " + command);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Thread.sleep(IDLE_MILLIS);
            return new Start(seconds, residentMebibytes(process.pid()));
        } finally {
            process.destroyForcibly(); // nothing of it is wanted any more
            process.waitFor();
        }
    }

    private static double residentMebibytes(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }

    private static Start median(List<Start> starts) {
        return new Start(
                starts.stream().mapToDouble(Start::seconds).sorted().toArray()[starts.size() / 2],
                starts.stream().mapToDouble(Start::mebibytes).sorted().toArray()[starts.size() / 2]);
    }
}
