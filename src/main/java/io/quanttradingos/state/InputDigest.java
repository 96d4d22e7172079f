package io.quanttradingos.state;

import org.jspecify.annotations.Nullable;

/**
 * An input a run was computed from, by the digest its bytes are kept under.
 *
 * @param name its part in the run, for example {@code prices}
 * @param rows data rows; null where the input has none to count
 */
public record InputDigest(
        String name, String sha256, @Nullable Long rows) {
    public InputDigest {
        ContentDigest.required("the digest of input " + name, sha256);
        if (rows != null && rows < 0) {
            throw new IllegalArgumentException("the rows of input " + name + " must not be negative, were " + rows);
        }
    }
}
