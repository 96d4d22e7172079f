package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunStoreTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T09:30:00Z"));

    @TempDir
    Path folder;

    private RunStore open() throws IOException {
        return RunStore.open(folder, StateSettings.defaults(), CLOCK);
    }

    @Test
    void a_recorded_run_reads_back_equal_also_after_reopening() throws IOException {
        RunDraft draft = Drafts.decision("r1")
                .idempotencyKey("claim-1")
                .portfolioValue(new PortfolioValue("main", Drafts.DAY, 100_000.25))
                .build();
        RunRecord recorded;
        try (RunStore store = open()) {
            recorded = store.append(draft);
            assertThat(recorded.sequence()).isEqualTo(1);
            assertThat(recorded.previous()).isEqualTo("0".repeat(64));
            assertThat(recorded.facts()).isEqualTo(draft.facts());
            assertThat(store.warnings()).isEmpty();
        }
        try (RunStore store = open()) {
            assertThat(store.find("r1")).contains(recorded);
            assertThat(store.find("r2")).isEmpty();
            assertThat(store.append(Drafts.decision("r2").build()).previous()).isEqualTo(recorded.digest());
            assertThat(store.verifyChain()).isEqualTo(new ChainReport(2, null, null));
        }
    }

    @Test
    void what_a_run_did_not_have_stays_unknown() throws IOException {
        RunDraft bare = RunDraft.of("r1", "backtest", "cli").build();
        try (RunStore store = open()) {
            store.append(bare);
            RunFacts facts = store.find("r1").orElseThrow().facts();
            assertThat(facts.asOf()).isNull();
            assertThat(facts.idempotencyKey()).isNull();
            assertThat(facts.portfolioValue()).isNull();
            assertThat(facts.inputs()).isEmpty();
            assertThat(facts).isEqualTo(bare.facts());
        }
    }

    @Test
    void the_digest_is_what_the_documented_recipe_gives() throws IOException {
        try (RunStore store = open()) {
            RunRecord recorded = store.append(Drafts.decision("r1").build());
            assertThat(recorded.digest()).isEqualTo(DigestRecipe.digest(recorded));
        }
    }

    @Test
    void pages_run_from_the_newest_and_can_keep_to_one_kind() throws IOException {
        try (RunStore store = open()) {
            for (int i = 1; i <= 5; i++) {
                store.append(RunDraft.of("r" + i, i % 2 == 0 ? "backtest" : "decision", "cli")
                        .build());
            }
            assertThat(store.page(2, Long.MAX_VALUE, null))
                    .extracting(RunRecord::runId)
                    .containsExactly("r5", "r4");
            assertThat(store.page(9, 4, null)).extracting(RunRecord::runId).containsExactly("r3", "r2", "r1");
            assertThat(store.page(9, 5, "backtest"))
                    .extracting(RunRecord::runId)
                    .containsExactly("r4", "r2");
            assertThat(store.count()).isEqualTo(5);
            assertThatThrownBy(() -> store.page(0, 1, null)).hasMessage("limit must be 1 to 1000, was 0");
        }
    }

    @Test
    void contents_are_kept_once_small_ones_inside_and_large_inputs_as_files() throws IOException, SQLException {
        byte[] large = new byte[200_000];
        new Random(1).nextBytes(large);
        Content prices = Content.of(large);
        try (RunStore store = open()) {
            for (int i = 0; i < 3; i++) {
                store.append(Drafts.decision("r" + i)
                        .input("large", prices, 9L)
                        .stage("regime", Content.of("again"))
                        .build());
            }
            assertThat(store.content(prices.sha256()).orElseThrow()).isEqualTo(large);
            assertThat(store.content(Content.of("again").sha256()).orElseThrow())
                    .asString()
                    .isEqualTo("again");
            assertThat(store.content("0".repeat(64))).isEmpty();
            assertThat(store.content("../../etc/passwd")).isEmpty();
        }
        assertThat(number("SELECT COUNT(*) FROM contents")).isEqualTo(5);
        assertThat(inputFiles()).containsExactly(prices.sha256() + ".gz");
    }

    @Test
    void deferred_content_is_asked_for_only_where_it_is_not_kept() throws IOException {
        Content real = Content.of("x".repeat(50_000));
        try (RunStore store = open()) {
            store.append(Drafts.decision("r1").input("big", real, null).build());
            Content unavailable = Content.deferred(real.sha256(), () -> {
                throw new IllegalStateException("asked");
            });
            assertThat(store.append(Drafts.decision("r2")
                                    .input("big", unavailable, null)
                                    .build())
                            .sequence())
                    .isEqualTo(2);
            Content changed = Content.deferred("cd".repeat(32), () -> new byte[1]);
            assertThatThrownBy(() -> store.append(
                            Drafts.decision("r3").input("big", changed, null).build()))
                    .hasMessageStartingWith("content changed since it was read");
            assertThat(store.count()).isEqualTo(2);
        }
    }

    @Test
    void a_repeat_under_one_idempotency_key_gives_the_first_record() throws IOException {
        try (RunStore store = open()) {
            RunRecord first =
                    store.append(Drafts.decision("r1").idempotencyKey("k").build());
            RunRecord repeat = store.append(Drafts.decision("r2")
                    .idempotencyKey("k")
                    .stage("regime", Content.of("other"))
                    .build());
            assertThat(repeat).isEqualTo(first);
            assertThat(store.count()).isEqualTo(1);
            // what the repeat cited was not kept, so a later run that cites it must bring it
            store.append(
                    Drafts.decision("r3").stage("regime", Content.of("other")).build());
            assertThat(store.content(Content.of("other").sha256())).isPresent();
            assertThat(store.verifyChain().ok()).isTrue();
        }
    }

    @Test
    void a_run_id_is_taken_once() throws IOException {
        try (RunStore store = open()) {
            store.append(Drafts.decision("r1").build());
            assertThatThrownBy(() -> store.append(Drafts.decision("r1").build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("run r1 is already recorded");
            assertThat(store.append(Drafts.decision("r2").build()).sequence()).isEqualTo(2);
        }
    }

    @Test
    void concurrent_appenders_form_one_chain_and_one_key_is_recorded_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (RunStore store = open()) {
            List<Future<RunRecord>> records = new ArrayList<>();
            for (int i = 0; i < 800; i++) {
                RunDraft draft = Drafts.decision("r" + i)
                        .idempotencyKey("key-" + i / 2)
                        .portfolioValue(new PortfolioValue("main", Drafts.DAY.minusDays(i % 7), 100 + i))
                        .build();
                records.add(threads.submit(() -> store.append(draft)));
            }
            List<Long> sequences = new ArrayList<>();
            for (Future<RunRecord> record : records) {
                sequences.add(record.get().sequence());
            }
            assertThat(sequences.stream().distinct().sorted())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 400).boxed().toList());
            assertThat(store.verifyChain()).isEqualTo(new ChainReport(400, null, null));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void two_stores_on_one_folder_share_the_chain() throws IOException {
        try (RunStore service = open();
                RunStore commandLine = open()) {
            for (int i = 0; i < 10; i++) {
                service.append(Drafts.decision("s" + i).build());
                commandLine.append(Drafts.decision("c" + i).build());
            }
            assertThat(service.find("c9").orElseThrow().sequence()).isEqualTo(20);
            assertThat(service.verifyChain()).isEqualTo(new ChainReport(20, null, null));
        }
    }

    @Test
    void closing_records_what_waits_and_refuses_what_comes_later() throws IOException {
        List<CompletableFuture<RunRecord>> records = new ArrayList<>();
        RunStore store = open();
        for (int i = 0; i < 200; i++) {
            records.add(store.appendAsync(Drafts.decision("r" + i).build()));
        }
        store.close();
        assertThat(records).allSatisfy(record -> assertThat(record).isCompleted());
        assertThatThrownBy(() -> store.append(Drafts.decision("late").build())).hasMessage("the run store is closed");
        try (RunStore again = open()) {
            assertThat(again.count()).isEqualTo(200);
        }
    }

    @Test
    void past_the_queue_limit_a_run_is_refused_as_overload() throws Exception {
        StateSettings narrow = new StateSettings(10, 1_000, 2, 1, 10_000, 1, 16_384);
        try (RunStore store = RunStore.open(folder, narrow, CLOCK);
                Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            List<CompletableFuture<RunRecord>> accepted = new ArrayList<>();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 4; i++) {
                            accepted.add(
                                    store.appendAsync(Drafts.decision("r" + i).build()));
                        }
                    })
                    .isInstanceOf(io.quanttradingos.failure.Refusal.class)
                    .hasMessageStartingWith("too many runs wait");
            statement.execute("ROLLBACK");
            assertThat(accepted).isNotEmpty();
            for (CompletableFuture<RunRecord> record : accepted) {
                assertThat(record.get().sequence()).isPositive();
            }
            assertThat(store.count()).isEqualTo(accepted.size());
        }
    }

    @Test
    void a_store_locked_by_another_process_fails_the_run_clearly_and_recovers() throws Exception {
        StateSettings impatient = new StateSettings(10, 1_000, 64, 8, 0, 1, 16_384);
        try (RunStore store = RunStore.open(folder, impatient, CLOCK);
                Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThatThrownBy(() -> store.append(Drafts.decision("r1").build()))
                    .isInstanceOf(java.io.UncheckedIOException.class)
                    .hasMessageStartingWith("the run could not be recorded: ");
            assertThat(store.find("r1")).isEmpty(); // readers do not wait
            statement.execute("ROLLBACK");
            assertThat(store.append(Drafts.decision("r1").build()).sequence()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_highest_value_never_looks_ahead(long seed) throws IOException {
        Random random = new Random(seed);
        List<PortfolioValue> seen = new ArrayList<>();
        try (RunStore store = open()) {
            for (int i = 0; i < 300; i++) {
                PortfolioValue value = new PortfolioValue(
                        random.nextBoolean() ? "a" : "b",
                        Drafts.DAY.plusDays(random.nextInt(40)),
                        random.nextInt(60) - 5);
                seen.add(value);
                store.append(RunDraft.of("r" + i, "decision", "cli")
                        .portfolioValue(value)
                        .build());
            }
            for (String id : List.of("a", "b", "none")) {
                for (int day = -1; day <= 40; day++) {
                    LocalDate asOf = Drafts.DAY.plusDays(day);
                    OptionalDouble plain = seen.stream()
                            .filter(value -> value.portfolioId().equals(id)
                                    && !value.asOf().isAfter(asOf))
                            .mapToDouble(PortfolioValue::value)
                            .max();
                    assertThat(store.highestValue(id, asOf)).isEqualTo(plain);
                }
            }
            assertThat(store.verifyChain().ok()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence = 9",
                "run_id = 'x'",
                "started_at_micros = started_at_micros + 1",
                "finished_at_micros = 0",
                "kind = 'backtest'",
                "door = 'cli'",
                "asof_epoch_day = NULL",
                "status = 'refused'",
                "request_json = request_json || ' '",
                "result_json = '{}'",
                "inputs_json = '[]'",
                "stages_json = REPLACE(stages_json, 'regime', 'portfolio')",
                "config_sha256 = version",
                "version = '0.1.1'",
                "idempotency_key = NULL",
                "portfolio_id = 'other'",
                "portfolio_epoch_day = portfolio_epoch_day + 1",
                "portfolio_value = portfolio_value + 0.01",
                "previous = digest",
                "digest = previous"
            })
    void a_change_of_any_column_is_found(String change) throws IOException, SQLException {
        recordThree();
        assertThat(execute("UPDATE runs SET " + change + " WHERE sequence = 2")).isEqualTo(1);
        assertBadAt(2);
    }

    @Test
    void every_column_has_its_tampering_case() throws Exception {
        ValueSource cases = RunStoreTest.class
                .getDeclaredMethod("a_change_of_any_column_is_found", String.class)
                .getAnnotation(ValueSource.class);
        assertThat(Arrays.stream(cases.strings()).map(change -> change.substring(0, change.indexOf(' '))))
                .containsExactly(RunRow.COLUMNS.split(", *"));
    }

    @Test
    void a_run_taken_out_or_exchanged_is_found() throws IOException, SQLException {
        recordThree();
        execute("DELETE FROM runs WHERE sequence = 2");
        assertBadAt(2);
    }

    @Test
    void a_run_rewritten_with_a_matching_digest_breaks_the_run_after_it() throws IOException, SQLException {
        recordThree();
        String digest;
        try (RunStore store = open()) {
            RunRecord second = store.page(1, 3, null).get(0);
            RunFacts facts = second.facts();
            execute("UPDATE runs SET status = 'forged' WHERE sequence = 2");
            RunFacts forged = store.find(facts.runId()).orElseThrow().facts();
            digest = RunRow.of(forged).digest(2, second.previous());
        }
        execute("UPDATE runs SET digest = '" + digest + "' WHERE sequence = 2");
        assertBadAt(3);
    }

    @Test
    void changed_or_missing_content_is_found() throws IOException, SQLException {
        recordThree();
        String cited = Content.of("stage of r2").sha256();
        execute("UPDATE contents SET gzip = (SELECT gzip FROM contents WHERE sha256 <> '" + cited
                + "' LIMIT 1) WHERE sha256 = '" + cited + "'");
        assertBadAt(2);
        execute("UPDATE contents SET gzip = x'00' WHERE sha256 = '" + cited + "'");
        assertBadAt(2);
        execute("DELETE FROM contents WHERE sha256 = '" + cited + "'");
        assertBadAt(2);
    }

    @Test
    void a_changed_or_missing_input_file_is_found() throws IOException {
        Content large = Content.of("z".repeat(50_000));
        try (RunStore store = open()) {
            store.append(Drafts.decision("r1").build());
            store.append(Drafts.decision("r2").input("large", large, null).build());
        }
        Path file = folder.resolve("inputs/" + large.sha256().substring(0, 2) + "/" + large.sha256() + ".gz");
        Files.write(file, Gzip.compress("other".getBytes(StandardCharsets.UTF_8)));
        assertBadAt(2);
        Files.delete(file);
        assertBadAt(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE portfolio_highs SET value = value * 2 WHERE sequence = 2",
                "UPDATE portfolio_highs SET asof_epoch_day = asof_epoch_day + 99 WHERE sequence = 2",
                "DELETE FROM portfolio_highs WHERE sequence = 2",
                "INSERT INTO portfolio_highs VALUES ('ghost', 1, 1.0, 2)"
            })
    void portfolio_highs_that_no_run_gave_are_found(String change) throws IOException, SQLException {
        recordThree();
        assertThat(execute(change)).isEqualTo(1);
        assertBadAt(2);
    }

    @Test
    void a_damaged_database_is_set_aside_and_a_new_chain_begins() throws IOException {
        recordThree();
        Files.writeString(
                folder.resolve("runs.db"), "this is not a database, and long enough to be looked at".repeat(99));
        try (RunStore store = open()) {
            assertThat(store.warnings())
                    .singleElement()
                    .asString()
                    .contains("is damaged")
                    .contains("set aside as runs.db.corrupt-20240501T093000Z");
            assertThat(store.append(Drafts.decision("r1").build()).sequence()).isEqualTo(1);
        }
        assertThat(folder.resolve("runs.db.corrupt-20240501T093000Z")).content().startsWith("this is not");
        Files.writeString(folder.resolve("runs.db"), "again not a database".repeat(99));
        try (RunStore store = open()) {
            assertThat(store.warnings()).singleElement().asString().contains("20240501T093000Z-2");
        }
    }

    @Test
    void the_log_of_a_database_damaged_while_in_use_does_not_leak_into_the_new_one() throws IOException {
        try (RunStore living = open()) {
            living.append(Drafts.decision("old").build());
            Files.writeString(folder.resolve("runs.db"), "damage".repeat(9_999));
            try (RunStore store = open()) {
                assertThat(store.warnings()).hasSize(1);
                assertThat(store.append(Drafts.decision("new").build()).sequence())
                        .isEqualTo(1);
                assertThat(store.find("old")).isEmpty();
                assertThat(store.verifyChain().ok()).isTrue();
            }
            assertThat(folder.resolve("runs.db.corrupt-20240501T093000Z-wal")).exists();
        }
    }

    @Test
    void a_database_with_pages_overwritten_or_cut_off_is_set_aside() throws IOException {
        try (RunStore store = open()) {
            for (int i = 0; i < 100; i++) {
                store.append(Drafts.decision("r" + i).build());
            }
        }
        Path database = folder.resolve("runs.db");
        try (var channel = java.nio.channels.FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        try (RunStore store = open()) {
            assertThat(store.warnings()).hasSize(1);
            assertThat(store.count()).isZero();
        }
    }

    @Test
    void a_store_of_a_newer_format_is_left_alone() throws IOException, SQLException {
        recordThree();
        execute("PRAGMA user_version = 2");
        assertThatThrownBy(this::open)
                .hasMessage("the run store runs.db has format 2, made by a newer version; this one reads up to 1");
    }

    private void recordThree() throws IOException {
        try (RunStore store = open()) {
            for (int i = 1; i <= 3; i++) {
                store.append(Drafts.decision("r" + i)
                        .idempotencyKey("key" + i)
                        .stage("allocation", Content.of("stage of r" + i))
                        .portfolioValue(new PortfolioValue("main", Drafts.DAY.plusDays(i), 100 + i))
                        .build());
            }
            assertThat(store.verifyChain()).isEqualTo(new ChainReport(3, null, null));
        }
    }

    private void assertBadAt(long sequence) throws IOException {
        try (RunStore store = open()) {
            ChainReport report = store.verifyChain();
            assertThat(report.ok()).isFalse();
            assertThat(report.firstBad()).isEqualTo(sequence);
            assertThat(Optional.ofNullable(report.problem())).isPresent();
        }
    }

    private List<String> inputFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("inputs"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs.db"));
    }

    private int execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.getLong(1);
        }
    }
}
