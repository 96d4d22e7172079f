package io.quanttradingos.app;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.state.AtomicFile;
import io.quanttradingos.workspace.Shipped;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtos routes}: whether the routes can be started, and how they differ from the shipped ones. */
@Command(
        name = "routes",
        description = "Checks the routes without starting them, and says how they differ from the shipped ones.",
        mixinStandardHelpOptions = true)
final class RoutesCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Option(
            names = "--export",
            paramLabel = "DIR",
            description = "Writes the shipped routes into a folder, to compare.")
    @Nullable Path export;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (export != null) {
            write(export);
            out.println("The routes of version " + Version.text() + " are in " + export);
            return 0;
        }
        Settings settings = common.settings(Map.of());
        Path folder = settings.folder("qtos.routes.dir");
        RouteFolder routes = new RouteFolder(folder);
        try (Plugins plugins = Plugins.in(settings.folder("qtos.plugins.dir"))) {
            List<InputProblem> problems = routes.problems(plugins.classes());
            problems.forEach(out::println);
            routes.differences().forEach(sentence -> out.println(sentence + "."));
            routes.own().forEach(own -> out.println(own + ".camel.yaml is your own."));
            if (problems.isEmpty()) {
                out.println("The routes in " + folder + " can be started.");
            }
            return problems.isEmpty() ? 0 : Qtos.BAD_INPUT;
        }
    }

    private static void write(Path folder) throws IOException {
        Map<String, byte[]> routes = Shipped.below("routes");
        Files.createDirectories(folder);
        for (String path : routes.keySet()) {
            if (Files.exists(target(folder, path))) {
                throw Refusal.invalid("--export: '" + target(folder, path) + "' is there already; name another folder");
            }
        }
        for (Map.Entry<String, byte[]> route : routes.entrySet()) {
            AtomicFile.write(target(folder, route.getKey()), route.getValue());
        }
    }

    private static Path target(Path folder, String path) {
        return folder.resolve(path.substring("routes/".length()));
    }
}
