package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.allocation.AllocationDecision;
import io.quanttradingos.guardian.GuardianVerdict;
import io.quanttradingos.pipeline.ExecutionDiscipline;
import io.quanttradingos.portfolio.PortfolioReport;
import io.quanttradingos.regime.RegimeDecision;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a decision: describes what {@link DecisionJson} writes.
 *
 * @param guardianGuardrails absent where the guardian was not asked
 */
public record DecisionAnswer(
        String runId,
        LocalDate asof,
        RegimeDecision regime,
        PortfolioReport portfolio,
        double executionDisciplineScore,
        ExecutionDiscipline executionDiscipline,
        AccountState account,
        AllocationDecision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GuardianVerdict guardianGuardrails,
        List<String> warnings,
        Map<String, String> conventions,
        Receipt receipt) {}
