package io.quanttradingos.app;

import io.quanttradingos.pipeline.Door;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code qtos sentiment}: what the news say of a company, and whether that is worth an alert. Keys come from the environment. */
@Command(
        name = "sentiment",
        description = "Says what the news say of a company, and whether that is worth an alert.",
        mixinStandardHelpOptions = true)
final class SentimentCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Mixin
    CompanyOptions company = new CompanyOptions();

    @Option(names = "--gate", description = "Raises an alert only where a backtest of the company passes.")
    boolean gate;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            Object question = assembly.briefingRequests()
                    .sentiment(company.fields(assembly).put("gate", gate).request(), Door.COMMAND);
            byte[] answer = assembly.routes().producer().requestBody("direct:sentiment-alert", question, byte[].class);
            output.print(spec, answer, SentimentTable::of);
            return 0;
        }
    }
}
