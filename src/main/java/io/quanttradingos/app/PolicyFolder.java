package io.quanttradingos.app;

import io.quanttradingos.backtest.BacktestPolicy;
import io.quanttradingos.insider.InsiderPolicy;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.policy.PolicyFile;
import io.quanttradingos.sentiment.SentimentPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Reads what backtests assume and are judged by. */
    static BacktestPolicy backtest(Path place) throws IOException {
        return Files.isRegularFile(place)
                ? BacktestPolicy.defaults()
                : policy(place, "backtest", BacktestPolicy.defaults());
    }

    /** Reads how news are judged. */
    static SentimentPolicy sentiment(Path place) throws IOException {
        return Files.isRegularFile(place)
                ? SentimentPolicy.defaults()
                : policy(place, "sentiment", SentimentPolicy.defaults());
    }

    /** Reads how insider transactions are judged. */
    static InsiderPolicy insider(Path place) throws IOException {
        return Files.isRegularFile(place)
                ? InsiderPolicy.defaults()
                : policy(place, "insider", InsiderPolicy.defaults());
    }

    private static <P extends Record> P policy(Path folder, String agent, P defaults) throws IOException {
        Path file = folder.resolve(agent + ".yaml");
        if (!Files.exists(file)) {
            return defaults;
        }
        return PolicyFile.read("config/" + agent + ".yaml", Files.readAllBytes(file), defaults);
    }
}
