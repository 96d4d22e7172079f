package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.camel.TimerDoor;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The timer door, with the real timer. */
@Tag("one-java")
class TimerTest {
    @TempDir
    Path folder;

    @Test
    void a_tick_is_a_recorded_decision_on_the_configured_defaults() throws IOException {
        List<String> answers = new CopyOnWriteArrayList<>();
        try (Assembly assembly = new Assembly(ServiceUnderTest.settings(folder, Map.of()))) {
            Doors.ofSchedule(assembly, new Schedule.EveryMinutes(60), answers::add);

            await().atMost(Duration.ofSeconds(20)).until(() -> !answers.isEmpty());

            JsonNode decision = Json.mapper().readTree(answers.get(0));
            assertThat(decision.at("/account/portfolio_id").asText()).isEqualTo("file:sample/holdings.csv");
            assertThat(assembly.store().find(decision.path("run_id").asText()))
                    .hasValueSatisfying(run -> assertThat(run.facts().door()).isEqualTo("timer"));
        }
    }

    /** Every minute by cron is the quickest that five fields can say, so this waits for the next full minute. */
    @Test
    void a_cron_expression_fires_through_the_real_timer() throws IOException {
        List<String> answers = new CopyOnWriteArrayList<>();
        try (Assembly assembly = new Assembly(ServiceUnderTest.settings(folder, Map.of()))) {
            Doors.ofSchedule(assembly, Schedule.ByCron.parse("* * * * *", ZoneOffset.UTC, Instant.now()), answers::add);

            await().atMost(Duration.ofSeconds(75)).until(() -> !answers.isEmpty());
            assertThat(TimerLine.of(answers.get(0))).contains("as of 2023-12-29");
        }
    }

    @Test
    void a_tick_that_cannot_decide_is_reported_and_the_service_goes_on() throws IOException {
        List<String> answers = new CopyOnWriteArrayList<>();
        Settings settings = ServiceUnderTest.settings(folder, Map.of());
        Path holdings = folder.resolve("data/sample/holdings.csv");
        String good = Files.readString(holdings);
        Files.writeString(holdings, "symbol,shares\nNOPE,1\n");
        try (Assembly assembly = new Assembly(settings)) {
            Doors.ofSchedule(assembly, new Schedule.EveryMinutes(60), answers::add);
            TimerDoor timer = assembly.routes().bean("timer", TimerDoor.class);
            await().atMost(Duration.ofSeconds(20)).until(() -> timer.failures() == 1);
            assertThat(answers).isEmpty();
            assertThat(assembly.store().count()).isZero();

            Files.writeString(holdings, good);
            byte[] answer = assembly.routes()
                    .producer()
                    .requestBody("direct:decision", DecisionRequest.defaults(Door.TIMER), byte[].class);
            assertThat(Json.mapper().readTree(answer).path("run_id").asText()).isNotEmpty();
        }
    }
}
