package io.quanttradingos.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A headline as words: runs of letters in lower case, an apostrophe inside one dropped ({@code isn't} is {@code isnt}) and a
 * possessive with it ({@code Apple's} is {@code apple}). Digits and hyphens part words.
 *
 * @param texts the words
 * @param clauses for each word the number of the clause it stands in; punctuation that is followed by a blank, and any bracket
 *     or quotation mark, begins a new one
 */
record Words(List<String> texts, List<Integer> clauses) {
    private static final String BREAKS_BEFORE_BLANK = ",;:.!?-–—|/…";
    private static final String BREAKS = "()[]{}\"“”«»";

    static Words of(String headline) {
        List<String> texts = new ArrayList<>();
        List<Integer> clauses = new ArrayList<>();
        int clause = 0;
        for (int i = 0; i < headline.length(); ) {
            int character = headline.codePointAt(i);
            int next = i + Character.charCount(character);
            if (Character.isLetter(character)) {
                next = endOfWord(headline, i);
                texts.add(word(headline.substring(i, next)));
                clauses.add(clause);
            } else if (isBreak(headline, character, next)) {
                clause++;
            }
            i = next;
        }
        return new Words(texts, clauses);
    }

    private static int endOfWord(String headline, int start) {
        int end = start;
        while (end < headline.length()) {
            int character = headline.codePointAt(end);
            int next = end + Character.charCount(character);
            boolean joins = isApostrophe(character)
                    && next < headline.length()
                    && Character.isLetter(headline.codePointAt(next));
            if (!joins
                    && !Character.isLetter(character)
                    && Character.getType(character) != Character.NON_SPACING_MARK) {
                break;
            }
            end = next;
        }
        return end;
    }

    private static String word(String letters) {
        String plain = letters.replace('’', '\'').toLowerCase(Locale.ROOT);
        return (plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain).replace("'", "");
    }

    private static boolean isApostrophe(int character) {
        return character == '\'' || character == '’';
    }

    private static boolean isBreak(String headline, int character, int next) {
        return BREAKS.indexOf(character) >= 0
                || (BREAKS_BEFORE_BLANK.indexOf(character) >= 0
                        && (next >= headline.length() || Character.isWhitespace(headline.charAt(next))));
    }
}
