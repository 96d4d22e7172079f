package io.quanttradingos.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.pipeline.Recorder;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.state.StageDigest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the latest decisions of the store as a series; equal regimes are read once. */
final class RunHistory {
    private static final String REGIME = "regime";

    private final RunStore store;
    private final Map<String, JsonNode> regimes = new HashMap<>();

    RunHistory(RunStore store) {
        this.store = store;
    }

    RunSeries latest(int limit) {
        List<RunSeries.Point> points = new ArrayList<>();
        for (RunRecord run : store.page(limit, Long.MAX_VALUE, Recorder.DECISION)) {
            points.add(RunSeries.Point.of(run, parsed(run.facts().resultJson().getBytes(UTF_8)), regimeOf(run)));
        }
        Collections.reverse(points);
        return new RunSeries(points.size(), points);
    }

    private JsonNode regimeOf(RunRecord run) {
        return run.facts().stages().stream()
                .filter(stage -> stage.stage().equals(REGIME))
                .findFirst()
                .map(StageDigest::sha256)
                .map(digest -> regimes.computeIfAbsent(digest, this::content))
                .orElseGet(Json.mapper()::missingNode);
    }

    private JsonNode content(String digest) {
        return store.content(digest).map(RunHistory::parsed).orElseGet(Json.mapper()::missingNode);
    }

    private static JsonNode parsed(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a recorded decision is no JSON", e);
        }
    }
}
