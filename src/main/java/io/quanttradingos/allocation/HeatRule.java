package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * The more is already at risk, the less may be added.
 *
 * <p>Heat measured at the stops: 1 up to the start, linear to 0 at the cap, where new trades end. Heat estimated from
 * volatility is on another scale and vaguer: 1 up to its start, linear down to a floor, and it never ends trading.
 *
 * @param heatStart heat at the stops up to which nothing is cut, a fraction of equity
 * @param heatCap heat at the stops at which new trades end, above the start and at most 1
 * @param proxyHeatStart estimated heat up to which nothing is cut
 * @param proxyHeatEnd estimated heat from which the floor holds, above its start and at most 1
 * @param proxyHeatFloor the smallest multiplier of an estimated heat, in [0, 1]
 */
public record HeatRule(
        double heatStart, double heatCap, double proxyHeatStart, double proxyHeatEnd, double proxyHeatFloor) {
    /** The original system's estimate of heat: this much of the annual volatility, at most 1. */
    static final double PROXY_PER_VOLATILITY = 0.6;

    public HeatRule {
        Check.limit("heat_start", heatStart, 0, 1);
        Check.limit("heat_cap", heatCap, 0, 1);
        Check.below("heat_start", heatStart, "heat_cap", heatCap);
        Check.limit("proxy_heat_start", proxyHeatStart, 0, 1);
        Check.limit("proxy_heat_end", proxyHeatEnd, 0, 1);
        Check.below("proxy_heat_start", proxyHeatStart, "proxy_heat_end", proxyHeatEnd);
        Check.limit("proxy_heat_floor", proxyHeatFloor, 0, 1);
    }

    public static HeatRule defaults() {
        return new HeatRule(0.03, 0.06, 0.15, 0.60, 0.25);
    }

    /** In [0, 1], never rising with heat. */
    public double multiplier(double heat, HeatMethod method) {
        return method == HeatMethod.STOPS
                ? 1 - share(heat, heatStart, heatCap)
                : 1 - share(heat, proxyHeatStart, proxyHeatEnd) * (1 - proxyHeatFloor);
    }

    /** Whether heat measured at the stops has reached the cap; an unknown one (NaN) counts as reached. */
    public boolean blocks(double heat, HeatMethod method) {
        return method == HeatMethod.STOPS && !(heat < heatCap);
    }

    private static double share(double heat, double start, double end) {
        return Math.min(1, Math.max(0, (heat - start) / (end - start)));
    }

    WaterfallStep step(@Nullable Double heat, double taken, HeatMethod method) {
        return new WaterfallStep(Factor.HEAT, heat, multiplier(taken, method), why(heat, taken, method));
    }

    private String why(@Nullable Double heat, double taken, HeatMethod method) {
        boolean stops = method == HeatMethod.STOPS;
        double start = stops ? heatStart : proxyHeatStart;
        String subject = heat == null
                ? "heat is unknown and taken as " + Wording.percent(taken) + ", which is"
                : (stops ? "heat " : "heat estimated from volatility ") + Wording.percentBeside(start, taken) + " is";
        if (taken <= start) {
            return subject + " within the " + Wording.percent(start) + " that cuts nothing";
        }
        return subject + " on the line from 1 at " + Wording.percent(start) + " to "
                + Wording.number(stops ? 0 : proxyHeatFloor) + " at " + Wording.percent(stops ? heatCap : proxyHeatEnd);
    }

    Block block(double heat) {
        return new Block(
                Factor.HEAT,
                "heat_at_cap",
                heatCap,
                heat,
                "heat " + Wording.percentBeside(heatCap, heat) + " has reached the cap of " + Wording.percent(heatCap));
    }
}
