package io.quanttradingos.language;

/**
 * The tokens that were paid for, as the service counted them; an answer from memory or from a recording costs none.
 *
 * @param prompt tokens read
 * @param completion tokens written
 * @param complete whether these are all; false where the service did not count an answer, so that they are the least it
 *     can have been
 */
public record TokenUse(int prompt, int completion, boolean complete) {
    /** None. */
    public static final TokenUse NONE = new TokenUse(0, 0);
    /** Not known: the service did not say. */
    public static final TokenUse UNKNOWN = new TokenUse(0, 0, false);

    public TokenUse {
        if (prompt < 0 || completion < 0) {
            throw new IllegalArgumentException("tokens must not be negative, were " + prompt + " and " + completion);
        }
    }

    /** All that there were. */
    public TokenUse(int prompt, int completion) {
        this(prompt, completion, true);
    }

    /** Both together. */
    public int total() {
        return Math.addExact(prompt, completion);
    }

    /** The sum of two. */
    public TokenUse plus(TokenUse other) {
        return new TokenUse(
                Math.addExact(prompt, other.prompt),
                Math.addExact(completion, other.completion),
                complete && other.complete);
    }
}
