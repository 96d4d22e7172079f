package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtos init DIR}: a workspace of the user's own. */
@Command(
        name = "init",
        description = "Makes a workspace: a folder with data, state, settings and routes of your own.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder; made where it does not exist.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    Path folder;

    @Option(names = "--sample", description = "With the sample market; so it is where neither is said.")
    boolean sample;

    @Option(names = "--empty", description = "Without the sample market.")
    boolean empty;

    @Override
    public Integer call() throws IOException {
        if (sample && empty) {
            throw Refusal.invalid("--sample and --empty cannot both be meant");
        }
        List<String> written = Workspace.make(folder, !empty, Version.text());
        Path place = folder.toAbsolutePath().normalize();
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                written.isEmpty()
                        ? place + " is a workspace already, with all that would be put into it."
                        : place + " is a workspace now: " + written.size() + " files were written.");
        out.println("In that folder, or with --home and it from anywhere:");
        out.println("  " + Home.command() + " --home " + place + " doctor");
        out.println("  " + Home.command() + " --home " + place + " decide");
        out.println("  " + Home.command() + " --home " + place + " serve");
        return 0;
    }
}
