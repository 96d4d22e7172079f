package io.quanttradingos.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.imports.fold.Fold;
import io.quanttradingos.imports.fold.Folded;
import io.quanttradingos.imports.fold.OpenPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reads a file in each published layout and compares it with what a person reads in it.
 *
 * <p>The files were written from what their senders and other people's readers publish of them, before the declarations
 * were looked at: {@code src/test/resources/imports/published/README.md}. A file and its expectation added there are a test added.
 */
class PublishedLayoutsTest {
    static Stream<PublishedSample> readable() {
        return PublishedSample.all().stream().filter(PublishedSample::isReadable);
    }

    static Stream<PublishedSample> asked() {
        return PublishedSample.all().stream().filter(PublishedSample::isAsked);
    }

    static Stream<PublishedSample> transactions() {
        return readable().filter(sample -> !sample.table("transactions").rows().isEmpty());
    }

    static Stream<PublishedSample> folded() {
        return readable().filter(sample -> sample.expected().containsKey("held"));
    }

    @ParameterizedTest
    @MethodSource("readable")
    void every_row_is_read_as_its_layout_means_it(PublishedSample sample) {
        assertThat(differences(sample, read(sample))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("readable")
    void every_row_is_taken_or_left_out_and_none_is_both(PublishedSample sample) {
        ImportReading.Read read = read(sample);
        Set<Integer> taken = ReadingRows.linesTaken(read);
        Set<Integer> leftOut = new HashSet<>();
        read.leftOut().forEach(row -> leftOut.add(row.line()));
        assertThat(taken).noneMatch(leftOut::contains);
        assertThat(read.leftOut()).allSatisfy(row -> assertThat(row.why()).isNotBlank());
        if (!taken.isEmpty()) {
            leftOut.addAll(taken);
            leftOut.add(read.layout().headerLine());
            assertThat(leftOut).containsAll(linesWithText(sample.sheet()));
        }
    }

    @ParameterizedTest
    @MethodSource("asked")
    void what_is_unclear_is_asked(PublishedSample sample) {
        ImportReading reading = sample.read(Answers.none());
        assertThat(reading).isInstanceOf(ImportReading.Unsure.class);
        List<Question> questions = ((ImportReading.Unsure) reading).questions();
        assertThat(questions)
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question.sentence()).isNotBlank());
        if (!sample.asked().contains("*")) {
            assertThat(questions).map(question -> plain(question.field())).containsAll(plain(sample.asked()));
        }
    }

    @ParameterizedTest
    @MethodSource("folded")
    void a_history_comes_to_what_a_person_counts(PublishedSample sample) {
        Folded folded = Fold.of(read(sample).transactions());
        List<Map<String, Object>> held = new ArrayList<>();
        for (OpenPosition position : folded.positions()) {
            held.add(Map.of("instrument", position.instrument().symbol(), "quantity", position.quantity()));
        }
        assertThat(RowComparison.differences("position", sample.table("held"), held))
                .isEmpty();
        assertThat(folded.gaps()).map(gap -> gap.instrument().symbol()).isEqualTo(sample.gaps());
    }

    /** Quantity times price, with the fees, is the amount: a sample that is wrong in itself shows nothing. */
    @ParameterizedTest
    @MethodSource("transactions")
    void the_samples_agree_with_themselves(PublishedSample sample) {
        assertThat(SampleArithmetic.mistakes(sample.table("transactions"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdings.csv", "prices.csv", "trades.csv", "journal.csv"})
    void our_own_files_are_not_taken_for_an_export(String name) throws IOException {
        Sheet sheet = Sheets.ofText(name, Files.readAllBytes(Path.of("data/sample", name)));
        assertThatThrownBy(() -> Imports.read(List.of(sheet), Answers.none()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(name);
    }

    /** The header of our bars is that of others' too, and so are the bars. */
    @Test
    void our_own_bars_are_the_same_read_as_an_export() throws IOException {
        byte[] content = Files.readAllBytes(Path.of("data/sample/ohlcv.csv"));
        ImportReading reading = Imports.read(List.of(Sheets.ofText("ohlcv.csv", content)), Answers.none());
        Sheet table = ((ImportReading.Read) reading).table();
        assertThat(new String(Sheets.text(table), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(new String(content, StandardCharsets.UTF_8));
    }

    @Test
    void a_table_of_something_else_is_not_taken_for_an_export() {
        String text =
                "name,email,joined,score\nAnna,anna@example.org,2024-01-02,12.5\nBen,ben@example.org,2024-02-03,7\n";
        Sheet sheet = Sheets.ofText("members.csv", text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Imports.read(List.of(sheet), Answers.none()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("members.csv");
    }

    @Test
    void the_folder_was_looked_at() {
        assertThat(readable().count()).isGreaterThan(35);
        assertThat(asked().count()).isGreaterThan(5);
    }

    private static ImportReading.Read read(PublishedSample sample) {
        ImportReading reading = sample.read(sample.answers());
        assertThat(reading).isInstanceOf(ImportReading.Read.class);
        return (ImportReading.Read) reading;
    }

    private static List<String> differences(PublishedSample sample, ImportReading.Read read) {
        List<String> differences = new ArrayList<>();
        Map<?, ?> expected = sample.expected();
        String kind = read.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!kind.equals(expected.get("kind"))) {
            differences.add("kind was " + kind);
        }
        differences.addAll(LayoutComparison.differences(sample.layout(), read.layout()));
        differences.addAll(
                RowComparison.differences("position", sample.table("positions"), ReadingRows.positions(read)));
        differences.addAll(
                RowComparison.differences("transaction", sample.table("transactions"), ReadingRows.transactions(read)));
        differences.addAll(RowComparison.differences("total", sample.table("totals"), ReadingRows.totals(read)));
        if (expected.containsKey("table")) {
            differences.addAll(
                    RowComparison.differences("row", sample.table("table"), ReadingRows.table(read.table())));
        }
        if (expected.containsKey("left-out")) {
            Set<Integer> lines = new TreeSet<>();
            read.leftOut().forEach(row -> lines.add(row.line()));
            if (!new ArrayList<>(lines).equals(expected.get("left-out"))) {
                differences.add("left out were " + read.leftOut());
            }
        }
        Object warned = expected.get("warned");
        if (warned != null && read.warnings().stream().noneMatch(one -> one.contains((String) warned))) {
            differences.add("nothing warned of " + warned + " in " + read.warnings());
        }
        if (warned == null) {
            read.totals().stream()
                    .filter(total -> !total.agrees(50))
                    .forEach(total -> differences.add("the total does not agree: " + total));
        }
        return differences;
    }

    private static Set<Integer> linesWithText(Sheet sheet) {
        Set<Integer> lines = new TreeSet<>();
        for (SheetRow row : sheet.rows()) {
            if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(row.line());
            }
        }
        return lines;
    }

    private static List<String> plain(List<?> names) {
        return names.stream().map(name -> plain(name.toString())).toList();
    }

    private static String plain(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
