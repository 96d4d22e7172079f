package io.quanttradingos.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Keys reach the services they are for, and nothing else: no answer, log, record, recording or file holds one. */
@Isolated
@Tag("one-java")
class SecretsTest {
    private static final String SECRET = "MOSTSECRET";
    private static final String FINNHUB_KEY = "finnhub-" + SECRET;
    private static final String OPENAI_KEY = "openai-" + SECRET;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answers = new ArrayList<>();

    private final class Listener extends AbstractAppender {
        Listener() {
            super("secrets-listener", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            logged.add(
                    event.getLoggerName() + " " + event.getMessage().getFormattedMessage() + " " + event.getThrown());
            logged.add(JsonLogLine.of(event));
        }
    }

    @Test
    void a_key_is_nowhere_but_where_it_is_sent() throws IOException {
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        Level before = context.getConfiguration().getRootLogger().getLevel();
        Listener listener = new Listener();
        listener.start();
        Appender console = context.getConfiguration().getAppender("err");
        context.getRootLogger().removeAppender(console);
        context.getRootLogger().addAppender(listener);
        List<OtherServices.Asked> sent;
        try (OtherServices others = OtherServices.start()) {
            Configurator.setRootLevel(Level.DEBUG);
            Configurator.setLevel("io.quanttradingos", Level.ALL);
            sent = askInEveryWay(others);
        } finally {
            Configurator.setRootLevel(before);
            Configurator.setLevel("io.quanttradingos", Level.INFO);
            context.getRootLogger().removeAppender(listener);
            context.getRootLogger().addAppender(console);
        }

        assertThat(sent).anyMatch(asked -> asked.headers().containsValue(FINNHUB_KEY));
        assertThat(sent).anyMatch(asked -> asked.headers().containsValue("Bearer " + OPENAI_KEY));
        assertThat(sent)
                .noneMatch(
                        asked -> asked.path().contains(SECRET) || asked.body().contains(SECRET));
        assertThat(answers).hasSizeGreaterThan(10).noneMatch(answer -> answer.contains(SECRET));
        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains(SECRET));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile).toList();
            assertThat(written).anyMatch(file -> file.toString().contains("recordings"));
            assertThat(written).anyMatch(file -> file.getFileName().toString().equals("runs.db"));
            assertThat(written).allSatisfy(file -> assertThat(text(file)).doesNotContain(SECRET));
        }
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (file.getFileName().toString().endsWith(".gz")) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return new String(in.readAllBytes(), ISO_8859_1);
            }
        }
        return new String(bytes, ISO_8859_1);
    }

    private List<OtherServices.Asked> askInEveryWay(OtherServices others) throws IOException {
        Map<String, String> settings = others.settings();
        settings.put("qtos.upstream.mode", "record");
        settings.put("openai.api.key", OPENAI_KEY);
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, settings)) {
            others.answer(
                    OtherServices.NEWS,
                    List.of(OtherServices.article(TODAY, "Wire", "A service that echoes " + FINNHUB_KEY)));
            others.answer(OtherServices.QUOTE, Map.of("c", 110.0, "pc", 100.0, "t", 1_700_000_000));
            others.answer(OtherServices.INSIDERS, Map.of("symbol", "ACME", "data", List.of()));
            others.modelSays("{\"score\":0.1,\"confidence\":0.5,\"explanation\":\"The key is " + OPENAI_KEY + ".\"}");
            ask(service, "/sentiment-alert", Map.of("symbol", "ACME"));
            others.modelSays("{\"report\":\"The key is " + OPENAI_KEY + ".\"}");
            ask(service, "/insider-report", Map.of("symbol", "ACME"));
            others.modelSays("{\"coaching_report\":\"The key is " + OPENAI_KEY + ".\"}");
            ask(service, "/trade-journal", Map.of("trades_path", "sample/journal.csv"));
            ask(service, "/sentiment-alert", Map.of("symbol", "A/B"));
            ask(service, "/sentiment-alert", Map.of("symbol", "ACME", "openai_key", List.of(OPENAI_KEY)));
            ask(service, "/sentiment-alert", Map.of("symbol", "ACME", "finhub_key", FINNHUB_KEY));
            ask(service, "/sentiment-alert", Map.of("symbol", "ACME", "gate", "perhaps"));
            ask(service, "/decision", Map.of("openai_key", OPENAI_KEY, "finnhub_key", FINNHUB_KEY));
            for (int status : new int[] {400, 401, 429, 500}) {
                others.answer(OtherServices.FINNHUB, status, "{\"error\":\"key " + FINNHUB_KEY + "\"}");
                others.answer(OtherServices.NEWS, status, "{\"error\":\"key " + FINNHUB_KEY + "\"}");
                ask(service, "/sentiment-alert", Map.of("symbol", "X" + status));
            }
            answers.add(Http.get(service, "/metrics").asString());
            for (JsonNode run : Http.ok(Http.get(service, "/runs")).path("runs")) {
                answers.add(Http.get(service, "/runs/" + run.path("run_id").asText())
                        .asString());
            }
            return others.asked();
        }
    }

    private void ask(ServiceUnderTest service, String path, Map<String, ?> body) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("finnhub_key", FINNHUB_KEY);
        all.putAll(body);
        answers.add(Http.post(service, path, all).asString());
    }
}
