package io.quanttradingos.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanttradingos.portfolio.PortfolioReport;
import java.util.Map;

/** The portfolio agent's answer: describes what {@link AgentAnswers} writes. */
public record PortfolioAnswer(@JsonUnwrapped PortfolioReport portfolio, Map<String, String> conventions) {}
