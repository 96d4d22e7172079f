package io.quanttradingos.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanttradingos.upstream.call.AccessKey;
import io.quanttradingos.upstream.call.Budget;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The key is sent in one header of one request and stands nowhere else, however loud the log. */
@Isolated
class SecrecyTest {
    private static final String SECRET = "sk-live-MOSTSECRET";

    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final StringWriter told = new StringWriter();

    private final class Listener extends AbstractAppender {
        Listener() {
            super("listener", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            logged.add(
                    event.getLoggerName() + " " + event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }
    }

    @Test
    void the_key_is_in_no_message_exception_text_or_log() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LoggerContext context = (LoggerContext) LogManager.getContext(false);
        Level before = context.getConfiguration().getRootLogger().getLevel();
        Listener listener = new Listener();
        listener.start();
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            context.getRootLogger().addAppender(listener);
            Configurator.setRootLevel(Level.ALL);
            LogManager.getLogger("canary").trace("listening");
            askInEveryWay();
        } finally {
            Configurator.setRootLevel(before);
            context.getRootLogger().removeAppender(listener);
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(logged).contains("canary listening null");
        assertThat(String.join("\n", logged)).doesNotContain(SECRET);
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
        assertThat(told.toString())
                .contains("status 500", "does not fit", "not understood", "score=0.5")
                .doesNotContain(SECRET);
    }

    private void askInEveryWay() {
        try (ChatService service = new ChatService()) {
            String echo =
                    ChatService.completion("{\"score\":\"" + SECRET + "\"}").toString();
            ask(service.says("{\"score\":0.5}"));
            ask(service.answers(500, "{\"error\":\"bad key " + SECRET + "\"}"));
            ask(service.answers(200, echo).answers(200, echo));
            ask(service.answers(200, "{\"choices\":\"" + SECRET + "\"}"));
            assertThat(service.asked()).hasSize(5).allSatisfy(asked -> {
                assertThat(asked.authorization()).containsExactly("Bearer " + SECRET);
                assertThat(asked.body().toString()).doesNotContain(SECRET);
            });
        }
    }

    private void ask(ChatService service) {
        PlainCalls calls = new PlainCalls(service.base());
        ChatLanguageModel model =
                new ChatLanguageModel(calls, new ModelSettings("m", 0.0, 300, 1_000_000), () -> Instant.EPOCH);
        AnswerShape shape = AnswerShape.of(AnswerShape.number("score", -1, 1));
        Question question = new Question("s", LocalDate.EPOCH, "t", "{}", shape);
        Throwable thrown = catchThrowable(
                () -> told.append(model.ask(question, AccessKey.of(SECRET), Budget.of(Duration.ofSeconds(20)))
                        .toString()));
        if (thrown != null) {
            thrown.printStackTrace(new PrintWriter(told));
        }
        told.append(model.toString()).append(calls.calls.toString());
    }
}
