package io.quanttradingos.api;

import io.quanttradingos.discipline.DisciplineReport;
import io.quanttradingos.inputs.ImportFields;
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
        Map<String, Map<String, String>> imports =
                ImportFields.ofParts(judged.question().sources());
        if (imports != null) {
            request.put("imports", imports);
        }
        return new String(Json.bytes(request), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] answer(Judged judged) {
        DisciplineReport report = judged.report();
        return Json.bytes("seed".equals(report.conventions().get("convention")) ? original(report) : report);
    }

    /** The original's keys in its order, and no others. */
    private static Map<String, @Nullable Object> original(DisciplineReport report) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("compliance_score", report.complianceScore());
        answer.put("violations", report.violations());
        answer.put("regime_mismatch_rate", report.regimeMismatchRate());
        answer.put("violation_summary", report.violationSummary());
        answer.put("compliance_trend", report.complianceTrend());
        return answer;
    }
}
