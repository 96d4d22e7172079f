package io.quanttradingos.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.pipeline.DecisionRequest;
import io.quanttradingos.pipeline.Door;
import io.quanttradingos.pipeline.RecordedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link DecisionJson} and {@link JudgementJson} recorded of a request. */
public final class RecordedRequests implements RecordedText {
    @Override
    public AskedDecision decision(String requestJson) {
        DecisionRecord asked = read(requestJson, DecisionRecord.class);
        DecisionRequest request = new DecisionRequest(
                null,
                null,
                asked.asOfAsked(),
                asked.peakEquity(),
                asked.executionScore(),
                null,
                null,
                asked.guardian(),
                asked.portfolioId(),
                asked.dateFormat(),
                asked.conventionsAsked(),
                Door.REPLAY,
                null,
                asked.warnings());
        return new AskedDecision(
                asked.names(), request, asked.portfolioId(), asked.known(), asked.defaultScore(), asked.imports());
    }

    /** As {@link JudgementJson#request} writes it. */
    private record JudgementRecord(
            String trades,
            String plan,
            @Nullable String prices,
            @Nullable String regimeLabel,
            String conventions,
            List<Double> previousScores,
            @Nullable Map<String, Map<String, String>> imports) {}

    @Override
    public AskedJudgement judgement(String requestJson) {
        JudgementRecord asked = read(requestJson, JudgementRecord.class);
        Map<String, String> names = new HashMap<>();
        names.put("trades", asked.trades());
        names.put("plan", asked.plan());
        if (asked.prices() != null) {
            names.put("prices", asked.prices());
        }
        return new AskedJudgement(
                names,
                asked.regimeLabel(),
                Conventions.of(asked.conventions()),
                asked.previousScores(),
                asked.imports());
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw Refusal.notUsable("the recorded request cannot be read: " + e.getOriginalMessage());
        }
    }
}
