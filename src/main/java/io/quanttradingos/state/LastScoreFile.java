package io.quanttradingos.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one-entry file {@code discipline_last_score.json}:
 *
 * <pre>{@code {"compliance_score":0.88,"asof":"2024-05-01T09:30:00Z","run_id":"01HX…"}}</pre>
 *
 * <p>Read for every decision, so its content is remembered while its {@link FileStamp} proves it unchanged.
 */
final class LastScoreFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final long MOST_BYTES = 1 << 16;

    /** What was read, and what the file looked like then. */
    private record Seen(@Nullable FileStamp stamp, boolean proven, Optional<LastScore> score) {}

    /** The file holds something else than a score. */
    static final class Damaged extends IOException {
        Damaged(String why) {
            super(why);
        }
    }

    private final Path file;
    private final InstantSource clock;
    private volatile @Nullable Seen seen;

    LastScoreFile(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    Optional<LastScore> read() throws IOException {
        FileStamp now = FileStamp.of(file);
        Seen known = seen;
        if (known != null && known.proven && Objects.equals(known.stamp, now)) {
            return known.score;
        }
        Optional<LastScore> score = now == null ? Optional.empty() : readFile(now);
        // An absent file needs no proof: the next look finds it there or not.
        seen = new Seen(now, now == null || now.provesAt(clock.instant()), score);
        return score;
    }

    void write(LastScore score) throws IOException {
        ObjectNode content = JSON.createObjectNode();
        content.put("compliance_score", score.complianceScore());
        content.put("asof", score.asOf() == null ? null : score.asOf().toString());
        if (score.runId() != null) {
            content.put("run_id", score.runId());
        }
        AtomicFile.write(file, JSON.writeValueAsBytes(content));
    }

    private Optional<LastScore> readFile(FileStamp now) throws IOException {
        if (now.size() > MOST_BYTES) {
            throw new Damaged("it has " + now.size() + " bytes");
        }
        try {
            return Optional.of(scoreIn(JSON.readTree(Files.readAllBytes(file))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new Damaged(e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static LastScore scoreIn(JsonNode content) {
        JsonNode score = content.path("compliance_score");
        if (!score.isNumber()) {
            throw new IllegalArgumentException("compliance_score is missing or no number");
        }
        JsonNode runId = content.path("run_id");
        return new LastScore(
                score.doubleValue(),
                instant(content.path("asof").asText("")),
                runId.isTextual() ? runId.textValue() : null);
    }

    /** The original appends Z to whatever its clock gives, so a text may carry an offset and a Z. */
    private static @Nullable Instant instant(String text) {
        String usual = text.endsWith("+00:00Z") ? text.substring(0, text.length() - 7) + "Z" : text;
        try {
            return Instant.parse(usual);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
