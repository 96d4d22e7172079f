package io.quanttradingos.app;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.NearestName;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a workspace, {@code qtos.env}, as environment variables under those of the process:
 *
 * <pre>
 * # a comment
 * QTOS_PORT=8100
 * export ORCHESTRATOR_SCHEDULE_CRON="0 9 * * 1-5"
 * </pre>
 *
 * A folder is relative to the workspace. Nothing is expanded, and a value is never shown: it may be a key.
 */
final class SettingsFile {
    /** Read before this file is, so that they can be set in the environment only. */
    private static final Set<String> OF_THE_PROCESS = Set.of("QTOS_JAVA_OPTS", "QTOS_LOG_LEVEL");

    private final Path home;
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> values = new HashMap<>();
    private final List<InputProblem> problems = new ArrayList<>();

    private SettingsFile(Path home) {
        this.home = home;
        for (String key : Settings.of(Map.of(), Map.of(), home).keys()) {
            known.add(Settings.environmentVariable(key));
        }
    }

    /**
     * The environment, and what the workspace's file says where the environment says nothing.
     *
     * @throws Refusal where a line is none of these, naming it
     */
    static Map<String, String> under(Map<String, String> environment, Path home) {
        Path file = home.resolve(Workspace.SETTINGS);
        if (Files.isDirectory(file)) {
            throw Refusal.invalid(
                    List.of(new InputProblem(Workspace.SETTINGS, null, null, "is a folder, and no file")));
        }
        if (!Files.exists(file)) {
            return environment;
        }
        Map<String, String> all = new HashMap<>(new SettingsFile(home).read(file));
        all.putAll(environment);
        return all;
    }

    private Map<String, String> read(Path file) {
        int number = 0;
        for (String line : lines(file)) {
            number++;
            String text = line.strip();
            if (text.indexOf('\0') >= 0) {
                wrong(number, null, "holds a zero byte: this is no text");
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                take(text, number);
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        return values;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw Refusal.invalid(List.of(new InputProblem(Workspace.SETTINGS, null, null, "is not in UTF-8")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(String text, int line) {
        String entry =
                text.startsWith("export ") ? text.substring("export ".length()).strip() : text;
        int equals = entry.indexOf('=');
        if (equals < 0) {
            wrong(line, null, "must be a setting such as QTOS_PORT=8000, or begin with #");
            return;
        }
        String name = entry.substring(0, equals).strip();
        String wrong = wrong(name);
        if (!wrong.isEmpty()) {
            wrong(line, shown(name), wrong);
            return;
        }
        String value = unquoted(entry.substring(equals + 1).strip());
        boolean isFolder = name.endsWith("_DIR") || name.equals("QTOS_CONFIG_PATH");
        values.put(name, isFolder && !value.isEmpty() ? home.resolve(value).toString() : value);
    }

    /** What is wrong with a name; empty where nothing is. */
    private String wrong(String name) {
        if (OF_THE_PROCESS.contains(name)) {
            return "is read before this file: set it in the environment";
        }
        if (values.containsKey(name)) {
            return "is set on an earlier line already";
        }
        if (known.contains(name)) {
            return "";
        }
        return "is no setting"
                + NearestName.of(name, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    private void wrong(int line, @Nullable String name, String message) {
        problems.add(new InputProblem(Workspace.SETTINGS, line, name, message));
    }

    private static String shown(String name) {
        return Shortened.to(60, name);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
