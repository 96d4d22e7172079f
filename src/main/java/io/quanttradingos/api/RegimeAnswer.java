package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanttradingos.regime.RegimeDecision;
import java.util.Map;

/** The regime agent's answer for one date: describes what {@link AgentAnswers} writes. */
public record RegimeAnswer(@JsonUnwrapped RegimeDecision regime, Map<String, String> conventions) {}
