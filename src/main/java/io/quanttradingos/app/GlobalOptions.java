package io.quanttradingos.app;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What may be said before the command or after it: which workspace is meant. */
final class GlobalOptions {
    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            scope = ScopeType.INHERIT,
            description = "The workspace to work in; qtos init makes one.")
    @Nullable Path home;

    /** The options of the program that a command belongs to. */
    static GlobalOptions of(CommandSpec command) {
        CommandSpec mixin = Objects.requireNonNull(command.root().mixins().get("global"));
        return (GlobalOptions) mixin.userObject();
    }
}
