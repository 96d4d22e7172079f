package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.ImportPreviews;
import io.quanttradingos.api.Json;
import io.quanttradingos.inputs.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code qtos import}: how an export would be read, and what it comes to in our own form. */
@Command(
        name = "import",
        description = "Shows how an export is read: what was recognised, its rows, what was left out and why.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Mixin
    CommonOptions common = new CommonOptions();

    @Mixin
    OutputOptions output = new OutputOptions();

    @Mixin
    ImportOptions answers = new ImportOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "An export of a broker or data vendor: CSV, or a workbook (.xlsx).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    Path file;

    @Option(names = "--holdings", paramLabel = "CSV", description = "Writes what is held, in our own form.")
    @Nullable Path holdings;

    @Option(names = "--trades", paramLabel = "CSV", description = "Writes the closed trades, in our own form.")
    @Nullable Path trades;

    @Override
    public Integer call() throws IOException {
        try (Assembly assembly = common.assembly()) {
            Doors.ofCommands(assembly);
            ImportPreviews.Question question =
                    ImportPreviews.question(answers.put(assembly.commandFields().file("FILE", "path", "file", file))
                            .request());
            byte[] answer = assembly.routes().producer().requestBody("direct:import-preview", question, byte[].class);
            output.print(spec, answer, ImportTable::of);
            JsonNode preview = Json.mapper().readTree(answer);
            if (!preview.path("questions").isEmpty()) {
                return Qtos.BAD_INPUT;
            }
            write(assembly, question.file());
            return 0;
        }
    }

    private void write(Assembly assembly, Source source) throws IOException {
        if (holdings != null) {
            Files.write(
                    holdings, assembly.inputs().forSpreadsheet(assembly.inputs().ownHoldings("FILE", source)));
        }
        if (trades != null) {
            Files.write(
                    trades, assembly.inputs().forSpreadsheet(assembly.inputs().ownTrades("FILE", source)));
        }
    }
}
