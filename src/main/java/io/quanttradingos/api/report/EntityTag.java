package io.quanttradingos.api.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names a content for {@code ETag} and {@code If-None-Match}: equal bytes, equal tag. */
public final class EntityTag {
    private static final int BYTES = 16;

    private EntityTag() {}

    /** The tag with its quotes, such as {@code "9f86d081884c7d659a2feaa0c55ad015"}. */
    public static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, BYTES) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Whether a client has the content already.
     *
     * @param known the header {@code If-None-Match}: tags parted by commas, weak ones among them, or {@code *}
     */
    public static boolean isKnown(@Nullable String known, String tag) {
        if (known == null) {
            return false;
        }
        for (String one : known.split(",", -1)) {
            String stripped = one.strip();
            if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
