package io.quanttradingos.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qtos openapi}: the document the service answers with under {@code /openapi.json}. */
@Command(
        name = "openapi",
        description = "Prints the OpenAPI document that the service answers with, for other tools.",
        mixinStandardHelpOptions = true)
final class OpenApiCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(new String(Doors.openApi(assembly), StandardCharsets.UTF_8));
            return 0;
        }
    }
}
