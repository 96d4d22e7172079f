package io.quanttradingos.backtest.seed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates as people write them, the way the original's libraries do: {@code 1/31/2024 9:30 PM}, {@code Jan 5, 2024},
 * {@code Fri, 05 Jan 2024 09:30:15 GMT}, {@code 05-Jan-24}, {@code 2024Q1}.
 *
 * <p>Refuses what it does not know rather than guess. A time of day alone, {@code now} and {@code today} are refused too:
 * they stood for the day the original ran on.
 */
final class WrittenTime {
    private static final Pattern QUARTER = Pattern.compile("(\\d{4}|\\d\\d)-?[Qq](\\d)|(\\d)[Qq]-?(\\d{4}|\\d\\d)");
    private static final int LONGEST = 80;
    private static final int LAST_DAY = 31;

    private final DateWords words;
    private final WrittenClock clock;
    private final WrittenDay day = new WrittenDay();
    private int at;
    /** Where a day was missing the original filled it up with today's, or moved it to the weekday named. */
    private boolean needsDay;

    private WrittenTime(String text) {
        this.words = new DateWords(text);
        this.clock = new WrittenClock(words);
        this.needsDay = words.isClock(0);
    }

    /** Whether the text is a date; then {@code time} holds it. */
    static boolean read(String text, ReadTime time) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return quarter(quarter, time);
        }
        return text.length() <= LONGEST && new WrittenTime(text).read(time);
    }

    private static boolean quarter(Matcher written, ReadTime time) {
        boolean yearFirst = written.group(1) != null;
        int year = Integer.parseInt(written.group(yearFirst ? 1 : 4));
        int quarter = Integer.parseInt(written.group(yearFirst ? 2 : 3));
        return quarter >= 1 && quarter <= 4 && time.setDay(year < 100 ? 2000 + year : year, 3 * quarter - 2, 1);
    }

    private boolean read(ReadTime time) {
        while (at < words.size()) {
            if (!take()) {
                return false;
            }
        }
        return day.resolve(time, needsDay) && clock.addTo(time);
    }

    private boolean take() {
        if (words.isNumber(at)) {
            return number(words.at(at));
        }
        if (words.isLetters(at)) {
            return word();
        }
        if (clock.isSet() && (words.is(at, "+") || words.is(at, "-"))) {
            return goTo(clock.readOffset(at, words.is(at, "+")));
        }
        return words.isFiller(at++);
    }

    private boolean goTo(int place) {
        at = place;
        return place >= 0;
    }

    private boolean number(String digits) {
        if (words.isClock(at)) {
            return goTo(clock.read(at));
        }
        if (words.isDecimal(at)) {
            return false;
        }
        Boolean afternoon = words.afternoon(words.is(at + 1, " ") ? at + 2 : at + 1);
        if (digits.length() <= 2 && afternoon != null) {
            clock.setHour(words.small(at++));
            return true;
        }
        if (digits.length() >= 6 || day.size() == 3) {
            at++;
            return compact(digits);
        }
        return element(digits);
    }

    /** 20240131, 202401310930, 20240131093015; 310124; and behind a whole date 09, 0930 or 093015. */
    private boolean compact(String digits) {
        int length = digits.length();
        if (day.size() == 3 && !clock.isSet()) {
            clock.readDigits(digits);
            return length == 2 || length == 4 || length == 6;
        }
        if (day.size() > 0 || (length != 6 && length != 8 && length != 12 && length != 14)) {
            return false;
        }
        int year = length == 6 ? 2 : 4;
        clock.readDigits(digits.substring(year + 4));
        return day.addNumber(digits.substring(0, year))
                && day.addNumber(digits.substring(year, year + 2))
                && day.addNumber(digits.substring(year + 2, year + 4));
    }

    /** A number of the date, and what a separator ties to it: 31-01-2024, 31/Jan/24. */
    private boolean element(String digits) {
        boolean couldBeDay = digits.length() <= 2 && Integer.parseInt(digits) <= LAST_DAY;
        at++;
        if (words.isLetters(at) && !couldBeDay && !words.isFiller(at)) {
            return false;
        }
        return day.addNumber(digits) && tied("-/.");
    }

    private boolean tied(String separators) {
        if (!isDatePart(at + 1) || !separators.contains(words.at(at))) {
            return true;
        }
        String separator = words.at(at);
        boolean good = datePart(at + 1);
        at += 2;
        if (good && words.is(at, separator) && isDatePart(at + 1)) {
            good = datePart(at + 1);
            at += 2;
        }
        return good;
    }

    private boolean isDatePart(int place) {
        return words.isNumber(place) || (words.isLetters(place) && words.month(place) > 0);
    }

    private boolean datePart(int place) {
        return words.isNumber(place)
                ? !words.isDecimal(place) && day.addNumber(words.at(place))
                : day.addMonth(words.month(place));
    }

    private boolean word() {
        int place = at++;
        if (words.isWeekday(place)) {
            needsDay = true;
            return true;
        }
        if (words.month(place) > 0) {
            return day.addMonth(words.month(place)) && tied("-/");
        }
        Boolean afternoon = words.afternoon(place);
        if (afternoon != null) {
            return clock.half(afternoon);
        }
        return clock.isZone(words.at(place)) ? goTo(clock.readZone(place)) : words.isFiller(place);
    }
}
