package io.quanttradingos.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A file in a published layout, and beside it what a person reads in it. */
record PublishedSample(String name, byte[] content, Map<String, Object> expected) {
    static final Path FOLDER = Path.of("src/test/resources/imports/published");
    private static final String SUFFIX = ".expected.yaml";

    static List<PublishedSample> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(PublishedSample::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PublishedSample of(Path expectation) {
        String file = expectation.getFileName().toString();
        String name = file.substring(0, file.length() - SUFFIX.length()) + ".csv";
        try {
            Map<String, Object> expected =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(expectation));
            return new PublishedSample(name, Files.readAllBytes(FOLDER.resolve(name)), expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sheet sheet() {
        return Sheets.ofText(name, content);
    }

    ImportReading read(Answers answers) {
        return Imports.read(List.of(sheet()), answers);
    }

    boolean isReadable() {
        return expected.containsKey("kind");
    }

    boolean isAsked() {
        return expected.containsKey("asked");
    }

    /** The names of the fields asked for; {@code *} for any. */
    List<?> asked() {
        return (List<?>) expected.getOrDefault("asked", List.of());
    }

    /** The instruments whose history begins too late. */
    List<?> gaps() {
        return (List<?>) expected.getOrDefault("gaps", List.of());
    }

    PipeTable table(String part) {
        return PipeTable.of(expected.getOrDefault(part, ""));
    }

    Map<?, ?> layout() {
        return (Map<?, ?>) expected.getOrDefault("layout", Map.of());
    }

    Answers answers() {
        Map<?, ?> given = (Map<?, ?>) expected.getOrDefault("answers", Map.of());
        return new Answers(
                (String) given.get("format"),
                (String) given.get("dateOrder"),
                (String) given.get("decimal"),
                (String) given.get("account"),
                (String) given.get("currency"),
                (String) given.get("symbol"),
                Answers.words((String) given.get("words")));
    }

    @Override
    public String toString() {
        return name;
    }
}
