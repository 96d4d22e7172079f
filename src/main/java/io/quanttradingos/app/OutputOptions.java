package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How an answer is printed: as a report to read, or as the JSON the HTTP door answers with. */
final class OutputOptions {
    @Option(names = "--json", description = "Prints exactly what the HTTP door answers.")
    boolean json;

    void print(CommandSpec spec, byte[] answer, Function<JsonNode, String> report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new String(answer, StandardCharsets.UTF_8));
        } else {
            out.print(report.apply(Json.mapper().readTree(answer)));
        }
        out.flush();
    }
}
