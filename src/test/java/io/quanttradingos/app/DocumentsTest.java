package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the documents to what they speak of. Their commands are run by {@code src/ci/readme-commands.sh}. */
@Tag("one-java")
class DocumentsTest {
    private static final Path README = Path.of("README.md");
    private static final Path FOLDER = Path.of("src", "docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)");
    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");
    private static final Pattern FENCE = Pattern.compile("(?m)^ *```(\\w*)$");
    private static final Pattern ARTIFACT = Pattern.compile("<artifactId>([^<]+)</artifactId>");
    private static final Pattern EXCLUDED = Pattern.compile("(?s)<exclusions>.*?</exclusions>");
    /** The product itself, and lists of versions rather than libraries. */
    private static final Set<String> NO_DEPENDENCIES =
            Set.of("qtos-orchestrator", "camel-bom", "jackson-bom", "log4j-bom");

    static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(README));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        assertThat(documents).hasSizeGreaterThan(10);
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_inside_the_repository_leads_somewhere(Path document) throws IOException {
        Matcher links = LINK.matcher(text(document));
        while (links.find()) {
            String link = links.group(1);
            if (!link.contains("://")) {
                assertThat(document.toAbsolutePath().resolveSibling(link).normalize())
                        .as(document + " links to")
                        .exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_json_shown_is_json_with_each_field_once(Path document) throws IOException {
        ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        Matcher blocks = JSON.matcher(text(document));
        while (blocks.find()) {
            String json = blocks.group(1);
            assertThatCode(() -> strict.readTree(json))
                    .as(document + ": " + json)
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_fence_says_what_is_in_it_and_is_closed(Path document) throws IOException {
        Matcher fences = FENCE.matcher(text(document));
        boolean open = false;
        while (fences.find()) {
            if (!open) {
                assertThat(fences.group(1)).as(document.toString()).isIn("sh", "text", "json", "yaml");
            }
            open = !open;
        }
        assertThat(open).as(document + " leaves a fence open").isFalse();
    }

    @Test
    void every_dependency_and_plugin_is_listed_with_its_reason() throws IOException {
        String listed = text(FOLDER.resolve("70-dependencies.md"));
        Set<String> missing = new TreeSet<>();
        Matcher artifacts =
                ARTIFACT.matcher(EXCLUDED.matcher(text(Path.of("pom.xml"))).replaceAll(""));
        while (artifacts.find()) {
            String artifact = artifacts.group(1);
            if (!NO_DEPENDENCIES.contains(artifact)
                    && !Pattern.compile("(?m)^\\| (\\S+, )*" + Pattern.quote(artifact) + "[ ,]")
                            .matcher(listed)
                            .find()) {
                missing.add(artifact);
            }
        }
        assertThat(missing).isEmpty();
    }

    private static String text(Path document) throws IOException {
        return Files.readString(document, StandardCharsets.UTF_8);
    }
}
