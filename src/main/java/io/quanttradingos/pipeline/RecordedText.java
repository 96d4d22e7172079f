package io.quanttradingos.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads back what {@link DecisionText} and {@link JudgementRecorder.JudgementText} wrote of a request. */
public interface RecordedText {
    /** What a recorded decision was asked and knew. */
    AskedDecision decision(String requestJson);

    /** What a recorded judgement of trades was asked and knew. */
    AskedJudgement judgement(String requestJson);

    /**
     * A decision's request without its inputs.
     *
     * @param names what the sender called each input, by its part in the run
     * @param request without sources
     * @param portfolioId whose recorded peak counted
     * @param known what earlier runs had left
     * @param defaultScore the discipline score where nothing else was known
     * @param imports what the sender said of exports, by input; null where nothing
     */
    record AskedDecision(
            Map<String, String> names,
            DecisionRequest request,
            String portfolioId,
            Known known,
            double defaultScore,
            @Nullable Map<String, Map<String, String>> imports) {}

    /**
     * A judgement's question without its inputs.
     *
     * @param names what the sender called each input, by its part in the run
     * @param regimeLabel the regime of every trade; null where each was judged by the regime of its own date
     * @param conventions whose rules it was judged by
     * @param previousScores of earlier judgements, oldest first
     * @param imports what the sender said of exports, by input; null where nothing
     */
    record AskedJudgement(
            Map<String, String> names,
            @Nullable String regimeLabel,
            Conventions conventions,
            List<Double> previousScores,
            @Nullable Map<String, Map<String, String>> imports) {}
}
