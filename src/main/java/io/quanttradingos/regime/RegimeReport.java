package io.quanttradingos.regime;

import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of the series in words and named numbers. */
final class RegimeReport {
    private final RegimeMeasurements measured;
    private final RegimePolicy policy;
    private final int row;
    private final byte label;
    private final byte raw;

    RegimeReport(RegimeMeasurements measured, int row, byte label, byte raw) {
        this.measured = measured;
        this.policy = measured.policy();
        this.row = row;
        this.label = label;
        this.raw = raw;
    }

    RegimeSignals signals() {
        return new RegimeSignals(
                measured.roles().benchmark().text(),
                row + 1,
                trendSignal(),
                volatilitySignal(),
                breadthSignal(),
                riskSignal());
    }

    private TrendSignal trendSignal() {
        TrendPolicy limits = policy.trend();
        TrendComponent trend = measured.trend();
        boolean shortWindows = trend.shortWindows(row);
        return new TrendSignal(
                RegimeLabel.trend(RegimeLabel.uptrend(label)),
                RegimeLabel.trend(RegimeLabel.uptrend(raw)),
                trend.state().flipPending(row),
                trend.score(row),
                Unknown.asNull(trend.distance(row)),
                Unknown.asNull(trend.margin(row)),
                limits.trendWeight(),
                shortWindows ? limits.shortFastWindow() : limits.fastWindow(),
                shortWindows ? limits.shortSlowWindow() : limits.slowWindow(),
                limits.slopeLag(),
                shortWindows);
    }

    private VolatilitySignal volatilitySignal() {
        VolatilityPolicy limits = policy.volatility();
        VolatilityComponent volatility = measured.volatility();
        double margin = volatility.margin(row);
        return new VolatilitySignal(
                RegimeLabel.volatility(RegimeLabel.highVol(label)),
                RegimeLabel.volatility(RegimeLabel.highVol(raw)),
                volatility.state().flipPending(row),
                Unknown.asNull(volatility.sigma(row)),
                Unknown.asNull(volatility.rank(row)),
                Unknown.asNull(margin),
                Double.isNaN(margin) ? 0 : limits.volatilityWeight(),
                limits.volatilityWindow(),
                limits.rankWindow());
    }

    private BreadthSignal breadthSignal() {
        BreadthComponent breadth = measured.breadth();
        double margin = breadth.margin(row);
        return new BreadthSignal(
                RegimeLabel.breadth(RegimeLabel.healthy(label)),
                RegimeLabel.breadth(RegimeLabel.healthy(raw)),
                breadth.state().flipPending(row),
                Unknown.asNull(breadth.share(row)),
                breadth.above(row),
                breadth.assessed(row),
                measured.roles().universe().size(),
                breadth.thin(row),
                Unknown.asNull(margin),
                Double.isNaN(margin) ? 0 : breadth.weight(row),
                policy.breadth().breadthWindow());
    }

    private RiskSignal riskSignal() {
        RiskComponent risk = measured.risk();
        Symbol bond = measured.roles().bond();
        double margin = risk.margin(row);
        return new RiskSignal(
                RegimeLabel.risk(RegimeLabel.riskOn(label)),
                RegimeLabel.risk(RegimeLabel.riskOn(raw)),
                risk.state().flipPending(row),
                basis(),
                Unknown.asNull(risk.z(row)),
                bond == null ? null : bond.text(),
                Unknown.asNull(margin),
                Double.isNaN(margin) ? 0 : policy.risk().riskWeight(),
                policy.risk().riskLag(),
                policy.risk().riskWindow());
    }

    private RiskSignal.Basis basis() {
        StatePath state = measured.risk().state();
        if (!state.known(row)) {
            return RiskSignal.Basis.TREND_AND_VOLATILITY;
        }
        return state.assessed(row) ? RiskSignal.Basis.Z : RiskSignal.Basis.CARRIED;
    }

    /** One sentence for each component. */
    List<String> drivers() {
        return List.of(
                trendDriver(trendSignal()),
                volatilityDriver(volatilitySignal()),
                breadthDriver(breadthSignal()),
                riskDriver(riskSignal()));
    }

    private String trendDriver(TrendSignal trend) {
        Double distance = trend.distanceFromSlow();
        String place = distance == null
                ? "stands at no known distance from"
                : "closed " + percent(Math.abs(distance)) + (distance < 0 ? " below" : " above");
        return "Trend: " + measured.roles().benchmark() + " " + place + " its " + trend.slowWindow()
                + "-day average and its trend score is " + number(trend.score()) + " in [-1, 1]: "
                + held(trend.state(), trend.flipPending());
    }

    private static String volatilityDriver(VolatilitySignal volatility) {
        Double sigma = volatility.sigma20();
        Double rank = volatility.rank();
        String amount = sigma == null ? "unknown" : percent(sigma) + " a year";
        String standing = rank == null
                ? ", not ranked for want of history: "
                : ", at or above " + percent(rank) + " of the past " + volatility.rankWindow() + " days: ";
        return "Volatility: " + volatility.window() + "-day volatility is " + amount + standing
                + held(volatility.state(), volatility.flipPending());
    }

    private static String breadthDriver(BreadthSignal breadth) {
        String share = breadth.share() == null ? "" : " (" + percent(breadth.share()) + ")";
        return "Breadth: " + breadth.above() + " of " + breadth.names() + " names" + share + " closed above their "
                + breadth.window() + "-day average: " + held(breadth.state(), breadth.flipPending());
    }

    private String riskDriver(RiskSignal risk) {
        Double z = risk.z();
        String ground = switch (risk.basis()) {
            case Z ->
                measured.roles().benchmark() + " against " + risk.bond() + " moved " + number(known(z))
                        + " deviations in " + risk.lag() + " days";
            case CARRIED ->
                measured.roles().benchmark() + " against " + risk.bond()
                        + " could not be measured on this date, the state is that of the closes before";
            case TREND_AND_VOLATILITY -> "no measure against a bond, taken from trend and volatility";
        };
        return "Risk: " + ground + ": " + held(risk.state(), risk.flipPending());
    }

    private static double known(@Nullable Double z) {
        return z == null ? Double.NaN : z;
    }

    private static String held(String state, boolean flipPending) {
        return state + (flipPending ? ", a flip waits for confirmation." : ".");
    }

    /** What each part of the label means for sizing; the amounts are the allocation's to decide. */
    List<String> implications() {
        List<String> implications = new ArrayList<>();
        implications.add(
                RegimeLabel.highVol(label)
                        ? "High Vol: the same shares carry more risk, so size down until the risk per position is as before."
                        : "Low/Normal Vol: volatility gives no reason to size down.");
        implications.add(
                RegimeLabel.uptrend(label)
                        ? "Uptrend: the trend supports new long positions."
                        : "Downtrend: new long positions go against the trend, so keep them small and few.");
        implications.add(
                RegimeLabel.healthy(label)
                        ? "Healthy Breadth: many names take part, so risk can be spread."
                        : "Weak Breadth: few names take part, so positions fall together more easily than their number"
                                + " suggests.");
        implications.add(
                RegimeLabel.riskOn(label)
                        ? "Risk-On: equities are preferred to bonds, a full risk budget is not opposed by the market."
                        : "Risk-Off: bonds are preferred to equities, so hold back part of the risk budget.");
        if (flipPending()) {
            implications.add("A change of regime is in the making: wait for its confirmation before adding risk.");
        }
        return implications;
    }

    private boolean flipPending() {
        return trendSignal().flipPending()
                || volatilitySignal().flipPending()
                || breadthSignal().flipPending()
                || riskSignal().flipPending();
    }

    /** What a reader should know before relying on the row. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (measured.roles().standIn()) {
            warnings.add("The prices have no " + policy.equityBenchmark() + "; "
                    + measured.roles().benchmark() + ", the first column that is neither bond nor cash, stands in.");
        }
        warnOfTrend(warnings);
        warnOfVolatility(warnings);
        warnOfBreadth(warnings);
        warnOfRisk(warnings);
        return warnings;
    }

    private void warnOfTrend(List<String> warnings) {
        if (measured.trend().shortWindows(row)) {
            warnings.add("Only " + (row + 1) + " closes: the trend is measured with "
                    + policy.trend().shortFastWindow() + "- and "
                    + policy.trend().shortSlowWindow() + "-day averages, "
                    + policy.trend().rowsForLongWindows() + " closes are needed for the long ones.");
        }
    }

    private void warnOfVolatility(List<String> warnings) {
        if (Double.isNaN(measured.volatility().sigma(row))) {
            warnings.add("The volatility could not be computed and counts as high until known.");
        } else if (Double.isNaN(measured.volatility().rank(row))) {
            warnings.add("Too little history to rank the volatility: only "
                    + percent(policy.volatility().highVolSureSigma())
                    + " a year counts as high, and volatility has no weight in confidence.");
        }
    }

    private void warnOfBreadth(List<String> warnings) {
        if (measured.breadth().thin(row)) {
            int names = measured.breadth().assessed(row);
            warnings.add("Breadth is thin: it rests on " + names + (names == 1 ? " name" : " names")
                    + " and has less weight in confidence.");
        }
    }

    private void warnOfRisk(List<String> warnings) {
        Symbol bond = measured.roles().bond();
        switch (basis()) {
            case Z -> {}
            case CARRIED ->
                warnings.add("The risk state is carried on from earlier closes: " + bond
                        + " against the benchmark could not be measured on this date.");
            case TREND_AND_VOLATILITY ->
                warnings.add((bond == null
                                ? "The prices have none of the bonds " + String.join(", ", policy.bondPreference())
                                : "The closes shared with " + bond + " do not give a measure of risk here")
                        + "; Risk-On is read as an Uptrend without High Vol and has no weight in confidence.");
        }
    }

    private static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", fraction * 100);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
