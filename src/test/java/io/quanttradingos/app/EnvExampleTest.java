package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds {@code env.example} to the settings; {@code -Dgolden.update=true} writes it anew. */
class EnvExampleTest {
    private static final Path SETTINGS = Path.of("src", "main", "resources", "application.properties");
    private static final Path EXAMPLE = Path.of("env.example");
    private static final String HEADER = """
            # Copy this file to .env and fill in what you need; .env is not committed. The program does not read it by
            # itself: load it into the shell that starts the program with
            #
            #   set -a; . ./.env; set +a
            #
            # A line that is commented out shows the default.

            """;

    @Test
    void env_example_lists_every_setting_in_order_and_gives_away_no_key() throws IOException {
        String expected = example();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(EXAMPLE, expected);
        }

        assertThat(Files.readString(EXAMPLE, StandardCharsets.UTF_8)).isEqualTo(expected);
        assertThat(expected.lines()
                        .filter(line -> line.startsWith("FINNHUB_API_KEY") || line.startsWith("OPENAI_API_KEY")))
                .containsExactly("FINNHUB_API_KEY=", "OPENAI_API_KEY=");
    }

    private static String example() throws IOException {
        StringBuilder example = new StringBuilder(HEADER);
        boolean inHeader = true;
        for (String line : Files.readAllLines(SETTINGS, StandardCharsets.UTF_8)) {
            if (inHeader || line.isBlank()) {
                inHeader = !line.isBlank() && inHeader;
            } else if (line.startsWith("#")) {
                example.append(line).append('\n');
            } else {
                int equals = line.indexOf('=');
                String value = line.substring(equals + 1);
                example.append(value.isEmpty() ? "" : "#")
                        .append(Settings.environmentVariable(line.substring(0, equals)))
                        .append('=')
                        .append(value)
                        .append('\n');
            }
        }
        return example.toString();
    }
}
