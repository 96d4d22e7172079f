package io.quanttradingos.upstream.call;

import org.jspecify.annotations.Nullable;

/** A secret that a service asks for. It shows itself nowhere: its text form is {@code ***}. */
public final class AccessKey {
    private final String secret;

    private AccessKey(String secret) {
        this.secret = secret;
    }

    /** A key, blanks around it dropped. */
    public static AccessKey of(String secret) {
        String stripped = secret.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("a key must be of visible ASCII characters");
        }
        return new AccessKey(stripped);
    }

    /** Whether two keys, or their absence, are the same. */
    static boolean same(@Nullable AccessKey one, @Nullable AccessKey other) {
        return (one == null || other == null) ? one == other : one.secret.equals(other.secret);
    }

    /** The secret itself, for the one place that sends it. */
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "***";
    }
}
