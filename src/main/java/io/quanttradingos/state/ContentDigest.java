package io.quanttradingos.state;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 of bytes as 64 lower-case hex digits, the name under which content is kept and cited. */
public final class ContentDigest {
    /** What stands in for the digest of a predecessor where there is none: 64 zeros. */
    public static final String NONE = "0".repeat(64);

    private static final Pattern VALID = Pattern.compile("[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();
    private static final ThreadLocal<MessageDigest> OF_THREAD = ThreadLocal.withInitial(ContentDigest::begin);

    private ContentDigest() {}

    public static String sha256(byte[] content) {
        return hex(OF_THREAD.get().digest(content));
    }

    /** Reads the stream to its end without holding it in memory; the caller closes it. */
    public static String sha256(InputStream content) throws IOException {
        MessageDigest digest = begin();
        byte[] buffer = new byte[1 << 16];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return hex(digest.digest());
    }

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, this one says it has not", e);
        }
    }

    static String hex(byte[] digest) {
        return HEX.formatHex(digest);
    }

    static boolean isDigest(String text) {
        return VALID.matcher(text).matches();
    }

    static String required(String what, String text) {
        if (!isDigest(text)) {
            throw new IllegalArgumentException(what + " must be 64 lower-case hex digits, was '" + text + "'");
        }
        return text;
    }
}
