package io.quanttradingos.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFilesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2024-05-01T09:30:00Z");
    private static final StateSettings SMALL = new StateSettings(5, 3_600_000, 64, 8, 1_000, 1, 16_384);

    @TempDir
    Path folder;

    private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

    private StateFiles open() throws IOException {
        return open(SMALL);
    }

    private StateFiles open(StateSettings settings) throws IOException {
        return StateFiles.open(folder, settings, InstantSource.fixed(NOW), warnings::add);
    }

    private JsonNode read(String name) throws IOException {
        return JSON.readTree(folder.resolve(name).toFile());
    }

    private static DisciplineEntry discipline(String runId, double score) {
        ObjectNode summary = JSON.createObjectNode().put("Early Exit", 1);
        ArrayNode violations = JSON.createArrayNode();
        violations
                .addObject()
                .put("trade_index", 0)
                .put("violation_type", "Early Exit")
                .put("detail", "…");
        return new DisciplineEntry(runId, NOW, score, violations, summary);
    }

    private static RegimeEntry regime(String runId) {
        return new RegimeEntry(runId, NOW, Drafts.DAY, "Risk-On / Low/Normal Vol", 0.7);
    }

    @Test
    void a_discipline_run_leaves_what_the_original_reads() throws IOException {
        try (StateFiles files = open()) {
            assertThat(files.lastScore()).isEmpty();
            files.recordDiscipline(discipline("r1", 0.75));
            assertThat(read("discipline_memory.json"))
                    .isEqualTo(
                            JSON.readTree("{\"history\":[{\"compliance_score\":0.75,\"violations\":[{\"trade_index\":0,"
                                    + "\"violation_type\":\"Early Exit\",\"detail\":\"…\"}],\"violation_summary\":{\"Early Exit\":1},"
                                    + "\"asof\":\"2024-05-01T09:30:00Z\",\"run_id\":\"r1\"}]}"));
            assertThat(read("discipline_last_score.json"))
                    .isEqualTo(JSON.readTree(
                            "{\"compliance_score\":0.75,\"asof\":\"2024-05-01T09:30:00Z\",\"run_id\":\"r1\"}"));
            assertThat(files.lastScore()).contains(new LastScore(0.75, NOW, "r1"));
        }
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_the_original_left_is_read_and_continued() throws IOException {
        Files.writeString(folder.resolve("discipline_memory.json"), """
                {
                  "note": {"kept": true},
                  "history": [
                    {"compliance_score": 0.5, "violations": [], "violation_summary": {}},
                    {"compliance_score": 0.6, "violations": 3, "violation_summary": {}}
                  ]
                }""");
        Files.writeString(
                folder.resolve("discipline_last_score.json"),
                "{\"compliance_score\": 0.6, \"asof\": \"2024-04-30T08:00:00.123456Z\"}");
        try (StateFiles files = open()) {
            assertThat(files.recentScores(5)).containsExactly(0.5, 0.6);
            assertThat(files.lastScore())
                    .contains(new LastScore(0.6, Instant.parse("2024-04-30T08:00:00.123456Z"), null));
            files.recordDiscipline(discipline("r1", 0.7));
            assertThat(files.recentScores(2)).containsExactly(0.6, 0.7);
        }
        assertThat(read("discipline_memory.json").path("history")).hasSize(3);
        assertThat(read("discipline_memory.json").path("note").path("kept").asBoolean())
                .isTrue();
    }

    @Test
    void an_offset_before_the_z_of_the_original_is_understood() throws IOException {
        Files.writeString(
                folder.resolve("discipline_last_score.json"),
                "{\"compliance_score\": 1, \"asof\": \"2024-04-30T08:00:00+00:00Z\"}");
        try (StateFiles files = open()) {
            assertThat(files.lastScore()).contains(new LastScore(1, Instant.parse("2024-04-30T08:00:00Z"), null));
        }
    }

    @Test
    void histories_are_bounded_and_a_run_stands_in_them_once() throws IOException {
        try (StateFiles files = open()) {
            for (int i = 0; i < 7; i++) {
                files.recordDiscipline(discipline("r" + i, i / 10.0));
                files.rememberRegime(regime("r" + i));
            }
            files.recordDiscipline(discipline("r6", 0.9));
            assertThat(files.recentScores(99)).containsExactly(0.2, 0.3, 0.4, 0.5, 0.9);
        }
        assertThat(read("regime_memory.json").path("history").findValuesAsText("run_id"))
                .containsExactly("r2", "r3", "r4", "r5", "r6");
    }

    @Test
    void a_long_list_of_violations_is_cut_and_its_length_told() throws IOException {
        ArrayNode many = JSON.createArrayNode();
        for (int i = 0; i < 2_000; i++) {
            many.addObject().put("trade_index", i);
        }
        try (StateFiles files = open()) {
            files.recordDiscipline(new DisciplineEntry("r1", NOW, 0, many, JSON.createObjectNode()));
        }
        JsonNode entry = read("discipline_memory.json").path("history").path(0);
        assertThat(entry.path("violations")).hasSize(100);
        assertThat(entry.path("violations_total").asInt()).isEqualTo(2_000);
    }

    @Test
    void regimes_gather_in_memory_and_are_written_on_flush_and_on_close() throws IOException {
        StateFiles files = open();
        files.rememberRegime(regime("r1"));
        assertThat(folder.resolve("regime_memory.json")).doesNotExist();
        files.flush();
        assertThat(read("regime_memory.json"))
                .isEqualTo(
                        JSON.readTree("{\"history\":[{\"asof\":\"2024-04-30\",\"label\":\"Risk-On / Low/Normal Vol\","
                                + "\"confidence\":0.7,\"recorded_at\":\"2024-05-01T09:30:00Z\",\"run_id\":\"r1\"}]}"));
        files.rememberRegime(regime("r2"));
        files.close();
        assertThat(read("regime_memory.json").path("history")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"history\":[{\"compliance_score\":0.",
                "[]",
                "{\"history\":7}",
                "{\"history\":[1]}",
                "{} x",
                "\0\0\0"
            })
    void a_damaged_history_is_set_aside_and_a_new_one_begins(String damage) throws IOException {
        Files.writeString(folder.resolve("discipline_memory.json"), damage);
        try (StateFiles files = open()) {
            assertThat(files.recentScores(5)).isEmpty();
            files.recordDiscipline(discipline("r1", 0.5));
        }
        assertThat(folder.resolve("discipline_memory.json.corrupt-20240501T093000Z"))
                .hasContent(damage);
        assertThat(read("discipline_memory.json").path("history")).hasSize(1);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("discipline_memory.json is damaged (")
                .contains("set aside as discipline_memory.json.corrupt-20240501T093000Z");
    }

    @Test
    void an_empty_object_is_an_empty_history() throws IOException {
        Files.writeString(folder.resolve("discipline_memory.json"), "{}");
        try (StateFiles files = open()) {
            assertThat(files.recentScores(5)).isEmpty();
        }
        assertThat(warnings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"compliance_score\":\"0.5\"}",
                "{\"compliance_score\":1.01}",
                "{\"compliance_score\":NaN}",
                "{\"compliance_score\":0.5} {}"
            })
    void a_damaged_last_score_is_set_aside_and_counts_as_none(String damage) throws IOException {
        Files.writeString(folder.resolve("discipline_last_score.json"), damage);
        try (StateFiles files = open()) {
            assertThat(files.lastScore()).isEmpty();
            assertThat(files.lastScore()).isEmpty();
        }
        assertThat(folder.resolve("discipline_last_score.json.corrupt-20240501T093000Z"))
                .hasContent(damage);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void a_score_rewritten_with_the_same_size_and_time_is_seen_at_once() throws IOException {
        Path file = folder.resolve("discipline_last_score.json");
        FileTime tick = FileTime.from(NOW);
        try (StateFiles files = open()) {
            for (String score : List.of("0.1", "0.2", "0.3")) {
                Files.writeString(file, "{\"compliance_score\":" + score + "}");
                Files.setLastModifiedTime(file, tick);
                assertThat(files.lastScore().orElseThrow().complianceScore()).isEqualTo(Double.parseDouble(score));
            }
        }
    }

    @Test
    void another_writer_of_the_folder_is_seen_at_once() throws IOException {
        try (StateFiles service = open();
                StateFiles commandLine = open()) {
            for (int i = 0; i < 4; i++) {
                service.recordDiscipline(discipline("s" + i, 0.1));
                assertThat(commandLine.lastScore().orElseThrow().runId()).isEqualTo("s" + i);
                commandLine.recordDiscipline(discipline("c" + i, 0.2));
                assertThat(service.recentScores(2)).containsExactly(0.1, 0.2);
                assertThat(service.lastScore().orElseThrow().runId()).isEqualTo("c" + i);
            }
        }
    }

    @Test
    void runs_recorded_at_the_same_time_all_stay() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        StateSettings roomy = StateSettings.defaults();
        try (StateFiles one = open(roomy);
                StateFiles two = open(roomy)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                StateFiles files = i % 2 == 0 ? one : two;
                DisciplineEntry entry = discipline("r" + i, 0.5);
                all.add(threads.submit(() -> files.recordDiscipline(entry)));
            }
            for (Future<?> recorded : all) {
                recorded.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(read("discipline_memory.json").path("history").findValuesAsText("run_id"))
                .hasSize(200)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_file_that_cannot_be_written_fails_the_run_and_the_next_one_works() throws IOException {
        Path blocked = Files.createDirectories(folder.resolve("discipline_memory.json/in the way"));
        try (StateFiles files = open()) {
            assertThatThrownBy(() -> files.recordDiscipline(discipline("r1", 0.5)))
                    .isInstanceOf(java.io.UncheckedIOException.class);
            Files.delete(blocked);
            Files.delete(blocked.getParent());
            files.recordDiscipline(discipline("r2", 0.6));
            assertThat(files.recentScores(5)).containsExactly(0.6);
        }
    }

    @Test
    void a_score_outside_zero_to_one_is_refused() {
        assertThatThrownBy(() -> discipline("r", Double.NaN)).hasMessage("compliance_score must be in [0, 1], was NaN");
        assertThatThrownBy(() -> new LastScore(1.5, null, null)).hasMessageEndingWith("was 1.5");
        assertThatThrownBy(() -> new RegimeEntry("r", NOW, Drafts.DAY, "x", -1)).hasMessageEndingWith("was -1.0");
        assertThatThrownBy(() -> new StateSettings(0, 1, 1, 1, 1, 1, 1))
                .hasMessage("history_limit must be at least 1, was 0");
    }
}
