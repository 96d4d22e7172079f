package io.quanttradingos.backtest.performance;

import org.jspecify.annotations.Nullable;

/** The sentences of the gate. */
final class GateWords {
    private static final String UNKNOWN_SHARPE =
            "the Sharpe ratio cannot be computed: the returns are too few or equal";

    private final GateEvidence evidence;
    private final GateRules rules;
    private final HonestyStatistics honesty;

    GateWords(GateEvidence evidence, GateRules rules, HonestyStatistics honesty) {
        this.evidence = evidence;
        this.rules = rules;
        this.honesty = honesty;
    }

    String exposure(boolean passed) {
        if (evidence.exposedBars() == 0) {
            return "the run was never in the market";
        }
        return "the run was in the market for " + Wording.count(evidence.exposedBars(), "bar")
                + (passed ? ", at least the " : ", fewer than the ") + rules.minimumExposedBars() + " needed";
    }

    String profit(boolean passed) {
        return "the total return of " + Wording.beside(0, evidence.totalReturnPct()) + " % is "
                + (passed ? "above 0" : "not above 0");
    }

    String hurdle(boolean passed) {
        Double probability = honesty.probabilisticSharpeRatio();
        if (probability == null) {
            return UNKNOWN_SHARPE;
        }
        return "a yearly Sharpe ratio of " + yearly(honesty.sharpePerBar()) + " exceeds "
                + Wording.number(rules.hurdleSharpe()) + " with probability " + Wording.beside(0.5, probability)
                + (passed ? ", at least 0.5" : ", below 0.5");
    }

    String twiceTheCosts(boolean passed) {
        Double made = evidence.returnPctAtTwiceCosts();
        if (made == null) {
            return "the return at twice the costs is not known";
        }
        return "at twice the costs the total return is " + Wording.beside(0, made) + " %, "
                + (passed ? "above 0" : "not above 0");
    }

    String overfitting(double probability, boolean passed) {
        return "the probability of backtest overfitting is " + Wording.beside(rules.overfittingLimit(), probability)
                + (passed ? ", below " : ", not below ") + Wording.number(rules.overfittingLimit());
    }

    String trackRecord(boolean passed) {
        if (honesty.probabilisticSharpeRatio() == null) {
            return UNKNOWN_SHARPE;
        }
        String hurdle = Wording.number(rules.hurdleSharpe());
        String sure = " with " + Wording.number(rules.confidence());
        Double needed = honesty.minimumTrackRecordLength();
        if (needed == null) {
            return "no track record would be long enough: the Sharpe ratio is not above " + hurdle;
        }
        return "there are " + Wording.count(honesty.returns(), "return")
                + (passed ? ", at least the " : ", fewer than the ") + (long) Math.ceil(needed)
                + " it takes to exceed a yearly Sharpe ratio of " + hurdle + sure;
    }

    String luck(boolean passed) {
        Double probability = honesty.deflatedSharpeRatio();
        if (probability == null) {
            return UNKNOWN_SHARPE;
        }
        double limit = rules.confidence();
        return benchmark() + " is exceeded with probability " + Wording.beside(limit, probability)
                + (passed ? ", at least " : ", below ") + Wording.number(limit);
    }

    private String benchmark() {
        String hurdle = Wording.number(rules.hurdleSharpe());
        return honesty.trials() == 1
                ? "as the only trial, a yearly Sharpe ratio of " + hurdle
                : "the best of " + honesty.trials() + " trials without skill would show a yearly Sharpe ratio of "
                        + yearly(honesty.expectedMaximumSharpePerBar())
                        + (rules.hurdleSharpe() > 0 ? "; with the hurdle of " + hurdle + " that" : ", which");
    }

    private String yearly(@Nullable Double perBar) {
        return perBar == null ? "unknown" : Wording.number(perBar * Math.sqrt(evidence.barsPerYear()));
    }
}
