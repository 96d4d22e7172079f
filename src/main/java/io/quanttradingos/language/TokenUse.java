package io.quanttradingos.language;

/**
 * The tokens that were paid for; an answer from memory or from a recording costs none.
 *
 * @param prompt tokens read
 * @param completion tokens written
 */
public record TokenUse(int prompt, int completion) {
    /** None. */
    public static final TokenUse NONE = new TokenUse(0, 0);

    public TokenUse {
        if (prompt < 0 || completion < 0) {
            throw new IllegalArgumentException("tokens must not be negative, were " + prompt + " and " + completion);
        }
    }

    /** Both together. */
    public int total() {
        return prompt + completion;
    }

    /** The sum of two. */
    public TokenUse plus(TokenUse other) {
        return new TokenUse(prompt + other.prompt, completion + other.completion);
    }
}
