package io.quanttradingos.regime;

import io.quanttradingos.marketdata.PriceTable;

/**
 * The share of the universe that closed above its own moving average.
 *
 * <p>A name is assessed on a row where it has a close and enough own closes up to it, gaps skipped, counted on the
 * dates of the time axis.
 */
final class BreadthComponent {
    private final BreadthPolicy policy;
    private final int[] assessed;
    private final int[] above;
    private final StatePath state;

    BreadthComponent(PriceTable prices, MarketRoles roles, TimeAxis axis, RegimePolicy policy) {
        this.policy = policy.breadth();
        this.assessed = new int[axis.rows()];
        this.above = new int[axis.rows()];
        this.state = new StatePath(axis.rows(), policy.confirmation());
        AverageCrossings crossings = new AverageCrossings(axis, this.policy.breadthWindow(), assessed, above);
        for (int column : roles.universe()) {
            crossings.count(prices.closes(column));
        }
        followStates();
    }

    private void followStates() {
        for (int row = 0; row < assessed.length; row++) {
            if (assessed[row] == 0) {
                state.skip(row);
                continue;
            }
            double now = share(row);
            state.assess(
                    row, now >= policy.breadthMiddle(), now >= policy.healthyBreadth(), now < policy.weakBreadth());
        }
    }

    StatePath state() {
        return state;
    }

    /** In [0, 1]; NaN where no name could be assessed. */
    double share(int row) {
        return assessed[row] == 0 ? Double.NaN : (double) above[row] / assessed[row];
    }

    int above(int row) {
        return above[row];
    }

    int assessed(int row) {
        return assessed[row];
    }

    boolean thin(int row) {
        return assessed[row] < policy.thinBelow();
    }

    double margin(int row) {
        return Math.min(1, Math.abs(share(row) - policy.breadthMiddle()) / policy.breadthFullMargin());
    }

    double weight(int row) {
        return thin(row) ? policy.breadthWeight() * policy.thinWeightFactor() : policy.breadthWeight();
    }
}
