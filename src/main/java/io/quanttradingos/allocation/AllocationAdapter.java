package io.quanttradingos.allocation;

/**
 * Turns what the regime, portfolio and discipline agents said into what the allocation decides from.
 *
 * <p>{@link StandardAdapter} is the default; {@link SeedAdapter} does as the original system did.
 */
@FunctionalInterface
public interface AllocationAdapter {
    /**
     * The input made of the figures.
     *
     * @throws io.quanttradingos.failure.Refusal where a figure makes no sense, such as a confidence of 7
     */
    AllocationInput adapt(UpstreamFigures figures);
}
