package io.quanttradingos.pipeline;

import io.quanttradingos.portfolio.PortfolioReport;

/** The regime and what the portfolio looks like. */
public record WithPortfolio(WithRegime before, Stage<PortfolioReport> portfolio) {}
