package io.quanttradingos.allocation;

/**
 * The market as the allocation sees it.
 *
 * @param regime which regime
 * @param confidence how sure, in [0, 1]
 */
public record MarketRegime(RegimeKey regime, double confidence) {
    public MarketRegime {
        Check.field(confidence >= 0 && confidence <= 1, "confidence", "in [0, 1]", confidence);
    }
}
