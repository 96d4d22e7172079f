package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanttradingos.discipline.DisciplineReport;

/** The discipline agent's answer: describes what {@link JudgementJson} writes. */
public record DisciplineAnswer(@JsonUnwrapped DisciplineReport report) {}
