package io.quanttradingos.sentiment;

/**
 * How far a score may be trusted: the cube root of coverage · amount · agreement, so that any of them being 0 makes it 0.
 *
 * @param value in [0, 1]
 * @param coverage the share of the used articles that hold a word of the list
 * @param amount n / (n + h), n being the scored articles and h the number at which this is one half
 * @param agreement |Σ w·s| / Σ w·|s| over the scored articles: 1 where all point the same way, 0 where they cancel
 */
public record Confidence(double value, double coverage, double amount, double agreement) {
    static final Confidence NONE = new Confidence(0, 0, 0, 0);

    static Confidence of(double coverage, double amount, double agreement) {
        return new Confidence(Math.min(1, StrictMath.cbrt(coverage * amount * agreement)), coverage, amount, agreement);
    }
}
