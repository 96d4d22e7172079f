package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanttradingos.discipline.DisciplineReport;

/** A recorded judgement of trades: describes what {@link DecisionJson} writes for one. */
public record JudgementAnswer(String runId, @JsonUnwrapped DisciplineReport report, Receipt receipt) {}
