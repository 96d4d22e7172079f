package io.quanttradingos.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file with a bounded list of entries, oldest first, as the original keeps them:
 *
 * <pre>{@code
 * {"history":[
 * {"compliance_score":0.88,"violations":[],"violation_summary":{}},
 * {"compliance_score":0.91,"violations":[],"violation_summary":{},"asof":"2024-05-01T09:30:00Z","run_id":"01HX…"}
 * ]}
 * }</pre>
 *
 * <p>Other keys beside {@code history} are kept as they are. Read as a stream, so that a file the original let grow
 * without bound does not have to fit into memory. Every call is made under the {@link FolderLock}.
 */
final class HistoryFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonFactory STREAMS = JSON.getFactory();
    private static final String HISTORY = "history";
    private static final String RUN_ID = "run_id";
    private static final long NEVER = -1;

    private final Path file;
    private final int limit;
    private final InstantSource clock;
    private final Consumer<String> warnings;
    private Deque<ObjectNode> entries = new ArrayDeque<>();
    private ObjectNode others = JSON.createObjectNode();
    private @Nullable FileStamp stamp;
    private long generation = NEVER;

    HistoryFile(Path file, int limit, InstantSource clock, Consumer<String> warnings) {
        this.file = file;
        this.limit = limit;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** The entries, oldest first; only to be used under the lock and not to be changed. */
    Deque<ObjectNode> entries(FolderLock.Generation current) throws IOException {
        long seen = current.current();
        FileStamp now = FileStamp.of(file);
        if (generation != seen || !Objects.equals(stamp, now)) {
            generation = NEVER; // until it is read to its end
            load(now);
            generation = seen;
        }
        return entries;
    }

    /** Adds entries and drops the oldest past the limit; durable on return. */
    void append(List<ObjectNode> added, FolderLock.Generation current) throws IOException {
        Deque<ObjectNode> history = entries(current);
        generation = NEVER; // until the file has what memory has
        List<ObjectNode> latest = latestOfEachRun(added);
        Set<JsonNode> runs = new HashSet<>();
        latest.forEach(entry -> runs.add(entry.path(RUN_ID)));
        history.removeIf(
                entry -> runs.contains(entry.path(RUN_ID)) && entry.path(RUN_ID).isTextual());
        latest.forEach(entry -> addBounded(history, entry));
        long raised = current.raise();
        AtomicFile.write(file, this::write);
        stamp = FileStamp.of(file);
        generation = raised;
    }

    private void addBounded(Deque<ObjectNode> history, ObjectNode entry) {
        if (history.size() >= limit) {
            history.removeFirst();
        }
        history.addLast(entry);
    }

    /** Without the entries that a later one of the same run replaces. */
    private static List<ObjectNode> latestOfEachRun(List<ObjectNode> added) {
        Map<Object, ObjectNode> latest = new LinkedHashMap<>();
        for (ObjectNode entry : added) {
            JsonNode run = entry.path(RUN_ID);
            Object key = run.isTextual() ? run : new Object();
            latest.remove(key);
            latest.put(key, entry);
        }
        return new ArrayList<>(latest.values());
    }

    private void load(@Nullable FileStamp now) throws IOException {
        entries = new ArrayDeque<>();
        others = JSON.createObjectNode();
        stamp = now;
        if (now == null) {
            return;
        }
        try (JsonParser parser = STREAMS.createParser(file.toFile())) {
            read(parser);
        } catch (JsonProcessingException e) {
            entries = new ArrayDeque<>();
            others = JSON.createObjectNode();
            stamp = null;
            String name = DamagedFile.setAside(file, clock.instant(), List.of());
            warnings.accept(file.getFileName() + " is damaged (" + e.getOriginalMessage() + "): it was set aside as "
                    + name + ", and a new history begins");
        }
    }

    private void read(JsonParser parser) throws IOException {
        require(parser, parser.nextToken() == JsonToken.START_OBJECT, "an object was expected");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (key.equals(HISTORY)) {
                require(parser, value == JsonToken.START_ARRAY, "history must be a list");
                readHistory(parser);
            } else {
                others.set(key, parser.<JsonNode>readValueAsTree());
            }
        }
        require(parser, parser.currentToken() == JsonToken.END_OBJECT, "the object does not end");
        require(parser, parser.nextToken() == null, "something follows the object");
    }

    private void readHistory(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            addBounded(entries, parser.readValueAsTree());
        }
        require(parser, parser.currentToken() == JsonToken.END_ARRAY, "history must hold objects only");
    }

    private static void require(JsonParser parser, boolean holds, String otherwise) throws JsonParseException {
        if (!holds) {
            throw new JsonParseException(parser, otherwise);
        }
    }

    private void write(OutputStream out) throws IOException {
        try (JsonGenerator json = STREAMS.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setCodec(JSON);
            json.writeStartObject();
            for (var other : others.properties()) {
                json.writeFieldName(other.getKey());
                json.writeTree(other.getValue());
            }
            json.writeArrayFieldStart(HISTORY);
            for (ObjectNode entry : entries) {
                json.writeRaw('\n');
                json.writeTree(entry);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
        }
    }
}
