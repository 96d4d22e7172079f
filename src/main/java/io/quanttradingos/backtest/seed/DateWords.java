package io.quanttradingos.backtest.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A written date taken apart into runs of digits, runs of letters, and single other characters. */
final class DateWords {
    private static final Pattern WORD = Pattern.compile("\\d+|\\p{Alpha}+|(?s).");

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final Set<String> WEEKDAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int SHORT_NAME = 3;

    private static final Set<String> FILLERS = Set.of("at", "on", "and", "ad", "m", "t", "of", "st", "nd", "rd", "th");
    private static final String BLANKS = " \t.,;-/'";
    private static final Map<String, Boolean> AFTERNOON = Map.of("am", false, "a", false, "pm", true, "p", true);

    private final List<String> words = new ArrayList<>();

    DateWords(String text) {
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
    }

    int size() {
        return words.size();
    }

    String at(int place) {
        return words.get(place);
    }

    boolean is(int place, String word) {
        return place >= 0 && place < words.size() && words.get(place).equals(word);
    }

    boolean isNumber(int place) {
        return place < words.size() && Character.isDigit(words.get(place).charAt(0));
    }

    boolean isLetters(int place) {
        return place < words.size() && Character.isLetter(words.get(place).charAt(0));
    }

    /** Whether a number goes on behind a point, or behind a comma without a blank: 1.5, but not 31.1.2024 or 1,5. */
    boolean isDecimal(int place) {
        return isNumber(place + 2)
                && ((is(place + 1, ".") && !is(place - 1, ".") && !is(place + 3, "."))
                        || (is(place + 1, ",") && words.get(place).length() > 1));
    }

    /** Whether hours and minutes begin here. */
    boolean isClock(int place) {
        return isNumber(place) && is(place + 1, ":") && isNumber(place + 2);
    }

    /** A number of one or two digits; −1 where it has more. */
    int small(int place) {
        String digits = words.get(place);
        return digits.length() <= 2 ? Integer.parseInt(digits) : -1;
    }

    /** 1 to 12; 0 where the word is no month. */
    int month(int place) {
        String word = lower(place);
        if (word.equals("sept")) {
            return 9;
        }
        for (int month = 0; month < MONTHS.size(); month++) {
            if (isName(word, MONTHS.get(month))) {
                return month + 1;
            }
        }
        return 0;
    }

    boolean isWeekday(int place) {
        String word = lower(place);
        return WEEKDAYS.stream().anyMatch(name -> isName(word, name));
    }

    private static boolean isName(String word, String name) {
        return word.equals(name) || (word.length() == SHORT_NAME && name.startsWith(word));
    }

    /** Whether {@code pm} or {@code am} stands here; null where neither does. */
    @Nullable Boolean afternoon(int place) {
        return place < words.size() ? AFTERNOON.get(lower(place)) : null;
    }

    /** Whether this says nothing: the {@code th} of 5th, {@code of}, a comma. */
    boolean isFiller(int place) {
        return isLetters(place) ? FILLERS.contains(lower(place)) : BLANKS.contains(words.get(place));
    }

    private String lower(int place) {
        return words.get(place).toLowerCase(Locale.ROOT);
    }
}
