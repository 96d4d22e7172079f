package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quanttradingos.allocation.AllocationDecision;
import io.quanttradingos.guardian.GuardianVerdict;
import io.quanttradingos.pipeline.ExecutionDiscipline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a decision's answer that is its own: what remains when the stages kept by their digest and the receipt are
 * taken away.
 */
record DecisionResult(
        double executionDisciplineScore,
        ExecutionDiscipline executionDiscipline,
        AccountState account,
        AllocationDecision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GuardianVerdict guardianGuardrails,
        List<String> warnings,
        Map<String, String> conventions) {}
