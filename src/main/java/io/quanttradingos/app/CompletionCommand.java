package io.quanttradingos.app;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtos completion bash}: a script that lets a shell complete commands, options and file names. */
@Command(
        name = "completion",
        description = "Prints a script for a shell to complete commands and options with.",
        footer = {
            "",
            "For this session: source <(./qtos completion bash)",
            "For every session, add that line, with the whole path of qtos, to ~/.bashrc or ~/.zshrc."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    /** The shells there are scripts for; one script serves both. */
    enum Shell {
        BASH,
        ZSH
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        spec.commandLine()
                .getOut()
                .println(AutoComplete.bash("qtos", spec.root().commandLine()));
        return 0;
    }
}
