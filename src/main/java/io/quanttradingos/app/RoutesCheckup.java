package io.quanttradingos.app;

import io.quanttradingos.failure.InputProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether the routes can be started, are those of this version, and what jars there are. */
final class RoutesCheckup {
    private static final String CHECK = "routes";
    private final Settings settings;

    RoutesCheckup(Settings settings) {
        this.settings = settings;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (Plugins plugins = Plugins.in(settings.folder("qtos.plugins.dir"))) {
            findings.addAll(routes(plugins.classes()));
            findings.add(Finding.ok(
                    "plugins",
                    plugins.jars().isEmpty()
                            ? "None, so there is no code but ours."
                            : String.join(", ", plugins.jars().keySet()) + " with all rights of the program."));
        } catch (Exception e) {
            findings.add(Finding.of("plugins", () -> {
                throw e;
            }));
        }
        return findings;
    }

    private List<Finding> routes(ClassLoader classes) throws IOException {
        Path folder = settings.folder("qtos.routes.dir");
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.fail(
                    CHECK, folder + " is no folder: set QTOS_ROUTES_DIR, or make a workspace with qtos init."));
        }
        RouteFolder routes = new RouteFolder(folder);
        List<InputProblem> problems = routes.problems(classes);
        if (!problems.isEmpty()) {
            return problems.stream()
                    .map(problem -> Finding.fail(CHECK, problem + "."))
                    .toList();
        }
        List<String> differences = routes.differences();
        if (routes.isOutdated()) {
            return List.of(Finding.warn(CHECK, String.join("; ", differences) + "."));
        }
        return List.of(Finding.ok(
                CHECK,
                folder + " can be started"
                        + (differences.isEmpty() ? "." : "; " + String.join("; ", differences) + ".")));
    }
}
