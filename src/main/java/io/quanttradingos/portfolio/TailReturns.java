package io.quanttradingos.portfolio;

import io.quanttradingos.statistics.ConditionalValueAtRisk;
import io.quanttradingos.statistics.CornishFisher;
import io.quanttradingos.statistics.ExcessKurtosis;
import io.quanttradingos.statistics.Mean;
import io.quanttradingos.statistics.Quantile;
import io.quanttradingos.statistics.SampleDeviation;
import io.quanttradingos.statistics.Skewness;
import io.quanttradingos.statistics.ValueAtRisk;

/** The tail of a return series, its moments and order worked out once for every level. */
final class TailReturns {
    private final double[] ascending;
    private final double mean;
    private final double deviation;
    private final double skewness;
    private final double excessKurtosis;
    private final boolean valid;

    TailReturns(double[] returns) {
        this.ascending = Quantile.sorted(returns);
        this.mean = Mean.of(returns);
        this.deviation = SampleDeviation.of(returns);
        this.skewness = Skewness.of(returns);
        this.excessKurtosis = ExcessKurtosis.of(returns);
        this.valid = CornishFisher.isValid(skewness, excessKurtosis);
    }

    double skewness() {
        return skewness;
    }

    double excessKurtosis() {
        return excessKurtosis;
    }

    TailReturn valueAtRisk(double tail) {
        return new TailReturn(
                Warnings.known(ValueAtRisk.historical(ascending, tail)),
                Warnings.known(ValueAtRisk.parametric(mean, deviation, tail)),
                Warnings.known(ValueAtRisk.cornishFisher(mean, deviation, skewness, excessKurtosis, tail)),
                valid);
    }

    TailReturn conditionalValueAtRisk(double tail) {
        return new TailReturn(
                Warnings.known(ConditionalValueAtRisk.historical(ascending, tail)),
                Warnings.known(ConditionalValueAtRisk.parametric(mean, deviation, tail)),
                Warnings.known(ConditionalValueAtRisk.cornishFisher(mean, deviation, skewness, excessKurtosis, tail)),
                valid);
    }
}
