package io.quanttradingos.app;

import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.briefing.BriefingPolicies;
import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads every agent's policy from the {@code config} folder; a file that is missing means the defaults. */
final class PolicyFolder {
    private PolicyFolder() {}

    /**
     * Reads the policies.
     *
     * @param place the folder, or one file that holds the allocation's policy while all others keep their defaults
     */
    static Policies read(Path place) throws IOException {
        Policies defaults = Policies.defaults();
        if (Files.isRegularFile(place)) {
            return new Policies(
                    defaults.regime(),
                    defaults.portfolio(),
                    defaults.discipline(),
                    PolicyFile.read(
                            String.valueOf(place.getFileName()), Files.readAllBytes(place), defaults.allocation()),
                    defaults.guardian());
        }
        return read(place, defaults);
    }

    private static Policies read(Path folder, Policies defaults) throws IOException {
        return new Policies(
                policy(folder, "regime", defaults.regime()),
                policy(folder, "portfolio", defaults.portfolio()),
                policy(folder, "discipline", defaults.discipline()),
                policy(folder, "allocation", defaults.allocation()),
                policy(folder, "guardian", defaults.guardian()));
    }

    /**
     * Where the policies stand: what the settings name, else the data folder's {@code config}, which need not be there.
     *
     * @throws Refusal where the settings name something that is not there: its defaults would be taken for what was meant
     */
    static Path place(Settings settings) {
        Optional<Path> named = settings.path("qtos.config.path");
        if (named.isPresent() && !Files.exists(named.get())) {
            throw Refusal.invalid("QTOS_CONFIG_PATH must be a folder or a file that exists, was '" + named.get() + "'");
        }
        return named.orElseGet(() -> settings.folder("qtos.data.dir").resolve("config"));
    }

    /** Reads what backtests assume and are judged by. */
    static BacktestPolicy backtest(Path place) throws IOException {
        return Files.isRegularFile(place)
                ? BacktestPolicy.defaults()
                : policy(place, "backtest", BacktestPolicy.defaults());
    }

    /** Reads what the agents that need other services assume. */
    static BriefingPolicies briefings(Path place) throws IOException {
        BriefingPolicies defaults = BriefingPolicies.defaults();
        return Files.isRegularFile(place)
                ? defaults
                : new BriefingPolicies(
                        policy(place, "sentiment", defaults.sentiment()),
                        policy(place, "insider", defaults.insider()),
                        policy(place, "journal", defaults.journal()));
    }

    private static <P extends Record> P policy(Path folder, String agent, P defaults) throws IOException {
        Path file = folder.resolve(agent + ".yaml");
        if (!Files.exists(file)) {
            return defaults;
        }
        String name = "config/" + agent + ".yaml";
        if (Files.isDirectory(file)) {
            throw Refusal.invalid(List.of(new InputProblem(name, null, null, "is a folder, and no file")));
        }
        return PolicyFile.read(name, Files.readAllBytes(file), defaults);
    }
}
