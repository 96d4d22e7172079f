package io.quanttradingos.allocation;

/**
 * Less confidence in the regime, less size: {@code floor + (1 - floor) · confidence}; below the minimum no new trades.
 *
 * @param confidenceFloor the multiplier at confidence 0, in [0, 1]
 * @param minConfidence the confidence below which nothing new is opened, in [0, 1]
 */
public record ConfidenceRule(double confidenceFloor, double minConfidence) {
    public ConfidenceRule {
        Check.limit("confidence_floor", confidenceFloor, 0, 1);
        Check.limit("min_confidence", minConfidence, 0, 1);
    }

    public static ConfidenceRule defaults() {
        return new ConfidenceRule(0.5, 0.2);
    }

    /** In [0, 1], never falling with confidence. */
    public double multiplier(double confidence) {
        return Math.min(1, confidenceFloor + (1 - confidenceFloor) * confidence);
    }

    /** Whether the confidence is too low for any new trade; an unknown one (NaN) is. */
    public boolean blocks(double confidence) {
        return !(confidence >= minConfidence);
    }

    WaterfallStep step(double confidence) {
        return new WaterfallStep(
                Factor.CONFIDENCE,
                confidence,
                multiplier(confidence),
                "confidence " + Wording.number(confidence) + " on the line from " + Wording.number(confidenceFloor)
                        + " at none to 1 at full confidence");
    }

    Block block(double confidence) {
        return new Block(
                Factor.CONFIDENCE,
                "confidence_below_minimum",
                minConfidence,
                confidence,
                "confidence " + Wording.numberBeside(minConfidence, confidence) + " is below the minimum of "
                        + Wording.number(minConfidence));
    }
}
