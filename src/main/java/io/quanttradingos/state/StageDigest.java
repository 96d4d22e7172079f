package io.quanttradingos.state;

/**
 * What one stage of a run gave, by the digest its output is kept under.
 *
 * @param stage the stage's name, for example {@code regime}
 */
public record StageDigest(String stage, String sha256) {
    public StageDigest {
        ContentDigest.required("the digest of stage " + stage, sha256);
    }
}
