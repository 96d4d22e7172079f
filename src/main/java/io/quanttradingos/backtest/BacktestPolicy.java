package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Costs;
import io.quanttradingos.backtest.performance.GateRules;

/**
 * What a backtest assumes where a request does not say, and what its result is judged by.
 *
 * @param costs of every fill
 * @param gate what it takes to pass
 * @param riskFree a year's riskless return, as a fraction
 */
public record BacktestPolicy(Costs costs, GateRules gate, double riskFree) {
    public BacktestPolicy {
        if (!(riskFree > -1 && riskFree < 1)) {
            throw new IllegalArgumentException("risk_free must be a fraction in (-1, 1), was " + riskFree);
        }
    }

    /** A liquid instrument at a broker without commission: one basis point of half spread and one of slippage. */
    public static BacktestPolicy defaults() {
        return new BacktestPolicy(new Costs(0, 0, 0, 0, 1, 1, 0), GateRules.defaults(), 0);
    }
}
