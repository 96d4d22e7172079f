package io.quanttradingos.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.app.ServiceUnderTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the fuzz run; {@link FuzzExperiment} is the long one. {@code -Dfuzz.seed=2} makes up other requests. */
class FuzzTest {
    private static final long SEED = Long.getLong("fuzz.seed", 20260105);
    private static final int FILES = 60;
    private static final int REQUESTS = 1500;
    private static final int WARM_UP = 300;
    private static final int CLIENTS = 4;
    private static final int MOST_GROWTH = 24;

    /** No service is set up, and where a key comes with a request, nobody is at the other end. */
    private static final String NOBODY = "http://127.0.0.1:1";

    private static final Map<String, String> SETTINGS = Map.of(
            "qtos.worker.threads",
            "8",
            "finnhub.base.url",
            NOBODY,
            "openai.base.url",
            NOBODY,
            "yahoo.base.url",
            NOBODY);

    @TempDir
    Path folder;

    @Test
    void every_made_up_request_gets_a_proper_answer_and_leaves_nothing_behind() throws Exception {
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, SETTINGS)) {
            FuzzRun run = new FuzzRun(service.baseUri(), SEED);
            run.send(0, WARM_UP, CLIENTS);
            ProcessFigures before = figures();

            run.send(WARM_UP, REQUESTS, CLIENTS);

            ProcessFigures after = figures();
            System.out.println(run.figures() + "; threads " + before.threads() + " → " + after.threads() + ", files "
                    + before.files() + " → " + after.files());
            assertThat(run.violations()).isEmpty();
            assertThat(run.alive()).isTrue();
            assertThat(run.statuses())
                    .as("both good and bad requests are made up")
                    .containsKeys(200, 400, 404, 405, 415);
            assertThat(run.statuses().get(200).sum()).isGreaterThan(REQUESTS / 10);
            assertThat(after.threads()).isLessThanOrEqualTo(before.threads() + MOST_GROWTH);
            assertThat(after.files()).isLessThanOrEqualTo(before.files() + MOST_GROWTH);
        }
    }

    @Test
    void every_made_up_file_dropped_ends_in_one_place_with_one_result() throws Exception {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("qtos.inbox.enabled", "true");
        try (ServiceUnderTest service = ServiceUnderTest.in(folder, settings)) {
            assertThat(new InboxFuzz(service.dataFolder()).drop(SEED, FILES)).isEmpty();
            assertThat(service.assembly().store().count()).isEqualTo(FILES);
            assertThat(service.assembly().store().verifyChain().ok()).isTrue();
        }
    }

    private static ProcessFigures figures() throws Exception {
        return ProcessFigures.known()
                ? ProcessFigures.of(ProcessHandle.current().pid())
                : new ProcessFigures(0, 0);
    }
}
