package io.quanttradingos.failure;

/** What someone sent, short enough to be quoted in a message. */
public final class Shortened {
    private Shortened() {}

    /** A text of at most so many characters; of a longer one the beginning, with {@code …} behind it. */
    public static String to(int most, String text) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
