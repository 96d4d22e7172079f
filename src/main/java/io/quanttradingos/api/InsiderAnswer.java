package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.briefing.Price;
import io.quanttradingos.insider.ClusterBuy;
import io.quanttradingos.insider.CodeTotal;
import io.quanttradingos.insider.InsiderFinding;
import io.quanttradingos.insider.InsiderSignal;
import io.quanttradingos.insider.LineCounts;
import io.quanttradingos.insider.MarketTrades;
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
        MarketTrades market,
        double netShareChange,
        List<CodeTotal> byCode,
        List<ClusterBuy> clusterBuys,
        InsiderSignal signal,
        List<InsiderFinding> findings,
        LineCounts lines,
        @Nullable Price price,
        LanguageModelUse languageModel,
        List<HeardSource> sources,
        List<String> warnings,
        Map<String, String> conventions,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String runId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Receipt receipt) {}
