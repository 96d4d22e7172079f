package io.quanttradingos.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.api.Json;
import io.quanttradingos.camel.InboxDoor;
import io.quanttradingos.state.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in the drop folder after a service died, and who takes it up. */
@Tag("one-java")
class InboxRecoveryTest {
    private static final Map<String, String> WATCHED = Map.of("qtos.inbox.enabled", "true");
    private static final String HOLDINGS = "symbol,shares\nSPY,10\n";
    private static final String TRADES =
            "date,symbol,side,entry_price,exit_price,shares\n2019-01-17,SPY,LONG,264,265,10\n";
    private static final String OF_NOBODY = "01M81B2H6VGD9A44M93CQ385H8";

    @TempDir
    Path folder;

    private Path inbox() {
        return folder.resolve("data/inbox");
    }

    private Path outbox() {
        return folder.resolve("data/outbox");
    }

    private ServiceUnderTest service() throws IOException {
        return ServiceUnderTest.in(folder, WATCHED);
    }

    private void drop(String name, String content) throws IOException {
        Path aside = Files.writeString(folder.resolve("aside"), content);
        Files.move(aside, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !Files.exists(inbox().resolve(name))
                        && names(inbox().resolve(".work")).isEmpty());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static List<RunRecord> runs(ServiceUnderTest service) {
        return service.assembly().store().page(500, Long.MAX_VALUE, null);
    }

    private static String newClaim(ServiceUnderTest service) {
        return service.assembly().routes().bean("inbox", InboxDoor.class).claim();
    }

    private Path claimed(String claim, String name, String content) throws IOException {
        return Files.writeString(inbox().resolve(".work").resolve(claim + "-" + name), content);
    }

    private static String key(RunRecord run) {
        return String.valueOf(run.facts().idempotencyKey());
    }

    @Test
    void a_later_drop_of_a_name_leaves_the_earlier_result_alone() throws IOException {
        try (ServiceUnderTest service = service()) {
            drop("mine.csv", HOLDINGS);
            byte[] first = Files.readAllBytes(outbox().resolve("mine.csv.decision.json"));
            byte[] firstPage = Files.readAllBytes(outbox().resolve("mine.csv.decision.html"));
            drop("mine.csv", "symbol,shares\nSPY,20\n");

            String claim = key(runs(service).get(0));
            assertThat(names(outbox()))
                    .containsExactlyInAnyOrder(
                            "mine.csv.decision.html",
                            "mine.csv.decision.json",
                            claim + "-mine.csv.decision.html",
                            claim + "-mine.csv.decision.json");
            assertThat(outbox().resolve("mine.csv.decision.html")).hasBinaryContent(firstPage);
            assertThat(names(inbox().resolve(".done"))).containsExactlyInAnyOrder("mine.csv", claim + "-mine.csv");
            assertThat(outbox().resolve("mine.csv.decision.json")).hasBinaryContent(first);
        }
    }

    @Test
    void a_later_problem_of_a_name_leaves_the_earlier_problem_alone() throws IOException {
        try (ServiceUnderTest service = service()) {
            drop("mine.csv", "symbol,shares\nSPY,x\n");
            drop("mine.csv", "symbol,shares\nSPY,y\n");

            String claim = key(runs(service).get(0));
            assertThat(names(inbox().resolve(".failed")))
                    .containsExactlyInAnyOrder(
                            "mine.csv",
                            "mine.csv.problems.json",
                            claim + "-mine.csv",
                            claim + "-mine.csv.problems.json");
            assertThat(inbox().resolve(".failed/mine.csv.problems.json"))
                    .content()
                    .contains("'x'");
        }
    }

    @Test
    void a_result_written_before_a_kill_keeps_its_name() throws IOException {
        String claim;
        try (ServiceUnderTest service = service()) {
            drop("mine.csv", HOLDINGS);
            claim = key(runs(service).get(0));
        }
        byte[] written = Files.readAllBytes(outbox().resolve("mine.csv.decision.json"));
        byte[] page = Files.readAllBytes(outbox().resolve("mine.csv.decision.html"));
        Files.move(inbox().resolve(".done/mine.csv"), inbox().resolve(".work").resolve(claim + "-mine.csv"));

        try (ServiceUnderTest service = service()) {
            assertThat(runs(service)).hasSize(1);
            assertThat(names(outbox())).containsExactly("mine.csv.decision.html", "mine.csv.decision.json");
            assertThat(outbox().resolve("mine.csv.decision.json")).hasBinaryContent(written);
            assertThat(outbox().resolve("mine.csv.decision.html")).hasBinaryContent(page);
            assertThat(names(inbox().resolve(".done"))).containsExactly("mine.csv");
        }
    }

    /** The page is written first: one result is found with its page alone, the other without either. */
    @Test
    void a_kill_before_or_after_the_page_ends_with_the_same_two_files() throws IOException {
        List<String> dropped = List.of("mine.csv", "SPY.csv");
        List<String> results = List.of(
                "SPY.csv.backtest.html", "SPY.csv.backtest.json", "mine.csv.decision.html", "mine.csv.decision.json");
        List<String> claims = new ArrayList<>();
        try (ServiceUnderTest service = service()) {
            drop("mine.csv", HOLDINGS);
            claims.add(key(runs(service).get(0)));
            drop("SPY.csv", Files.readString(Path.of("data/sample/ohlcv.csv")));
            claims.add(key(runs(service).get(0)));
        }
        Map<String, byte[]> written = new HashMap<>();
        for (String result : results) {
            written.put(result, Files.readAllBytes(outbox().resolve(result)));
        }
        for (String lost : List.of("mine.csv.decision.json", "SPY.csv.backtest.html", "SPY.csv.backtest.json")) {
            Files.delete(outbox().resolve(lost));
        }
        for (int i = 0; i < dropped.size(); i++) {
            Path work = inbox().resolve(".work").resolve(claims.get(i) + "-" + dropped.get(i));
            Files.move(inbox().resolve(".done").resolve(dropped.get(i)), work);
        }

        try (ServiceUnderTest service = service()) {
            assertThat(runs(service)).hasSize(2);
            assertThat(names(outbox())).isEqualTo(results);
            assertThat(results)
                    .allSatisfy(result -> assertThat(outbox().resolve(result)).hasBinaryContent(written.get(result)));
            assertThat(names(inbox().resolve(".done"))).containsExactlyInAnyOrderElementsOf(dropped);
        }
    }

    @Test
    void a_rejection_recorded_before_a_kill_stands_whatever_became_possible_since() throws IOException {
        String claim;
        try (ServiceUnderTest service = service()) {
            drop("trades.csv", TRADES); // no plan is known
            claim = key(runs(service).get(0));
            drop("plan.json", Files.readString(folder.resolve("data/sample/plan.json")));
        }
        Path problems = inbox().resolve(".failed/trades.csv.problems.json");
        byte[] written = Files.readAllBytes(problems);
        Files.delete(problems);
        Files.move(
                inbox().resolve(".failed/trades.csv"), inbox().resolve(".work").resolve(claim + "-trades.csv"));

        try (ServiceUnderTest service = service()) {
            assertThat(runs(service)).hasSize(2);
            assertThat(problems).hasBinaryContent(written);
            assertThat(inbox().resolve(".failed/trades.csv")).exists();
            assertThat(names(outbox())).containsExactly("plan.json.plan.json");
        }
    }

    @Test
    void a_file_that_was_in_work_whenever_the_service_ended_is_given_up_so_that_it_can_start() throws IOException {
        String mine;
        try (ServiceUnderTest service = service()) {
            drop("first.csv", HOLDINGS);
            mine = key(runs(service).get(0)).substring(18);
        }
        Path work = inbox().resolve(".work");
        String once = "0".repeat(18) + mine;
        String always = "1".repeat(18) + mine;
        Files.writeString(work.resolve(once + "-once.csv"), HOLDINGS);
        Files.writeString(work.resolve(always + "-always.csv"), HOLDINGS);
        Files.writeString(work.resolve(".again-" + once), "xxxx");
        Files.writeString(work.resolve(".again-" + always), "xxxxx");
        Files.writeString(work.resolve(".again-" + "2".repeat(18) + mine), "x"); // of a file done with

        try (ServiceUnderTest service = service()) {
            assertThat(names(inbox().resolve(".done"))).containsExactlyInAnyOrder("first.csv", "once.csv");
            assertThat(inbox().resolve(".failed/always.csv.problems.json"))
                    .content()
                    .contains("always.csv was in work each of the last 5 times that the service ended");
            assertThat(inbox().resolve(".failed/always.csv")).hasContent(HOLDINGS);
            assertThat(work).isEmptyDirectory();
            assertThat(runs(service)).hasSize(3);
        }
    }

    /** A file whose run is recorded, and what its result and its page were. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unfinished(String claim, byte[] result, byte[] page) {}

    /** As a kill leaves {@code mine.csv} right after its record: claimed, without its result and its page. */
    private Unfinished recordedAndNothingMore() throws IOException {
        String claim;
        try (ServiceUnderTest service = service()) {
            drop("mine.csv", HOLDINGS);
            claim = key(runs(service).get(0));
        }
        Path result = outbox().resolve("mine.csv.decision.json");
        Path page = outbox().resolve("mine.csv.decision.html");
        Unfinished mine = new Unfinished(claim, Files.readAllBytes(result), Files.readAllBytes(page));
        Files.delete(result);
        Files.delete(page);
        Files.move(inbox().resolve(".done/mine.csv"), inbox().resolve(".work").resolve(claim + "-mine.csv"));
        return mine;
    }

    @Test
    void an_answer_whose_page_always_ended_the_service_is_written_without_it() throws IOException {
        Unfinished mine = recordedAndNothingMore();
        Path work = inbox().resolve(".work");
        Files.writeString(work.resolve(".again-" + mine.claim), "xxxxx");

        try (ServiceUnderTest service = service()) {
            assertThat(outbox().resolve("mine.csv.decision.json")).hasBinaryContent(mine.result);
            assertThat(names(outbox())).containsExactly("mine.csv.decision.json");
            assertThat(names(inbox().resolve(".done"))).containsExactly("mine.csv");
            assertThat(work).isEmptyDirectory();
            assertThat(runs(service)).hasSize(1);
        }
    }

    @Test
    void an_answer_recorded_before_a_kill_stands_although_it_cannot_be_made_again() throws IOException {
        Unfinished mine = recordedAndNothingMore();
        Files.writeString(folder.resolve("data/current/prices.csv"), "date,OTHER\n2020-01-02,1\n");

        try (ServiceUnderTest service = service()) {
            assertThat(runs(service)).hasSize(1);
            assertThat(outbox().resolve("mine.csv.decision.json")).hasBinaryContent(mine.result);
            assertThat(outbox().resolve("mine.csv.decision.html")).hasBinaryContent(mine.page);
            assertThat(names(inbox().resolve(".done"))).containsExactly("mine.csv");
            assertThat(names(inbox().resolve(".failed"))).isEmpty();
        }
    }

    @Test
    void what_another_service_has_claimed_is_left_to_it() throws IOException {
        Path work;
        try (ServiceUnderTest first = service()) {
            work = claimed(newClaim(first), "mine.csv", HOLDINGS);
            assertLeftBySecond(work);
        }
        assertLeftBySecond(work); // the first is down, and will come back
        try (ServiceUnderTest first = service()) {
            assertThat(work).doesNotExist();
            assertThat(runs(first)).hasSize(1);
        }
    }

    private void assertLeftBySecond(Path work) throws IOException {
        Map<String, String> beside = Map.of(
                "qtos.inbox.enabled",
                "true",
                "qtos.state.dir",
                Files.createDirectories(folder.resolve("state-of-second")).toString());
        try (ServiceUnderTest second = ServiceUnderTest.in(folder, beside)) {
            assertThat(work).exists();
            assertThat(runs(second)).isEmpty();
        }
    }

    @Test
    void what_was_claimed_by_nobody_who_comes_back_is_taken_up() throws IOException {
        String ofLostState;
        try (ServiceUnderTest lost = service()) {
            ofLostState = newClaim(lost);
        }
        claimed(ofLostState, "a.csv", HOLDINGS);
        claimed(OF_NOBODY, "b.csv", HOLDINGS);
        Files.move(folder.resolve("state"), folder.resolve("state-lost"));

        try (ServiceUnderTest service = service()) {
            assertThat(runs(service))
                    .extracting(InboxRecoveryTest::key)
                    .containsExactlyInAnyOrder(ofLostState, OF_NOBODY);
            assertThat(names(inbox().resolve(".done"))).containsExactly("a.csv", "b.csv");
        }
    }

    @Test
    void a_name_as_long_as_the_file_system_allows_is_shortened() throws IOException {
        try (ServiceUnderTest service = service()) {
            drop("m".repeat(251) + ".csv", HOLDINGS);

            assertThat(names(inbox().resolve(".done"))).containsExactly("m".repeat(196) + ".csv");
            assertThat(runs(service)).hasSize(1);
        }
    }

    @Test
    void holdings_are_never_taken_for_someone_elses_by_a_kill_between_them_and_their_owner() throws IOException {
        try (ServiceUnderTest service = service()) {
            drop("mine.csv", HOLDINGS);
            String mine = Files.readString(folder.resolve("data/current/holdings.owner"));
            drop("yours.csv", "symbol,shares\nTLT,10\n");
            String yours = Files.readString(folder.resolve("data/current/holdings.owner"));
            Files.writeString(folder.resolve("data/current/holdings.csv"), HOLDINGS);
            Files.writeString(folder.resolve("data/current/holdings.owner"), yours + mine);

            JsonNode decision = Json.mapper()
                    .readTree(Http.post(service, "/decision", Map.of()).asString());

            assertThat(decision.at("/account/portfolio_id").asText()).isEqualTo("inbox:mine");
        }
    }
}
