package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options every command has: where its folders are. */
final class CommonOptions {
    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Prices, holdings, configuration, inbox and outbox.")
    @Nullable Path dataDir;

    @Option(names = "--state-dir", paramLabel = "FOLDER", description = "The run store and the state files.")
    @Nullable Path stateDir;

    @Option(
            names = "--config",
            paramLabel = "PATH",
            description = "A folder of policies, or one file with the allocation's.")
    @Nullable Path config;

    /** The settings with what the command line says. */
    Settings settings(Map<String, String> more) {
        Map<String, String> overrides = new HashMap<>(more);
        put(overrides, "qtos.data.dir", dataDir);
        put(overrides, "qtos.state.dir", stateDir);
        put(overrides, "qtos.config.path", config);
        Path home = Home.find(GlobalOptions.of(spec).home);
        return Settings.of(SettingsFile.under(System.getenv(), home), overrides, home);
    }

    /** Every part of the product, for the settings as they are. */
    Assembly assembly() throws IOException {
        return new Assembly(settings(Map.of()));
    }

    /** The same, where runs have been recorded before. */
    Assembly assemblyWithRuns() throws IOException {
        Settings settings = settings(Map.of());
        if (!Files.exists(settings.folder("qtos.state.dir").resolve("runs.db"))) {
            throw Refusal.notFound("no run is recorded in the state folder; name another with --state-dir");
        }
        return new Assembly(settings);
    }

    static void put(Map<String, String> overrides, String setting, @Nullable Object value) {
        if (value != null) {
            overrides.put(setting, value.toString());
        }
    }
}
