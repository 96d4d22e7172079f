package io.quanttradingos.regime;

/**
 * When enough of the market takes part: the share of names above their own average.
 *
 * @param breadthWindow own closes in the average of each name
 * @param healthyBreadth share from which Weak Breadth may turn Healthy
 * @param weakBreadth share below which Healthy Breadth may turn Weak
 * @param breadthMiddle share from which the first state is Healthy; also the share with no margin at all
 * @param breadthFullMargin distance from the middle that counts as full margin
 * @param thinBelow names below which the breadth is thin
 * @param thinWeightFactor what a thin breadth's weight in confidence is multiplied by
 * @param breadthWeight weight in confidence
 */
public record BreadthPolicy(
        int breadthWindow,
        double healthyBreadth,
        double weakBreadth,
        double breadthMiddle,
        double breadthFullMargin,
        int thinBelow,
        double thinWeightFactor,
        double breadthWeight) {
    public BreadthPolicy {
        PolicyChecks.inRange("breadth_window", breadthWindow, 2, 2_000);
        PolicyChecks.inRange("healthy_breadth", healthyBreadth, 0, 1);
        PolicyChecks.inRange("weak_breadth", weakBreadth, 0, 1);
        PolicyChecks.atMost("weak_breadth", weakBreadth, "healthy_breadth", healthyBreadth);
        PolicyChecks.inRange("breadth_middle", breadthMiddle, 0, 1);
        PolicyChecks.above("breadth_full_margin", breadthFullMargin, 0);
        PolicyChecks.inRange("thin_below", thinBelow, 0, 1_000_000);
        PolicyChecks.inRange("thin_weight_factor", thinWeightFactor, 0, 1);
        PolicyChecks.inRange("breadth_weight", breadthWeight, 0, 1_000);
    }

    /** 50-day averages; 60 % of the names make it Healthy, under 40 % Weak, and fewer than five names are thin. */
    public static BreadthPolicy defaults() {
        return new BreadthPolicy(50, 0.60, 0.40, 0.5, 0.5, 5, 0.5, 0.2);
    }
}
