package io.quanttradingos.guardian;

/**
 * The share of the risk a drawdown leaves, in steps: all below the first limit, then two smaller shares, none from the
 * last limit on.
 *
 * @param firstDrawdownPct percent under the peak from which the first multiplier holds, above 0
 * @param firstMultiplier in [0, 1]
 * @param secondDrawdownPct percent from which the second multiplier holds, above the first
 * @param secondMultiplier in [0, 1], at most the first
 * @param stopDrawdownPct percent from which nothing new is opened, above the second and at most 100
 */
public record DrawdownTiers(
        double firstDrawdownPct,
        double firstMultiplier,
        double secondDrawdownPct,
        double secondMultiplier,
        double stopDrawdownPct) {
    public DrawdownTiers {
        Check.positive("stop_drawdown_pct", stopDrawdownPct, 100);
        Check.positive("second_drawdown_pct", secondDrawdownPct, stopDrawdownPct);
        Check.positive("first_drawdown_pct", firstDrawdownPct, secondDrawdownPct);
        Check.limit("first_multiplier", firstMultiplier, 0, 1);
        Check.limit("second_multiplier", secondMultiplier, 0, 1);
        Check.atMost("second_multiplier", secondMultiplier, "first_multiplier", firstMultiplier);
    }

    public static DrawdownTiers defaults() {
        return new DrawdownTiers(5, 0.5, 10, 0.25, 15);
    }

    /** In [0, 1], never rising with drawdown; 0 for a drawdown that is no number. */
    public double multiplier(double drawdownPct) {
        if (stops(drawdownPct)) {
            return 0;
        }
        if (drawdownPct >= secondDrawdownPct) {
            return secondMultiplier;
        }
        return drawdownPct >= firstDrawdownPct ? firstMultiplier : 1;
    }

    /** Whether nothing new may be opened. */
    public boolean stops(double drawdownPct) {
        return !(drawdownPct < stopDrawdownPct);
    }

    RuleApplied applied(double drawdownPct, double riskPct) {
        double multiplier = multiplier(drawdownPct);
        return new RuleApplied("drawdown", drawdownPct, multiplier, riskPct * multiplier, why(drawdownPct));
    }

    private String why(double drawdownPct) {
        if (stops(drawdownPct)) {
            return "a drawdown of " + Wording.percent(drawdownPct) + " has reached the stop of "
                    + Wording.percent(stopDrawdownPct);
        }
        if (drawdownPct < firstDrawdownPct) {
            return "a drawdown of " + Wording.percentBeside(firstDrawdownPct, drawdownPct) + " is below the "
                    + Wording.percent(firstDrawdownPct) + " from which risk is cut";
        }
        boolean second = drawdownPct >= secondDrawdownPct;
        double until = second ? stopDrawdownPct : secondDrawdownPct;
        return "a drawdown of " + Wording.percentBeside(until, drawdownPct) + ", from "
                + Wording.percent(second ? secondDrawdownPct : firstDrawdownPct) + " to below "
                + Wording.percent(until) + ", leaves "
                + Wording.number(multiplier(drawdownPct)) + " of the risk";
    }
}
