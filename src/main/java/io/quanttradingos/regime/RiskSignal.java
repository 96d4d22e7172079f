package io.quanttradingos.regime;

import org.jspecify.annotations.Nullable;

/**
 * The appetite for risk, equities against bonds.
 *
 * @param state {@code Risk-On} or {@code Risk-Off}
 * @param rawState the same without memory
 * @param flipPending whether the other state's condition holds and only waits for confirmation
 * @param basis what the state rests on
 * @param z change of the log ratio in deviations; null where it could not be computed
 * @param bond the bond compared with; null where the prices have none
 * @param margin in [0, 1]; null without z
 * @param weight in confidence; 0 without z
 * @param lag shared closes the change is taken over
 * @param window changes in the deviation
 */
public record RiskSignal(
        String state,
        String rawState,
        boolean flipPending,
        Basis basis,
        @Nullable Double z,
        @Nullable String bond,
        @Nullable Double margin,
        double weight,
        int lag,
        int window) {

    /** What a risk state rests on. */
    public enum Basis {
        /** Today's z. */
        Z,
        /** The z of a few closes ago: the bond has none today. */
        CARRIED,
        /** No z: Risk-On where the trend is up and volatility is not high. */
        TREND_AND_VOLATILITY
    }
}
