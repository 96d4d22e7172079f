package io.quanttradingos.app;

import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** A page that a command writes where its user says. */
final class HtmlFile {
    private HtmlFile() {}

    /**
     * Writes it, and says so on standard error.
     *
     * @param option that named the file
     * @param what the page is, such as {@code tear sheet}
     */
    static void write(CommandSpec spec, String option, Path file, String what, byte[] html) {
        try {
            Files.write(file, html);
            spec.commandLine().getErr().println("The " + what + " is in " + file);
        } catch (IOException e) {
            throw Refusal.invalid(option + ": '" + file + "' cannot be written");
        }
    }
}
