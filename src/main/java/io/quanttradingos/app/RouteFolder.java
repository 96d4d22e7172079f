package io.quanttradingos.app;

import static java.util.Map.entry;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.routes.RouteCheck;
import io.quanttradingos.state.ContentDigest;
import io.quanttradingos.workspace.RouteOrigins;
import io.quanttradingos.workspace.Shipped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The routes as a user may have changed them: which files are read for what, whether they can be started, and how they differ from
 * those that this version ships.
 *
 * <p>A file of the user's own is numbered, too: below 40 it is a door, which only the service opens; from 40 on it is shared by
 * every command.
 */
final class RouteFolder {
    static final String API = "10-api";
    static final String INBOX = "20-inbox";
    static final String SCHEDULE = "30-schedule";
    static final List<String> SHARED = List.of("40-decision", "50-agents", "60-backtest", "70-briefings");

    /** Where the program itself hands something to a route, and the shipped file that has it. */
    static final Map<String, String> NEEDED = Map.ofEntries(
            entry("inbox", INBOX),
            entry("direct:inbox-recovery", INBOX),
            entry("direct:decision", "40-decision"),
            entry("direct:regime", "50-agents"),
            entry("direct:recorded-regime", "50-agents"),
            entry("direct:recorded-plan", "50-agents"),
            entry("direct:portfolio-report", "50-agents"),
            entry("direct:execution-discipline", "50-agents"),
            entry("direct:read-csv", "50-agents"),
            entry("direct:import-preview", "50-agents"),
            entry("direct:fetch-json", "50-agents"),
            entry("direct:backtest", "60-backtest"),
            entry("direct:strategies", "60-backtest"),
            entry("direct:sentiment-alert", "70-briefings"),
            entry("direct:insider-report", "70-briefings"),
            entry("direct:trade-journal", "70-briefings"));

    private static final String ENDING = ".camel.yaml";
    private static final Pattern NAME = Pattern.compile("\\d{2}-[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> SHIPPED =
            Stream.concat(Stream.of(API, INBOX, SCHEDULE), SHARED.stream()).collect(Collectors.toUnmodifiableSet());
    private static final String FIRST_SHARED = "40";

    private final Path folder;

    RouteFolder(Path folder) {
        this.folder = folder;
    }

    /** What is shared by every command: the shipped files and the user's own. */
    List<String> shared() {
        List<String> names = new ArrayList<>(SHARED);
        own().stream().filter(name -> name.compareTo(FIRST_SHARED) >= 0).forEach(names::add);
        return names;
    }

    /** All that the service opens. */
    List<String> ofService(boolean scheduled) {
        List<String> names = new ArrayList<>(List.of(API, INBOX));
        if (scheduled) {
            names.add(SCHEDULE);
        }
        names.addAll(SHARED);
        names.addAll(own());
        return names;
    }

    /** The user's own files, without their ending, in order. */
    List<String> own() {
        return present().stream().filter(name -> !SHIPPED.contains(name)).toList();
    }

    private List<String> present() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Refusal.invalid(
                    "'" + folder + "' holds no routes: set QTOS_ROUTES_DIR, or make a workspace with qtos init");
        }
    }

    /**
     * Refuses files that cannot be started. Those that are as this version ships them are not looked at.
     *
     * @param classes finds what routes name by its class
     */
    void requireSound(List<String> names, ClassLoader classes) {
        Map<String, byte[]> contents = new TreeMap<>();
        List<InputProblem> problems = contents(names, contents);
        if (problems.isEmpty() && contents.entrySet().stream().anyMatch(RouteFolder::isChanged)) {
            problems = problems(names, contents, classes);
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    /** Everything that is wrong with the routes of the folder. */
    List<InputProblem> problems(ClassLoader classes) {
        Map<String, byte[]> contents = new TreeMap<>();
        List<String> names = ofService(true);
        List<InputProblem> problems = contents(names, contents);
        problems.addAll(problems(names, contents, classes));
        return problems;
    }

    private static List<InputProblem> problems(List<String> names, Map<String, byte[]> contents, ClassLoader classes) {
        Map<String, String> needed = NEEDED.entrySet().stream()
                .filter(entry -> names.contains(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue() + ENDING));
        return RouteCheck.problems(contents, Doors.BEANS, needed, classes);
    }

    private List<InputProblem> contents(List<String> names, Map<String, byte[]> into) {
        List<InputProblem> problems = new ArrayList<>();
        for (String name : names) {
            Path file = folder.resolve(name + ENDING);
            if (!NAME.matcher(name).matches()) {
                problems.add(new InputProblem(
                        name + ENDING, null, null, "must be named as 15-mine.camel.yaml: two digits, then lower case"));
            } else if (!Files.exists(file)) {
                problems.add(new InputProblem(
                        name + ENDING,
                        null,
                        null,
                        "is not in the folder of routes; qtos routes --export DIR writes the shipped one"));
            } else {
                into.put(name + ENDING, read(file));
            }
        }
        return problems;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isChanged(Map.Entry<String, byte[]> file) {
        return Shipped.file("routes/" + file.getKey())
                .map(shipped -> !Arrays.equals(shipped, file.getValue()))
                .orElse(true);
    }

    /** A sentence for each file that is not as this version ships it: whose change that is, and what to do. */
    List<String> differences() throws IOException {
        RouteOrigins origins = RouteOrigins.in(folder).orElse(null);
        List<String> differences = new ArrayList<>();
        for (String name : present()) {
            String file = name + ENDING;
            byte[] mine = read(folder.resolve(file));
            byte[] shipped = Shipped.file("routes/" + file).orElse(null);
            if (shipped == null || Arrays.equals(mine, shipped)) {
                continue;
            }
            String origin = origins == null ? null : origins.digest(file);
            if (origins == null || origin == null) {
                differences.add(file + " differs from the one this version ships");
            } else if (origin.equals(ContentDigest.sha256(shipped))) {
                differences.add(file + " was changed by you");
            } else if (origin.equals(ContentDigest.sha256(mine))) {
                differences.add(file + " is that of version " + origins.version()
                        + ", unchanged: replace it by the one that qtos routes --export DIR writes");
            } else {
                differences.add(file + " was changed by you and, since version " + origins.version()
                        + ", by us: compare it with the one that qtos routes --export DIR writes");
            }
        }
        return differences;
    }

    /** Whether a newer version ships other routes than those the folder began with. */
    boolean isOutdated() throws IOException {
        return differences().stream().anyMatch(sentence -> sentence.contains("--export"));
    }
}
