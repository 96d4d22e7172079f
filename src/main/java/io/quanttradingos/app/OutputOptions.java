package io.quanttradingos.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How an answer is printed: as a report to read, or as the JSON the HTTP door answers with. */
final class OutputOptions {
    @Option(names = "--json", description = "Prints exactly what the HTTP door answers.")
    boolean json;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            description = "Whether to print in colour; auto does at a terminal, unless NO_COLOR is set.")
    Terminal.When color = Terminal.When.AUTO;

    /** The terminal a command prints at, coloured as its user wants it. */
    Terminal terminal(CommandSpec spec) {
        Object program = spec.root().userObject();
        Terminal terminal = program instanceof Qtos qtos ? qtos.terminal() : Terminal.PLAIN;
        return terminal.coloured(color);
    }

    /** Prints a report that shows more at a terminal than in a file. */
    void show(CommandSpec spec, byte[] answer, BiFunction<JsonNode, Terminal, String> report) throws IOException {
        Terminal terminal = terminal(spec);
        print(spec, answer, json -> report.apply(json, terminal));
    }

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
