package io.quanttradingos.app;

import io.quanttradingos.pipeline.Door;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code qtos insider}: what a company's insiders did with its shares. Keys come from the environment. */
@Command(
        name = "insider",
        description = "Says what a company's insiders did with its shares.",
        mixinStandardHelpOptions = true)
final class InsiderCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Mixin
    CompanyOptions company = new CompanyOptions();

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            Object question =
                    assembly.briefingRequests().insider(company.fields(assembly).request(), Door.COMMAND);
            byte[] answer = assembly.routes().producer().requestBody("direct:insider-report", question, byte[].class);
            output.print(spec, answer, InsiderTable::of);
            return 0;
        }
    }
}
