package io.quanttradingos.regime;

import java.util.ArrayList;
import java.util.List;

/** Says where a row rests on less than the definition asks for. */
final class Warnings {
    private final RegimeSignals signals;
    private final RegimePolicy policy;
    private final List<String> sentences = new ArrayList<>();

    Warnings(RegimeSignals signals, RegimePolicy policy) {
        this.signals = signals;
        this.policy = policy;
    }

    List<String> sentences() {
        benchmark();
        trend();
        volatility();
        breadth();
        risk();
        return sentences;
    }

    private void benchmark() {
        if (!signals.benchmark().equals(policy.equityBenchmark())) {
            sentences.add("The prices have no " + policy.equityBenchmark() + "; " + signals.benchmark()
                    + ", the first column that is neither bond nor cash, stands in for it.");
        }
    }

    private void trend() {
        if (signals.trend().shortWindows()) {
            sentences.add("Only " + signals.rows() + " closes: the trend is measured with "
                    + signals.trend().fastWindow() + "- and "
                    + signals.trend().slowWindow() + "-day averages, the long ones need "
                    + policy.trend().rowsForLongWindows() + ".");
        }
    }

    private void volatility() {
        if (signals.volatility().sigma20() == null) {
            sentences.add("The volatility could not be computed; without an earlier state it counts as high.");
        } else if (signals.volatility().rank() == null) {
            sentences.add("Too little history to rank the volatility: High Vol is entered at "
                    + Drivers.percent(policy.volatility().highVolSureSigma())
                    + " a year only and not left, and volatility has no weight in confidence.");
        }
    }

    private void breadth() {
        if (signals.breadth().thin()) {
            int names = signals.breadth().names();
            sentences.add("Breadth is thin: it rests on " + names + (names == 1 ? " name" : " names")
                    + " and has less weight in confidence.");
        }
    }

    private void risk() {
        RiskSignal risk = signals.risk();
        String bond = risk.bond();
        if (risk.basis() == RiskSignal.Basis.CARRIED) {
            sentences.add("The risk state is carried on from earlier closes: " + signals.benchmark() + " against "
                    + bond + " could not be measured on this date.");
        } else if (risk.basis() == RiskSignal.Basis.TREND_AND_VOLATILITY) {
            String cause = bond == null
                    ? "The prices have none of the bonds " + String.join(", ", policy.bondPreference())
                    : "The closes shared with " + bond + " give no measure of risk";
            sentences.add(cause + "; Risk-On is read as an Uptrend without High Vol and has no weight in confidence.");
        }
    }
}
