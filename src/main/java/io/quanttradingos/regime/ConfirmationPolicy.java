package io.quanttradingos.regime;

/**
 * How a state resists flicker, for example only flipping once its condition held on 3 of 5 closes.
 *
 * @param confirmingCloses closes on which the condition must have held, the last one among them
 * @param confirmationWindow closes, the last one included, they are counted in
 * @param pendingFlipFactor what confidence is multiplied by while a flip waits for confirmation
 */
public record ConfirmationPolicy(int confirmingCloses, int confirmationWindow, double pendingFlipFactor) {
    public ConfirmationPolicy {
        PolicyChecks.inRange("confirmation_window", confirmationWindow, 1, 31);
        PolicyChecks.inRange("confirming_closes", confirmingCloses, 1, confirmationWindow);
        PolicyChecks.inRange("pending_flip_factor", pendingFlipFactor, 0, 1);
    }

    public static ConfirmationPolicy defaults() {
        return new ConfirmationPolicy(3, 5, 0.8);
    }
}
