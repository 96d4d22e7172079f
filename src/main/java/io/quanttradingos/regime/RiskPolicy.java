package io.quanttradingos.regime;

/**
 * How the appetite for risk is read off equities against bonds.
 *
 * @param riskLag shared closes over which the log ratio's change is taken
 * @param riskWindow such changes, today's included, in the sample deviation that scales it
 * @param riskMinimum changes below which there is no z
 * @param riskOnZ z above which Risk-Off may turn Risk-On
 * @param riskOffZ z below which Risk-On may turn Risk-Off
 * @param riskFullMargin absolute z that counts as full margin
 * @param riskWeight weight in confidence
 */
public record RiskPolicy(
        int riskLag,
        int riskWindow,
        int riskMinimum,
        double riskOnZ,
        double riskOffZ,
        double riskFullMargin,
        double riskWeight) {
    public RiskPolicy {
        PolicyChecks.inRange("risk_lag", riskLag, 1, 2_000);
        PolicyChecks.inRange("risk_window", riskWindow, 2, 5_000);
        PolicyChecks.inRange("risk_minimum", riskMinimum, 2, riskWindow);
        PolicyChecks.inRange("risk_on_z", riskOnZ, -100, 100);
        PolicyChecks.inRange("risk_off_z", riskOffZ, -100, 100);
        PolicyChecks.atMost("risk_off_z", riskOffZ, "risk_on_z", riskOnZ);
        PolicyChecks.above("risk_full_margin", riskFullMargin, 0);
        PolicyChecks.inRange("risk_weight", riskWeight, 0, 1_000);
    }

    /** A quarter's change (63 days), scaled by a year of such changes; a quarter of a deviation flips. */
    public static RiskPolicy defaults() {
        return new RiskPolicy(63, 252, 126, 0.25, -0.25, 2.0, 0.2);
    }
}
