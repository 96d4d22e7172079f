package io.quanttradingos.pipeline;

import io.quanttradingos.regime.RegimeDecision;

/** The gathered inputs and the market's regime. */
public record WithRegime(Gathered gathered, Stage<RegimeDecision> regime) {}
