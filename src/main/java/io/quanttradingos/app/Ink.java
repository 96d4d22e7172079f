package io.quanttradingos.app;

/**
 * Colours of a terminal, by what they say. A text keeps its ink as marks of no width, which {@link Terminal} turns into what
 * the terminal understands, or into nothing.
 */
enum Ink {
    TITLE("1"),
    GOOD("32"),
    CARE("33"),
    BAD("31"),
    QUIET("2");

    /** Unicode keeps these for a program's own use: no text has them. */
    private static final char END = '\uFDD0';

    private static final char FIRST = '\uFDD1';
    private static final char LAST = '\uFDEF';

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The text in this ink. */
    String on(String text) {
        return text.isEmpty() ? text : (char) (FIRST + ordinal()) + text + END;
    }

    /** Whether a character is a mark of ours and takes no room. */
    static boolean isMark(int character) {
        return character >= END && character <= LAST;
    }

    /** A text with its marks as ANSI codes. */
    static String coloured(String marked) {
        StringBuilder text = new StringBuilder(marked.length());
        for (char character : marked.toCharArray()) {
            if (!isMark(character)) {
                text.append(character);
            } else {
                text.append("\u001b[")
                        .append(character == END ? "0" : values()[character - FIRST].code)
                        .append('m');
            }
        }
        return text.toString();
    }

    /** A text without its marks. */
    static String plain(String marked) {
        return marked.codePoints()
                .filter(character -> !isMark(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
