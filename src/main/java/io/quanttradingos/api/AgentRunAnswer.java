package io.quanttradingos.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A recorded run that is no decision: describes what {@link RunAnswers} writes for one.
 *
 * @param answer what was answered then
 */
public record AgentRunAnswer(
        String runId, String kind, String status, @Nullable LocalDate asof, JsonNode answer, Receipt receipt) {}
