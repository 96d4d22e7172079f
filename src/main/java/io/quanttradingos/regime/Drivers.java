package io.quanttradingos.regime;

import java.util.List;
import java.util.Locale;

/** Says, one sentence for each component, what the label was decided from. */
final class Drivers {
    private final RegimeSignals signals;

    Drivers(RegimeSignals signals) {
        this.signals = signals;
    }

    List<String> sentences() {
        return List.of(
                trend(signals.trend()),
                volatility(signals.volatility()),
                breadth(signals.breadth()),
                risk(signals.risk()));
    }

    private String trend(TrendSignal trend) {
        Double distance = trend.distanceFromSlow();
        String place = distance == null
                ? "stands at no known distance from"
                : "closed " + percent(Math.abs(distance)) + (distance < 0 ? " below" : " above");
        return "Trend: " + signals.benchmark() + " " + place + " its " + trend.slowWindow()
                + "-day average, trend score " + number(trend.score()) + " of -1 to 1: "
                + held(trend.state(), trend.flipPending());
    }

    private static String volatility(VolatilitySignal volatility) {
        Double sigma = volatility.sigma20();
        Double rank = volatility.rank();
        String amount = sigma == null ? "unknown" : percent(sigma) + " a year";
        String standing = rank == null
                ? ", not ranked for want of history: "
                : ", at or above " + percent(rank) + " of those of the past " + volatility.rankWindow() + " days: ";
        return "Volatility: over " + volatility.window() + " days it is " + amount + standing
                + held(volatility.state(), volatility.flipPending());
    }

    private static String breadth(BreadthSignal breadth) {
        Double share = breadth.share();
        return "Breadth: " + breadth.above() + " of " + breadth.names() + " names"
                + (share == null ? "" : " (" + percent(share) + ")") + " closed above their " + breadth.window()
                + "-day average: " + held(breadth.state(), breadth.flipPending());
    }

    private String risk(RiskSignal risk) {
        Double z = risk.z();
        String ground;
        if (z != null) {
            ground = signals.benchmark() + " against " + risk.bond() + " moved " + number(z) + " deviations in "
                    + risk.lag() + " days";
        } else if (risk.basis() == RiskSignal.Basis.CARRIED) {
            ground = signals.benchmark() + " against " + risk.bond()
                    + " could not be measured on this date, the state is that of the closes before";
        } else {
            ground = "no measure against a bond, taken from trend and volatility";
        }
        return "Risk: " + ground + ": " + held(risk.state(), risk.flipPending());
    }

    private static String held(String state, boolean flipPending) {
        return state + (flipPending ? ", a flip waits for confirmation." : ".");
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
