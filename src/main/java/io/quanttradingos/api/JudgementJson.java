package io.quanttradingos.api;

import io.quanttradingos.pipeline.Judged;
import io.quanttradingos.pipeline.JudgementRecorder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A judgement of trades as JSON. */
public final class JudgementJson implements JudgementRecorder.JudgementText {
    @Override
    public String request(Judged judged) {
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("trades", judged.trades().name());
        request.put("plan", judged.plan().name());
        request.put("prices", judged.prices() == null ? null : judged.prices().name());
        request.put("regime_label", judged.question().regimeLabel());
        request.put("conventions", judged.question().conventions());
        request.put("previous_scores", judged.previousScores());
        return new String(Json.bytes(request), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] answer(Judged judged) {
        return Json.bytes(judged.report());
    }
}
