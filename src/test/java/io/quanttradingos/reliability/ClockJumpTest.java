package io.quanttradingos.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quanttradingos.api.Json;
import io.quanttradingos.app.ServiceUnderTest;
import io.quanttradingos.camel.TimerWatch;
import io.quanttradingos.state.RunRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The machine's clock is set while the service runs. */
@Timeout(120)
class ClockJumpTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private ServiceUnderTest service;

    /** The machine's clock, and what it was set by. */
    private static final class SettableClock implements InstantSource {
        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    @BeforeEach
    void start() throws IOException {
        service = ServiceUnderTest.in(
                folder, Map.of("qtos.inbox.enabled", "true", "orchestrator.schedule.minutes", "60"), clock);
        await().atMost(SOON).until(() -> timerRuns() == 1);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private List<RunRecord> runsInOrder() {
        List<RunRecord> runs = new ArrayList<>(service.assembly().store().page(100, Long.MAX_VALUE, null));
        Collections.reverse(runs);
        return runs;
    }

    private long timerRuns() {
        return runsInOrder().stream()
                .filter(run -> run.facts().door().equals("timer"))
                .count();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.baseUri() + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private String decide() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/decision");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).path("run_id").asText();
    }

    /** The file system's clock is set as well. */
    private void dropAndAwait(String name, int shares) throws IOException {
        Path file = Files.writeString(service.dataFolder().resolve("aside"), "symbol,shares\nSPY," + shares + "\n");
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        Files.move(file, service.dataFolder().resolve("inbox").resolve(name), StandardCopyOption.ATOMIC_MOVE);
        Path result = service.dataFolder().resolve("outbox").resolve(name + ".decision.json");
        await(name).atMost(SOON).until(() -> Files.exists(result));
    }

    @Test
    void a_day_on_and_a_day_and_an_hour_back_runs_and_claims_stay_unique_and_in_order() throws Exception {
        List<String> decided = new ArrayList<>(List.of(decide()));
        dropAndAwait("a.csv", 1);
        clock.ahead = Duration.ofDays(1);
        decided.add(decide());
        dropAndAwait("b.csv", 2);
        clock.ahead = Duration.ofHours(-1);
        decided.add(decide());
        dropAndAwait("c.csv", 3);
        dropAndAwait("d.csv", 4);

        List<RunRecord> runs = runsInOrder();
        List<String> ids = runs.stream().map(RunRecord::runId).toList();
        assertThat(ids).doesNotHaveDuplicates().containsSubsequence(decided).hasSize(8);
        assertThat(runs.stream().map(RunRecord::sequence)).isSorted().doesNotHaveDuplicates();
        assertThat(runs.stream().map(run -> run.facts().finishedAt()))
                .as("the times are those of the clock, whatever it says")
                .isNotEqualTo(runs.stream()
                        .map(run -> run.facts().finishedAt())
                        .sorted()
                        .toList());
        assertThat(runs.stream()
                        .map(run -> run.facts().idempotencyKey())
                        .filter(Objects::nonNull)
                        .toList())
                .as("claims sort in the order they were made")
                .hasSize(4)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(service.assembly().store().verifyChain().ok()).isTrue();
        assertThat(get("/metrics").body()).doesNotContainPattern("(?m)^qtos_\\S* -\\d");
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void the_timer_follows_a_clock_that_is_set_back() {
        TimerWatch watch = service.context().hasService(TimerWatch.class);
        watch.look();
        clock.ahead = Duration.ofMinutes(-60);

        watch.look();

        // The next tick was an hour off. Quartz looks at the real clock, which was not set: there it is due now.
        await().atMost(SOON).until(() -> timerRuns() == 2);
        watch.look();
        assertThat(timerRuns()).isEqualTo(2);
    }
}
