package io.quanttradingos.backtest.performance;

import io.quanttradingos.statistics.ExpectedMaximumSharpe;
import io.quanttradingos.statistics.MinimumTrackRecordLength;
import io.quanttradingos.statistics.ProbabilisticSharpeRatio;
import io.quanttradingos.statistics.SharpeStandardError;
import org.jspecify.annotations.Nullable;

/**
 * How sure a run's Sharpe ratio is. What cannot be computed is null.
 *
 * @param returns how many the ratio was estimated from
 * @param sharpePerBar not annualised, as all formulas need it
 * @param standardErrorPerBar of it
 * @param standardError of the yearly Sharpe ratio
 * @param probabilisticSharpeRatio the probability that the true ratio exceeds the hurdle
 * @param minimumTrackRecordLength the returns it takes to exceed the hurdle with confidence; null where no number would
 *     do
 * @param trials how many were made
 * @param varianceOfTrials of their ratios per bar; where it was not known, what ratios without skill vary by, 1/(n - 1);
 *     null for a single trial
 * @param expectedMaximumSharpePerBar what the best of as many trials without skill would show
 * @param deflatedSharpeRatio the probability that the true ratio exceeds hurdle and luck together
 * @param probabilityOfBacktestOverfitting of the sweep the run was chosen from; null where there was none
 */
public record HonestyStatistics(
        int returns,
        @Nullable Double sharpePerBar,
        @Nullable Double standardErrorPerBar,
        @Nullable Double standardError,
        @Nullable Double probabilisticSharpeRatio,
        @Nullable Double minimumTrackRecordLength,
        int trials,
        @Nullable Double varianceOfTrials,
        @Nullable Double expectedMaximumSharpePerBar,
        @Nullable Double deflatedSharpeRatio,
        @Nullable Double probabilityOfBacktestOverfitting) {

    /** Of what is known of a run, under rules that give the hurdle and the confidence. */
    public static HonestyStatistics of(GateEvidence evidence, GateRules rules) {
        ReturnSample sample = evidence.sample();
        double barsPerYear = evidence.barsPerYear();
        double hurdle = rules.hurdleSharpe() / Math.sqrt(barsPerYear);
        double variance = variance(evidence.trials(), sample.returns());
        double luck = ExpectedMaximumSharpe.of(evidence.trials().count(), variance);
        double error =
                SharpeStandardError.of(sample.sharpePerBar(), sample.returns(), sample.skewness(), sample.kurtosis());
        double enough = MinimumTrackRecordLength.of(
                sample.sharpePerBar(), hurdle, sample.skewness(), sample.kurtosis(), rules.confidence());
        return new HonestyStatistics(
                sample.returns(),
                Wording.known(sample.sharpePerBar()),
                Wording.known(error),
                Wording.known(error * Math.sqrt(barsPerYear)),
                Wording.known(exceeding(sample, hurdle)),
                Wording.known(enough),
                evidence.trials().count(),
                Wording.known(variance),
                Wording.known(luck),
                Wording.known(exceeding(sample, hurdle + luck)),
                evidence.probabilityOfOverfitting());
    }

    private static double variance(Trials trials, int returns) {
        boolean unknown = trials.count() > 1 && Double.isNaN(trials.variance());
        return unknown && returns > 1 ? 1.0 / (returns - 1) : trials.variance();
    }

    private static double exceeding(ReturnSample sample, double benchmark) {
        return ProbabilisticSharpeRatio.of(
                sample.sharpePerBar(), benchmark, sample.returns(), sample.skewness(), sample.kurtosis());
    }
}
