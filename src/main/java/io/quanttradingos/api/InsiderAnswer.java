package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.briefing.SharePrice;
import io.quanttradingos.insider.ClusterBuy;
import io.quanttradingos.insider.InsiderFinding;
import io.quanttradingos.insider.InsiderLineCounts;
import io.quanttradingos.insider.InsiderSignal;
import io.quanttradingos.insider.InsiderTrades;
import io.quanttradingos.insider.TransactionCodeTotal;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code POST /insider-report} answers. */
record InsiderAnswer(
        Symbol symbol,
        LocalDate asof,
        LocalDate windowFrom,
        String report,
        String method,
        InsiderTrades market,
        double netShareChange,
        List<TransactionCodeTotal> byCode,
        List<ClusterBuy> clusterBuys,
        InsiderSignal signal,
        List<InsiderFinding> findings,
        InsiderLineCounts lines,
        @Nullable SharePrice price,
        LanguageModelUse languageModel,
        List<HeardSource> sources,
        List<String> warnings,
        Map<String, String> conventions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String runId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipt receipt) {}
