package io.quanttradingos.app;

import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.policy.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads every agent's policy from the {@code config} folder; a file that is missing means the defaults. */
final class PolicyFolder {
    private PolicyFolder() {}

    static Policies read(Path folder) throws IOException {
        Policies defaults = Policies.defaults();
        return new Policies(
                policy(folder, "regime", defaults.regime()),
                policy(folder, "portfolio", defaults.portfolio()),
                policy(folder, "discipline", defaults.discipline()),
                policy(folder, "allocation", defaults.allocation()),
                policy(folder, "guardian", defaults.guardian()));
    }

    private static <P extends Record> P policy(Path folder, String agent, P defaults) throws IOException {
        Path file = folder.resolve(agent + ".yaml");
        if (!Files.exists(file)) {
            return defaults;
        }
        return PolicyFile.read("config/" + agent + ".yaml", Files.readAllBytes(file), defaults);
    }
}
