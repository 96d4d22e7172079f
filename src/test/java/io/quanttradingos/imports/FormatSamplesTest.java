package io.quanttradingos.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.imports.ImportReading.Read;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One small export of our own in each format's published layout, with what is read of it beside it.
 *
 * <p>The goldens are written anew with {@code -Dgolden.update=true}.
 */
class FormatSamplesTest {
    static final Path SAMPLES = Path.of("src", "test", "resources", "imports");
    static final Answers ANSWERS = new Answers(null, null, null, "all", null, "SPY", Map.of());
    /** Read by {@link MessyExportsTest}, from real exports, or by {@link PublishedLayoutsTest}. */
    private static final Set<String> REAL = Set.of(
            "bloomberg-fields",
            "degiro-account",
            "directa",
            "etoro-activity",
            "etoro-closed-older",
            "ibkr-flex-positions",
            "ibkr-flex-trades",
            "rabobank",
            "schwab-transactions",
            "trading-212",
            "xtb-cash");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    static String name(Path sample) {
        return sample.getFileName().toString().replace(".csv", "");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_is_told_by_its_content_and_read_row_by_row(Path sample) throws IOException {
        byte[] content = Files.readAllBytes(sample);

        Read read = (Read) Imports.read(List.of(Sheets.ofText("export.csv", content)), ANSWERS);

        assertThat(read.format()).isEqualTo(name(sample));
        Path golden = SAMPLES.resolve(name(sample) + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, rendered(read));
        }
        assertThat(rendered(read)).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_row_of_each_is_accounted_for(Path sample) throws IOException {
        Sheet sheet = Sheets.ofText("export.csv", Files.readAllBytes(sample));
        Read read = (Read) Imports.read(List.of(sheet), ANSWERS);

        Set<Integer> filled = new TreeSet<>(sheet.rows().stream()
                .filter(row -> !Cells.isBlank(row))
                .map(SheetRow::line)
                .toList());
        assertThat(new TreeSet<>(MessyExportsTest.accountedFor(read))).isEqualTo(filled);
    }

    @Test
    void every_declared_format_has_been_read() throws IOException {
        Set<String> seen = new TreeSet<>(REAL);
        samples().forEach(sample -> seen.add(name(sample)));

        assertThat(seen)
                .containsExactlyElementsOf(new TreeSet<>(Formats.builtIn().names()));
    }

    @Test
    void the_list_of_formats_names_every_declaration() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "main", "resources", "imports"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(".yaml"))
                            .map(file -> file.replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(Formats.builtIn().names());
        }
    }

    static String rendered(Read read) {
        List<String> lines = new ArrayList<>(List.of(read.title() + " (" + read.kind() + ")"));
        read.positions()
                .forEach(held -> lines.add("%d %s %s %s at %s, worth %s each, %s %s"
                        .formatted(
                                held.line(),
                                held.account(),
                                held.instrument(),
                                held.quantity(),
                                held.averagePrice(),
                                held.lastPrice(),
                                held.marketValue(),
                                held.currency())));
        read.transactions().forEach(event -> lines.add(rendered(event)));
        read.table().rows().forEach(row -> lines.add(row.line() + " " + String.join(",", row.cells())));
        read.leftOut().forEach(row -> lines.add("left out " + row.line() + " " + row.why()));
        read.totals().forEach(total -> lines.add("total " + total));
        read.warnings().forEach(warning -> lines.add("warning " + warning));
        return String.join("\n", lines) + "\n";
    }

    private static String rendered(Transaction event) {
        String trade = event.quantity().signum() == 0 ? "" : " " + event.quantity() + " at " + event.price();
        BigDecimal amount = event.amount();
        return "%d %s %s %s %s %s%s %s, fees %s %s, cash %s %s"
                .formatted(
                        event.line(),
                        event.account(),
                        event.day(),
                        event.time(),
                        event.kind(),
                        event.instrument(),
                        trade,
                        event.currency(),
                        event.fees(),
                        event.feesCurrency(),
                        amount,
                        event.amountCurrency());
    }
}
