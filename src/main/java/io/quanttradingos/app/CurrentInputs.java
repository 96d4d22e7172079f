package io.quanttradingos.app;

import io.quanttradingos.inputs.Source;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The prices and holdings of a run that names none: what the settings say, else what was dropped last, else the sample.
 *
 * <p>Looked up for every run, so that a drop counts from the next run on.
 */
final class CurrentInputs {
    private final Settings settings;
    private final Path data;

    CurrentInputs(Settings settings, Path data) {
        this.settings = settings;
        this.data = data;
    }

    Source prices() {
        return current("qtos.prices.path", "prices.csv");
    }

    Source holdings() {
        return current("qtos.holdings.path", "holdings.csv");
    }

    private Source current(String setting, String file) {
        return new Source.InFolder(settings.text(setting)
                .orElseGet(() ->
                        Files.exists(data.resolve("current").resolve(file)) ? "current/" + file : "sample/" + file));
    }
}
