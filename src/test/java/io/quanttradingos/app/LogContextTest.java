package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What stands beside a log line is its own request's, whichever request its thread served before. */
@Isolated
class LogContextTest {
    @TempDir
    Path folder;

    private static Map<String, String> context(LogEvent event) {
        return event.getContextData().toMap();
    }

    @Test
    void a_line_bears_its_own_run_and_nothing_of_the_request_before_on_its_thread() throws IOException {
        Map<String, String> settings = Map.of("qtos.worker.threads", "1", "qtos.access.log", "true");
        try (HeardLog log = new HeardLog();
                ServiceUnderTest service = ServiceUnderTest.in(folder, settings)) {
            String run = Http.decide(service, Map.of()).path("run_id").asText();
            Http.problem(Http.post(service, "/decision", Map.of("as_of", "soon\r\nforged")), 400);
            Http.ok(Http.get(service, "/runs"));
            Http.get(service, "/health");
            Http.get(service, "/a-path-with-a-secret");

            List<LogEvent> lines = awaitLines(log, 5);
            assertThat(lines)
                    .extracting(line -> line.getMessage().getFormattedMessage())
                    .containsExactly("postDecision 200", "postDecision 400", "getRuns 200", "getHealth 200", "- 404");
            assertThat(lines.stream().limit(3).map(LogEvent::getThreadName).distinct())
                    .hasSize(1);
            assertThat(run).hasSize(26);
            assertThat(context(lines.get(0))).isEqualTo(Map.of("door", "http", "route", "postDecision", "run_id", run));
            assertThat(context(lines.get(1))).isEqualTo(Map.of("door", "http", "route", "postDecision"));
            assertThat(context(lines.get(2))).isEqualTo(Map.of("door", "http", "route", "getRuns"));
            assertThat(context(lines.get(3))).isEqualTo(Map.of("door", "http", "route", "getHealth"));
            assertThat(context(lines.get(4))).isEmpty();
        }
    }

    private static List<LogEvent> awaitLines(HeardLog log, int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> log.of(".access").size() >= count);
        return log.of(".access");
    }

    @Test
    void a_dropped_files_lines_bear_its_claim() throws IOException {
        Map<String, String> settings = Map.of("qtos.inbox.enabled", "true");
        try (HeardLog log = new HeardLog();
                ServiceUnderTest service = ServiceUnderTest.in(folder, settings)) {
            Files.writeString(service.dataFolder().resolve("inbox").resolve("bad.json"), "{\"as_of\": 5}");
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> !log.of("InboxDoor").isEmpty());

            Map<String, String> context = context(log.of("InboxDoor").get(0));
            assertThat(context).containsEntry("door", "inbox").containsEntry("route", "inbox");
            assertThat(context.get("claim")).matches("[0-9A-HJKMNP-TV-Z]{26}");
            assertThat(context).doesNotContainKey("run_id");
        }
    }

    @Test
    void no_access_line_is_written_unless_it_is_wished() throws IOException {
        try (HeardLog log = new HeardLog();
                ServiceUnderTest service = ServiceUnderTest.in(folder)) {
            Http.decide(service, Map.of());
            Http.get(service, "/nothing");

            assertThat(log.of(".access")).isEmpty();
        }
    }

    @Test
    void a_json_line_is_one_object_whatever_was_written() {
        ThreadContext
                .clearAll(); // a command's run stays on the thread that it ends with, and another test may have run one
        // here
        LogEvent event = Log4jLogEvent.newBuilder()
                .setLoggerName("io.quanttradingos.Anything")
                .setLevel(Level.WARN)
                .setThreadName("worker\n1")
                .setTimeMillis(1_561_680_000_000L)
                .setMessage(new SimpleMessage("first\r\n{\"message\":\"forged\"}\u0000\u001b[31m \"quoted\" \\ é"))
                .setThrown(new IllegalStateException("of\nmany\nlines"))
                .build();

        String line = JsonLogLine.of(event);
        JsonNode read = JsonLogLine.tree(event);

        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContainPattern("\\p{Cntrl}");
        assertThat(read.path("@timestamp").asText()).isEqualTo("2019-06-28T00:00:00.000Z");
        assertThat(read.path("log.level").asText()).isEqualTo("WARN");
        assertThat(read.path("message").asText())
                .isEqualTo("first\r\n{\"message\":\"forged\"}\u0000\u001b[31m \"quoted\" \\ é");
        assertThat(read.path("error.type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(read.path("error.stack_trace").asText()).contains("LogContextTest");
        assertThat(read.has("run_id")).isFalse();
    }

    @Test
    void both_forms_hear_the_same_loggers() throws IOException {
        assertThat(loggers("log4j2-json.properties"))
                .isNotEmpty()
                .containsExactlyElementsOf(loggers("log4j2.properties"));
    }

    private static List<String> loggers(String file) throws IOException {
        return Files.readAllLines(Path.of("src", "main", "resources", file)).stream()
                .filter(line -> line.startsWith("logger.") || line.startsWith("rootLogger."))
                .toList();
    }
}
