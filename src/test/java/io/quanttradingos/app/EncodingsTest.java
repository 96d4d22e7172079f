package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanttradingos.api.Json;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A file in any encoding, or in none, at every door: read right, or refused in a sentence that says what was seen. */
@Timeout(120)
@Tag("one-java")
class EncodingsTest {
    private static final String READ = "";
    private static final String UTF_32 = "is text in UTF-32; save it as UTF-8";
    private static final String NO_MARK = "is text in UTF-16 without a byte order mark; save it as UTF-8";
    private static final String CONTROL = "a control character (0x0)|control character 0x00";

    private static final String HOLDINGS = "symbol,shares,sector\nSPY,10,Société générale\nTLT,5,Größe\n";
    private static final String JOURNAL =
            "date,symbol,side,qty,entry,exit,fees,notes\n2019-01-17,SPY,BUY,10,264,265,1,Société\n";

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws IOException {
        service = ServiceUnderTest.in(folder, Map.of("qtos.inbox.enabled", "true"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /**
     * Some bytes.
     *
     * @param said what must be said of them, one of the texts between bars; empty where they must be read
     */
    private record Content(byte[] bytes, String said) {}

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    /** A text with accents in each encoding. */
    private static Map<String, Content> encoded(String text) {
        byte[] utf32le = text.getBytes(Charset.forName("UTF-32LE"));
        byte[] utf32be = text.getBytes(Charset.forName("UTF-32BE"));
        String notUtf8 = "is not text in UTF-8; save it as UTF-8";
        Map<String, Content> contents = new LinkedHashMap<>();
        contents.put("utf-8", new Content(text.getBytes(UTF_8), READ));
        contents.put("utf-8-mark", new Content(joined(bytes(0xEF, 0xBB, 0xBF), text.getBytes(UTF_8)), READ));
        contents.put("utf-16le-mark", new Content(joined(bytes(0xFF, 0xFE), text.getBytes(UTF_16LE)), READ));
        contents.put("utf-16be-mark", new Content(joined(bytes(0xFE, 0xFF), text.getBytes(UTF_16BE)), READ));
        contents.put("utf-16le", new Content(text.getBytes(UTF_16LE), NO_MARK));
        contents.put("utf-16be", new Content(text.getBytes(UTF_16BE), NO_MARK));
        contents.put("utf-32le-mark", new Content(joined(bytes(0xFF, 0xFE, 0, 0), utf32le), UTF_32));
        contents.put("utf-32be-mark", new Content(joined(bytes(0, 0, 0xFE, 0xFF), utf32be), UTF_32));
        contents.put("utf-32le", new Content(utf32le, UTF_32));
        contents.put("utf-32be", new Content(utf32be, UTF_32));
        contents.put("latin-1", new Content(text.getBytes(ISO_8859_1), notUtf8));
        contents.put("windows-1252", new Content((text + "€").getBytes(Charset.forName("windows-1252")), notUtf8));
        return contents;
    }

    /** What is no text, or none to speak of. */
    private static Map<String, Content> nothing() {
        byte[] random = new byte[3000];
        new Random(1).nextBytes(random);
        byte[] picture =
                joined(bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10), joined("JFIF".getBytes(US_ASCII), new byte[500]));
        String binary = "is not a text file|is not text in UTF-8";
        String blank = "is blank|nothing but blank lines|holds no table";
        Map<String, Content> contents = new LinkedHashMap<>();
        contents.put("empty", new Content(new byte[0], "is empty"));
        contents.put("zero", new Content(new byte[1], CONTROL));
        contents.put("mark-8", new Content(bytes(0xEF, 0xBB, 0xBF), blank));
        contents.put("mark-16", new Content(bytes(0xFF, 0xFE), blank));
        contents.put("line-ends", new Content("\n\r\n\n".getBytes(US_ASCII), blank));
        contents.put("picture", new Content(picture, binary));
        contents.put("random", new Content(random, binary));
        contents.put("zero-inside", new Content("symbol,shares\nSP\0Y,10\n".getBytes(US_ASCII), CONTROL));
        contents.put("damaged-gzip", new Content(bytes(0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1), "is damaged"));
        return contents;
    }

    private static void expect(String name, Content content, boolean read, String said) {
        if (content.said().equals(READ)) {
            assertThat(read).as(name + ": " + said).isTrue();
        } else {
            assertThat(read).as(name + " was read").isFalse();
            assertThat(List.of(content.said().split("\\|")))
                    .as(name + " was told of by: " + said)
                    .anyMatch(said::contains);
            assertThat(said).contains(name).doesNotContain(folder.toString());
        }
    }

    private static void expectAtTheInbox(Map<String, Content> contents, String before) throws IOException {
        Path inbox = service.dataFolder().resolve("inbox");
        for (Map.Entry<String, Content> content : contents.entrySet()) {
            Path aside = Files.write(
                    service.dataFolder().resolve("aside"), content.getValue().bytes());
            Files.move(aside, inbox.resolve(before + content.getKey() + ".csv"), StandardCopyOption.ATOMIC_MOVE);
        }
        for (Map.Entry<String, Content> content : contents.entrySet()) {
            String name = before + content.getKey() + ".csv";
            Path done = inbox.resolve(".done").resolve(name);
            Path failed = inbox.resolve(".failed").resolve(name);
            await(name).atMost(Duration.ofSeconds(30)).until(() -> Files.exists(done) || Files.exists(failed));
            boolean read = Files.exists(done);
            Path problems = failed.resolveSibling(name + ".problems.json");
            String said = read
                    ? ""
                    : Json.mapper().readTree(problems.toFile()).path("detail").asText();
            expect(name, content.getValue(), read, said);
            assertThat(read ? done : failed).hasBinaryContent(content.getValue().bytes());
        }
    }

    private static void expectUploaded(Map<String, Content> contents, String path, String field) {
        contents.forEach((encoding, content) -> {
            String name = encoding + ".csv";
            Response answer =
                    Http.to(service).multiPart(field, name, content.bytes()).post(path);
            boolean read = answer.statusCode() == 200;
            assertThat(answer.statusCode()).as(name).isIn(200, 400);
            expect(name, content, read, read ? "" : answer.jsonPath().getString("detail"));
        });
    }

    @Test
    void holdings_dropped_in_any_encoding() throws IOException {
        expectAtTheInbox(encoded(HOLDINGS), "holdings-");
        expectAtTheInbox(nothing(), "nothing-");
    }

    @Test
    void a_journal_dropped_in_any_encoding() throws IOException {
        expectAtTheInbox(encoded(JOURNAL), "journal-");
    }

    @Test
    void holdings_uploaded_in_any_encoding() {
        expectUploaded(encoded(HOLDINGS), "/portfolio-report", "holdings_file");
        expectUploaded(nothing(), "/portfolio-report", "holdings_file");
    }

    @Test
    void prices_uploaded_in_any_encoding() throws IOException {
        Map<String, Content> contents = encoded(Files.readString(Http.SAMPLE.resolve("prices.csv")));
        contents.computeIfPresent(
                "latin-1", (name, content) -> new Content(content.bytes(), READ)); // no letter but ASCII
        contents.computeIfPresent(
                "windows-1252", (name, content) -> new Content(content.bytes(), "date must be a date"));
        expectUploaded(contents, "/regime", "prices_file");
        expectUploaded(nothing(), "/regime", "prices_file");
    }

    @Test
    void holdings_given_to_a_command_in_any_encoding() throws IOException {
        Map<String, Content> contents = encoded(HOLDINGS);
        contents.putAll(nothing());
        contents.keySet().retainAll(Set.of("utf-16le-mark", "utf-16le", "utf-32be", "latin-1", "picture", "empty"));
        for (Map.Entry<String, Content> content : contents.entrySet()) {
            String name = content.getKey() + ".csv";
            Path file = Files.write(folder.resolve(name), content.getValue().bytes());
            CommandRun run = CommandRun.of(
                    "decide",
                    "--holdings",
                    file,
                    "--data-dir",
                    service.dataFolder(),
                    "--state-dir",
                    folder.resolve("state-of-commands"));
            assertThat(run.exitCode()).as(name).isIn(0, 1);
            expect(name, content.getValue(), run.exitCode() == 0, run.err());
        }
    }
}
