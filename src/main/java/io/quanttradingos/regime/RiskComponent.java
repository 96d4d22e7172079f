package io.quanttradingos.regime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The appetite for risk: a quarter's change of equities against bonds, in deviations of such changes.
 *
 * <p>{@code x = ln(equity / bond)} on the dates both have a close, {@code z = (x - x lag ago) / sd(trailing such
 * changes, n-1)}; the change is not centred. Where the changes do not vary there is no z.
 */
final class RiskComponent {
    /** A deviation of log ratios below this is rounding. */
    private static final double NO_DEVIATION = 1e-12;

    private final RiskPolicy policy;
    private final double[] z;
    private final StatePath state;

    RiskComponent(double[] equity, double @Nullable [] bond, RegimePolicy policy) {
        this.policy = policy.risk();
        this.z = new double[equity.length];
        this.state = new StatePath(equity.length, policy.confirmation());
        Arrays.fill(z, Double.NaN);
        if (bond != null) {
            measure(equity, bond);
        }
        followStates();
    }

    private void measure(double[] equity, double[] bond) {
        SlidingMoments changes = new SlidingMoments(policy.riskWindow());
        double[] logRatios = new double[policy.riskLag()];
        int shared = 0;
        for (int row = 0; row < equity.length; row++) {
            if (Double.isNaN(bond[row])) {
                continue;
            }
            double logRatio = Math.log(equity[row] / bond[row]);
            int slot = shared % logRatios.length;
            if (shared >= logRatios.length) {
                double change = logRatio - logRatios[slot];
                changes.add(change);
                z[row] = scaled(change, changes);
            }
            logRatios[slot] = logRatio;
            shared++;
        }
    }

    private double scaled(double change, SlidingMoments changes) {
        double deviation = changes.deviation();
        boolean usable = changes.count() >= policy.riskMinimum() && deviation > NO_DEVIATION;
        double scaled = usable ? change / deviation : Double.NaN;
        return Double.isFinite(scaled) ? scaled : Double.NaN;
    }

    private void followStates() {
        for (int row = 0; row < z.length; row++) {
            double now = z[row];
            if (Double.isNaN(now)) {
                state.skip(row);
            } else {
                state.assess(row, now > 0, now > policy.riskOnZ(), now < policy.riskOffZ());
            }
        }
    }

    /** Its rows are unknown where the trend and the volatility must decide instead. */
    StatePath state() {
        return state;
    }

    /** NaN without a bond, or before there are enough changes. */
    double z(int row) {
        return z[row];
    }

    double margin(int row) {
        return Math.min(1, Math.abs(z[row]) / policy.riskFullMargin());
    }
}
