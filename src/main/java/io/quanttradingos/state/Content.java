package io.quanttradingos.state;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Bytes and the digest that names them, for example a price file or the JSON of one stage.
 *
 * <p>The digest is computed once. A caller that keeps a parsed form but not the bytes uses {@link #deferred}: the bytes
 * are asked for only where the store does not hold them yet.
 */
public final class Content {
    private final String sha256;
    private final Supplier<byte[]> source;

    private Content(String sha256, Supplier<byte[]> source) {
        this.sha256 = sha256;
        this.source = source;
    }

    /** Takes the bytes over without a copy: the caller must not write to them afterwards. */
    public static Content of(byte[] bytes) {
        return new Content(ContentDigest.sha256(bytes), () -> bytes);
    }

    /** A text in UTF-8. */
    public static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Content whose digest is known and whose bytes can be had again; other bytes than the digest's are refused. */
    public static Content deferred(String sha256, Supplier<byte[]> source) {
        ContentDigest.required("the digest of a content", sha256);
        return new Content(sha256, () -> {
            byte[] bytes = source.get();
            String found = ContentDigest.sha256(bytes);
            if (!found.equals(sha256)) {
                throw new IllegalStateException("content changed since it was read: was " + sha256 + ", is " + found);
            }
            return bytes;
        });
    }

    public String sha256() {
        return sha256;
    }

    public byte[] bytes() {
        return source.get();
    }
}
