package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.journal.JournalFinding;
import io.quanttradingos.journal.JournalMetrics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code POST /trade-journal} answers. */
record JournalAnswer(
        JournalMetrics metrics,
        List<JournalFinding> findings,
        @Nullable String coachingReport,
        LanguageModelUse languageModel,
        List<String> warnings,
        Map<String, String> conventions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String runId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipt receipt) {}
