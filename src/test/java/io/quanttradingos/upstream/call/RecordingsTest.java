package io.quanttradingos.upstream.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was answered is recorded without its key, and played again without the service. */
class RecordingsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Desk desk(CallSettings.Mode mode) {
        return new Desk(Desk.withMode(Desk.settings(), mode), folder);
    }

    private void record(Call call, String answer) {
        Desk desk = desk(CallSettings.Mode.RECORD);
        desk.script.answers(json(answer));
        assertThat(desk.ask(call)).isPresent();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Served replayed(Call call) {
        Desk desk = desk(CallSettings.Mode.REPLAY);
        Served served = desk.ask(call).orElseThrow();
        assertThat(desk.script.times()).isZero();
        return served;
    }

    private static Call post(UpstreamService service, LocalDate day, String body) {
        return new Call(service, "subject", day, "POST", "/chat", body, Desk.KEY);
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_is_recorded_is_played_as_it_was_without_asking_anyone() {
        String answer = "[{\"headline\":\"Grüße\",\"n\":0.1,\"big\":12345678901234567890,\"none\":null}]";
        record(Desk.NEWS, answer);

        assertThat(replayed(Desk.NEWS)).isEqualTo(new Served(json(answer), Desk.DAY, Desk.NOW, Served.Origin.REPLAYED));
    }

    @Test
    void a_recording_is_read_by_people_too() throws IOException {
        record(Desk.NEWS, "[1]");

        Path file = files().get(0);
        assertThat(folder.relativize(file).toString().replace('\\', '/'))
                .matches("finnhub/company-news-aapl-[0-9a-f]{16}/2026-01-02-[0-9a-f]{64}\\.json");
        assertThat(json(Files.readString(file)))
                .isEqualTo(json("{\"service\":\"finnhub\",\"subject\":\"company-news AAPL\",\"day\":\"2026-01-02\","
                        + "\"method\":\"GET\",\"path\":\"/company-news?symbol=AAPL\",\"body\":null,\"status\":200,"
                        + "\"at\":\"2026-01-02T09:30:00Z\",\"answer\":[1]}"));
    }

    @Test
    void that_a_service_does_not_know_something_is_recorded_too() {
        Desk recording = desk(CallSettings.Mode.RECORD);
        recording.script.answers(404, null);
        recording.ask(Desk.NEWS);

        assertThat(desk(CallSettings.Mode.REPLAY).ask(Desk.NEWS)).isEmpty();
    }

    @Test
    void failures_and_live_answers_are_not_recorded() {
        Desk recording = desk(CallSettings.Mode.RECORD);
        recording.script.answers(500, null);
        recording.refused(Desk.NEWS);
        Desk live = desk(CallSettings.Mode.LIVE);
        live.script.answers(1);
        live.ask(Desk.NEWS);

        assertThat(files()).isEmpty();
    }

    @Test
    void what_is_not_recorded_is_refused_naming_it() {
        record(Desk.NEWS, "[1]");
        Desk desk = desk(CallSettings.Mode.REPLAY);

        Refusal refusal =
                desk.refused(Call.get(UpstreamService.FINNHUB, "company-news MSFT", Desk.DAY, "/x", Desk.KEY));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UPSTREAM_FAILED);
        assertThat(refusal.detail())
                .isEqualTo("Finnhub is not asked but played from recordings, and there is no recording of"
                        + " company-news MSFT for 2026-01-02");
        assertThat(desk.script.times()).isZero();
    }

    @Test
    void the_very_question_wins_and_else_the_newest_day() {
        Call older = Call.get(UpstreamService.FINNHUB, "subject", Desk.DAY.minusDays(2), "/a", null);
        Call newer = Call.get(UpstreamService.FINNHUB, "subject", Desk.DAY.minusDays(1), "/b", null);
        record(older, "\"older\"");
        record(newer, "\"newer\"");

        assertThat(replayed(older).body().asText()).isEqualTo("older");
        Served served = replayed(Call.get(UpstreamService.FINNHUB, "subject", Desk.DAY, "/a", null));
        assertThat(served.body().asText()).isEqualTo("newer");
        assertThat(served.day()).isEqualTo(Desk.DAY.minusDays(1));
    }

    @Test
    void the_language_model_answers_the_very_question_also_of_another_day_and_no_other() {
        record(post(UpstreamService.LANGUAGE_MODEL, Desk.DAY.minusDays(3), "{\"a\":1}"), "\"first\"");
        record(post(UpstreamService.LANGUAGE_MODEL, Desk.DAY.minusDays(2), "{\"a\":1}"), "\"again\"");
        record(post(UpstreamService.LANGUAGE_MODEL, Desk.DAY.minusDays(1), "{\"a\":2}"), "\"other\"");

        assertThat(replayed(post(UpstreamService.LANGUAGE_MODEL, Desk.DAY, "{\"a\":1}"))
                        .body()
                        .asText())
                .isEqualTo("again");
        assertThatThrownBy(() -> replayed(post(UpstreamService.LANGUAGE_MODEL, Desk.DAY, "{\"a\":3}")))
                .hasMessageContaining("there is no recording of subject");
    }

    @Test
    void a_question_asked_again_replaces_its_recording_and_leaves_nothing_else_behind() {
        record(Desk.NEWS, "1");
        record(Desk.NEWS, "2");

        assertThat(files()).hasSize(1);
        assertThat(replayed(Desk.NEWS).body().asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "a/b\\c:d", "", "CON", ".", "..", "A", "a", "ü", "市場", "x\u0000y", "~", "a*?"
            })
    void any_subject_has_a_safe_place_of_its_own(String subject) throws IOException {
        Call call = Call.get(UpstreamService.FINNHUB, subject, Desk.DAY, "/x", null);
        record(Call.get(UpstreamService.FINNHUB, subject + "'", Desk.DAY, "/x", null), "\"another's\"");
        record(call, "\"mine\"");
        record(Call.get(UpstreamService.FINNHUB, subject + "#".repeat(500), Desk.DAY, "/x", null), "\"long\"");

        assertThat(replayed(call).body().asText()).isEqualTo("mine");
        assertThat(files()).hasSize(3).allSatisfy(file -> {
            assertThat(file.toRealPath()).startsWith(folder.toRealPath());
            assertThat(folder.relativize(file).toString()).matches("[a-z0-9/\\\\.-]+");
            assertThat(folder.relativize(file).getNameCount()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"service\":\"finnhub\"}",
                "{\"service\":\"finnhub\",\"subject\":\"company-news AAPL\",\"day\":\"yesterday\",\"method\":\"GET\",\"path\":\"/\",\"body\":null,\"status\":200,\"at\":\"2026-01-02T09:30:00Z\",\"answer\":1}",
                "{\"service\":\"yahoo\",\"subject\":\"company-news AAPL\",\"day\":\"2026-01-02\",\"method\":\"GET\",\"path\":\"/\",\"body\":null,\"status\":200,\"at\":\"2026-01-02T09:30:00Z\",\"answer\":1}",
                "{\"service\":\"finnhub\",\"subject\":\"company-news AAPL\",\"day\":\"2026-01-02\",\"method\":\"GET\",\"path\":\"/\",\"body\":null,\"status\":500,\"at\":\"2026-01-02T09:30:00Z\",\"answer\":1}"
            })
    void a_damaged_recording_is_refused_by_its_name_only(String content) throws IOException {
        record(Desk.NEWS, "1");
        Path file = files().get(0);
        Files.writeString(file, content);

        Refusal refusal = desk(CallSettings.Mode.REPLAY).refused(Desk.NEWS);

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_USABLE);
        assertThat(refusal.detail())
                .isEqualTo("the recording " + file.getFileName() + " is damaged; remove it, or record it again");
    }

    @Test
    void a_recording_beyond_the_bound_is_refused() throws IOException {
        record(Desk.NEWS, "1");
        try (OutputStream out = Files.newOutputStream(files().get(0))) {
            for (int i = 0; i < 33; i++) {
                out.write(" ".repeat(1024 * 1024).getBytes(UTF_8));
            }
        }

        assertThat(desk(CallSettings.Mode.REPLAY).refused(Desk.NEWS).detail()).contains("is damaged");
    }

    @Test
    void files_of_another_name_are_nobodys() throws IOException {
        record(Desk.NEWS, "1");
        Path folderOfSubject = folder.resolve(RecordingName.folder(UpstreamService.FINNHUB, Desk.NEWS.subject()));
        Files.writeString(folderOfSubject.resolve("notes.json"), "?");
        Files.writeString(folderOfSubject.resolve(".qtos-1.tmp"), "?");
        Files.writeString(folderOfSubject.resolve("2026-13-45-" + "0".repeat(64) + ".json"), "?");

        assertThat(replayed(Call.get(UpstreamService.FINNHUB, Desk.NEWS.subject(), Desk.DAY, "/else", null))
                        .body()
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_folder_that_cannot_be_written_costs_the_recording_and_not_the_answer() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Desk desk = new Desk(Desk.withMode(Desk.settings(), CallSettings.Mode.RECORD), file);
        desk.script.answers(1);

        assertThat(desk.ask(Desk.NEWS)).isPresent();
    }

    @Test
    void no_recording_ever_holds_a_key() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            String secret = secret(random);
            AccessKey key = AccessKey.of(secret);
            String quoted = JSON.writeValueAsString(secret);
            String answer = "{\"echo\":" + quoted + ",\"in\":[{\"deep\":" + JSON.writeValueAsString("<" + secret + ">")
                    + "}]," + quoted + ":1,\"kept\":\"all the rest\"}";
            Call call = new Call(
                    UpstreamService.FINNHUB,
                    "subject " + i,
                    Desk.DAY,
                    "POST",
                    "/x?token=" + secret,
                    "{\"k\":" + secret + "}",
                    key);
            record(call, answer);
            String text = Files.readString(folder.resolve(RecordingName.folder(UpstreamService.FINNHUB, call.subject()))
                    .resolve(new RecordingName(Desk.DAY, CallName.of(call).question()).file()));
            JsonNode recorded = json(text);
            assertThat(text).contains("***", "all the rest");
            assertThat(recorded.path("path").asText()).isEqualTo("/x?token=***");
            assertThat(recorded.toString()).doesNotContain(secret);
            assertThat(text).doesNotContain(secret, quoted.substring(1, quoted.length() - 1));
        }
    }

    /** Of visible ASCII, also of those characters that JSON writes otherwise. */
    private static String secret(Random random) {
        StringBuilder secret = new StringBuilder("sk-");
        for (int i = 0; i < 20; i++) {
            secret.append((char) (33 + random.nextInt(94)));
        }
        return secret.toString();
    }

    @Test
    void a_key_of_digits_is_cut_out_of_numbers() throws IOException {
        Call call = Call.get(UpstreamService.FINNHUB, "subject", Desk.DAY, "/x", AccessKey.of("4711471147"));
        record(call, "{\"id\":4711471147}");

        assertThat(Files.readString(files().get(0))).doesNotContain("4711471147");
    }
}
