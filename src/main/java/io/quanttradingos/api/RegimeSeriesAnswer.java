package io.quanttradingos.api;

import io.quanttradingos.regime.RegimeRow;
import java.util.List;

/** The regime agent's answer for every date: describes what {@link AgentAnswers} writes. */
public record RegimeSeriesAnswer(List<RegimeRow> series) {}
