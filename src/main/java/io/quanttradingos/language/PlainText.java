package io.quanttradingos.language;

import java.util.function.IntUnaryOperator;

/**
 * Text of a model, without the characters that no reader sees but a terminal or a page obeys.
 *
 * <p>Control characters, line and paragraph separators, and the marks that turn the direction of writing become blanks; half
 * a surrogate pair becomes U+FFFD. Markup is kept as it is: whoever shows the text must escape it.
 */
final class PlainText {
    /** A regular expression, as JSON schema has them, for a text that is not blank. */
    static final String NOT_BLANK =
            "[^\\u0000-\\u0020\\u007f-\\u00a0\\u1680\\u2000-\\u200a\\u2028-\\u202f\\u205f\\u2066-\\u2069\\u3000]";

    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** The text as it may be shown, blanks around it dropped; empty where it is blank. */
    static String of(String text) {
        return mapped(wholeCharacters(text), PlainText::plain).strip();
    }

    /** The text with U+FFFD for each half of a surrogate pair that lacks the other. */
    static String wholeCharacters(String text) {
        return mapped(text, c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c);
    }

    private static String mapped(String text, IntUnaryOperator change) {
        StringBuilder changed = new StringBuilder(text.length());
        text.codePoints().map(change).forEach(changed::appendCodePoint);
        return changed.toString();
    }

    private static int plain(int character) {
        return Character.isISOControl(character) || Character.isSpaceChar(character) || turns(character)
                ? ' '
                : character;
    }

    /** Whether a character only changes the direction of those after it. */
    static boolean turns(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }
}
