package io.quanttradingos.backtest.performance;

/**
 * What came of a {@link NoiseSearch}.
 *
 * @param repetitions how many searches there were
 * @param passedGate share of searches whose best the gate lets through
 * @param failedGate share whose best it fails; the rest is insufficient evidence
 * @param passedSharpe share whose best has a yearly Sharpe ratio above 0.5
 * @param passedUndeflated share whose best is above the hurdle with the gate's confidence, as if it were the only trial
 * @param meanBestSharpe the yearly Sharpe ratio of the best, on average
 */
public record NoiseOutcome(
        int repetitions,
        double passedGate,
        double failedGate,
        double passedSharpe,
        double passedUndeflated,
        double meanBestSharpe) {}
