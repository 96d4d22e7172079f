package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A format of one's own is a file in the folder of policies. */
class OwnFormatTest {
    private static final String FORMAT = """
            title: The desk's blotter
            kind: transactions
            dates: dmy
            columns:
              day: [Tag]
              type: [Was]
              instrument: [Papier]
              quantity: [Stueck]
              price: [Kurs]
            types:
              buy: [Kauf]
              sell: [Verkauf]
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @SuppressWarnings("NullAway.Init") // written before each test
    private Path export;

    @SuppressWarnings("NullAway.Init") // written before each test
    private Path format;

    @BeforeEach
    void write() throws IOException {
        Path formats = Files.createDirectories(folder.resolve("data/config/imports"));
        format = Files.writeString(formats.resolve("desk.yaml"), FORMAT);
        export = Files.writeString(
                folder.resolve("blotter.csv"),
                "Tag;Was;Papier;Stueck;Kurs\n01.02.2024;Kauf;SPY;10;480,50\n05.02.2024;Verkauf;SPY;4;490,00\n");
    }

    private CommandRun read() {
        return CommandRun.of(
                "import", export, "--data-dir", folder.resolve("data"), "--state-dir", folder.resolve("state"));
    }

    @Test
    void an_export_is_read_by_it() {
        CommandRun run = read();

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("The desk's blotter (desk)", "2 of 2 rows taken");
        assertThat(run.out()).containsPattern("SPY +6 +480\\.5");
    }

    @Test
    void without_it_the_export_is_unknown() throws IOException {
        Files.delete(format);

        CommandRun run = read();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).doesNotContain("blotter (desk)");
    }

    @Test
    void a_mistake_in_it_is_named_with_its_file_and_line() throws IOException {
        Files.writeString(format, FORMAT.replace("kind: transactions", "kind: transaktions"));

        CommandRun run = read();

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("desk.yaml").contains("transaktions");
    }
}
