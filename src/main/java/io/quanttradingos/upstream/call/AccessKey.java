package io.quanttradingos.upstream.call;

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

    /** The secret itself, for the one place that sends it. */
    public String reveal() {
        return secret;
    }

    @Override
    public String toString() {
        return "***";
    }
}
