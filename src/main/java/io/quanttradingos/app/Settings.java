package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the product is started with: the defaults of {@code application.properties}, overridden by the environment, overridden
 * by the command line.
 *
 * <p>A value that cannot be used is refused when it is asked for, in a sentence that names the environment variable.
 */
public final class Settings {
    private static final String DEFAULTS = "/application.properties";
    private final Map<String, String> values;
    private final Path home;

    private Settings(Map<String, String> values, Path home) {
        this.values = Map.copyOf(values);
        this.home = home;
    }

    /**
     * Merges the three places.
     *
     * @param environment as {@link System#getenv()} gives it
     * @param overrides by setting name, from the command line
     * @param home where relative folders of the defaults are looked for; folders given by the user are relative to
     *     the working directory
     */
    public static Settings of(Map<String, String> environment, Map<String, String> overrides, Path home) {
        Map<String, String> merged = new HashMap<>();
        for (Map.Entry<Object, Object> entry : defaults().entrySet()) {
            String key = (String) entry.getKey();
            String fromEnvironment = environment.get(environmentVariable(key));
            merged.put(key, fromEnvironment == null ? (String) entry.getValue() : fromEnvironment);
            if (isFolder(key) && fromEnvironment == null && !((String) entry.getValue()).isEmpty()) {
                merged.put(key, home.resolve((String) entry.getValue()).toString());
            }
        }
        overrides.forEach((key, value) -> {
            if (!merged.containsKey(key)) {
                throw new IllegalArgumentException("no setting is named " + key);
            }
            merged.put(key, value);
        });
        return new Settings(merged, home);
    }

    private static boolean isFolder(String key) {
        return key.endsWith(".dir");
    }

    private static Properties defaults() {
        try (InputStream in = Settings.class.getResourceAsStream(DEFAULTS)) {
            if (in == null) {
                throw new IllegalStateException(DEFAULTS + " is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The environment variable that overrides a setting, for example {@code QTOS_PORT} for {@code qtos.port}. */
    public static String environmentVariable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** The same with one setting changed. */
    Settings with(String key, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(key, value);
        return new Settings(changed, home);
    }

    /** The folder of data, state and routes, where nothing else is said of them. */
    public Path home() {
        return home;
    }

    /** The names of all settings, in alphabetical order. */
    public SortedSet<String> keys() {
        return new TreeSet<>(values.keySet());
    }

    /** The value of a setting; empty where it is set to nothing. */
    public Optional<String> text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no setting is named " + key);
        }
        return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
    }

    /** A whole number within the bounds of its setting. */
    public int number(String key) {
        SettingKinds.Bounds bounds = SettingKinds.bounds(key);
        String value = text(key).orElse("");
        try {
            int number = Integer.parseInt(value);
            if (number >= bounds.least() && number <= bounds.most()) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with the range
        }
        throw unusable(key, "a whole number from " + bounds.least() + " to " + bounds.most(), value);
    }

    /** A fraction from 0 to 1. */
    public double fraction(String key) {
        return decimal(key, 0, 1);
    }

    /** A number within bounds, both included. */
    public double decimal(String key, int least, int most) {
        String value = text(key).orElse("");
        try {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, together with the range
        }
        throw unusable(key, "a number from " + least + " to " + most, value);
    }

    /** {@code true} or {@code false}, in any letter case. */
    public boolean flag(String key) {
        return switch (text(key).orElse("").toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off" -> false;
            default -> throw unusable(key, "true or false", text(key).orElse(""));
        };
    }

    /** A file or folder, where one is named. */
    public Optional<Path> path(String key) {
        return text(key).map(path -> Path.of(path).toAbsolutePath().normalize());
    }

    /** A folder. */
    public Path folder(String key) {
        return Path.of(text(key).orElseThrow(() -> unusable(key, "a folder", "")))
                .toAbsolutePath()
                .normalize();
    }

    public Duration milliseconds(String key) {
        return Duration.ofMillis(number(key));
    }

    /** A time zone, or the machine's where none is set. */
    public ZoneId zone(String key) {
        Optional<String> text = text(key);
        try {
            return text.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
        } catch (DateTimeException e) {
            throw unusable(key, "a time zone such as America/New_York", text.orElse(""));
        }
    }

    /** One of the allowed words, in any letter case. */
    public String word(String key, List<String> allowed) {
        String word = text(key).orElse("").toLowerCase(Locale.ROOT);
        if (!allowed.contains(word)) {
            throw unusable(key, "one of " + String.join(", ", allowed), word);
        }
        return word;
    }

    /** A comma-separated list, each one of the allowed words. */
    public List<String> words(String key, List<String> allowed) {
        List<String> words =
                text(key).map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
        if (!allowed.containsAll(words)) {
            throw unusable(
                    key,
                    "a comma-separated list of " + String.join(", ", allowed),
                    text(key).orElse(""));
        }
        return words;
    }

    private static Refusal unusable(String key, String expected, String seen) {
        return Refusal.invalid(environmentVariable(key) + " must be " + expected + ", was '" + seen + "'");
    }
}
