package io.quanttradingos.state;

/**
 * A run as recorded, durable, with its place in the chain.
 *
 * @param sequence 1 for the first run of a store, then one more each
 * @param facts what was recorded
 * @param previous the digest of the run before, {@link ContentDigest#NONE} for the first
 * @param digest SHA-256 over everything recorded including {@code previous}; the encoding stands at
 *     {@link RunStore}
 */
public record RunRecord(long sequence, RunFacts facts, String previous, String digest) {
    public String runId() {
        return facts.runId();
    }
}
