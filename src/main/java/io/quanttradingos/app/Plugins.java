package io.quanttradingos.app;

import io.quanttradingos.backtest.strategy.Strategies;
import io.quanttradingos.backtest.strategy.StrategyKind;
import io.quanttradingos.backtest.strategy.StrategyProvider;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.state.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The jars of the {@code plugins} folder: the user's own strategies, which they name to {@link ServiceLoader}, and classes that
 * routes name. Their code runs with all rights of the program.
 */
final class Plugins implements AutoCloseable {
    private final URLClassLoader classes;
    private final Map<String, Content> jars;
    private final Strategies strategies;

    private Plugins(URLClassLoader classes, Map<String, Content> jars) {
        this.classes = classes;
        this.jars = jars;
        this.strategies = found();
    }

    /**
     * Loads them.
     *
     * @param folder need not exist
     * @throws Refusal where a jar cannot be used, naming it
     */
    static Plugins in(Path folder) throws IOException {
        Map<String, Content> jars = new TreeMap<>();
        List<URL> places = new ArrayList<>();
        for (Path jar : jars(folder)) {
            // The bytes that are recorded with a run; a jar that is replaced while the program runs counts from the
            // next start.
            jars.put(String.valueOf(jar.getFileName()), Content.of(Files.readAllBytes(jar)));
            places.add(jar.toUri().toURL());
        }
        return new Plugins(new URLClassLoader(places.toArray(URL[]::new), Plugins.class.getClassLoader()), jars);
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private Strategies found() {
        Strategies all = Strategies.shipped();
        if (jars.isEmpty()) {
            return all;
        }
        Map<StrategyKind, String> own = new HashMap<>();
        try {
            for (StrategyProvider provider : ServiceLoader.load(StrategyProvider.class, classes)) {
                String jar = jar(provider);
                for (StrategyKind kind : provider.strategies()) {
                    own.put(kind, jar);
                }
            }
            return all.with(own);
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            throw Refusal.invalid("a jar in plugins cannot be used: " + reason(e));
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure instanceof Refusal refusal
                ? refusal.detail()
                : failure.getMessage() + (cause == failure ? "" : " (" + cause + ")");
    }

    private static String jar(StrategyProvider provider) {
        try {
            Path jar = Path.of(provider.getClass()
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return String.valueOf(jar.getFileName());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Finds their classes, and the program's. */
    ClassLoader classes() {
        return classes;
    }

    /** The shipped strategies and theirs. */
    Strategies strategies() {
        return strategies;
    }

    /** What each jar was when the program began, by its name. */
    Map<String, Content> jars() {
        return jars;
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
