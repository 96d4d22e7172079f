package io.quanttradingos.regime;

/**
 * The numbers behind a regime, by component.
 *
 * @param benchmark the equity benchmark that was used
 * @param rows its closes up to the date
 */
public record RegimeSignals(
        String benchmark,
        int rows,
        TrendSignal trend,
        VolatilitySignal volatility,
        BreadthSignal breadth,
        RiskSignal risk) {}
