package io.quanttradingos.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as exports write it, its parts not yet ordered: {@code 03/04/2024}, {@code 2024-04-03T10:20:05Z},
 * {@code 20240403;102005}, {@code 3-Apr-2024 10:20 AM}.
 *
 * @param form what its parts are
 * @param first the number that stands first of day and month
 * @param separator what parts them; empty where nothing does
 * @param padded whether day and month have two digits each
 * @param rest what stands behind it: a time of day or nothing
 */
record DateText(Form form, int first, int second, int year, String separator, boolean padded, String rest) {
    enum Form {
        /** {@code 2024-04-03}. */
        YEAR_FIRST,
        /** {@code 20240403}. */
        EIGHT_DIGITS,
        /** {@code 03/04/2024}: day or month first. */
        YEAR_LAST,
        /** With the month in letters; first is the day, second the month. */
        LETTERS,
        /** Seconds or milliseconds since 1970, in UTC. */
        COUNTED
    }

    private static final Pattern NUMBERS =
            Pattern.compile("0*([0-9]{1,2})([-/. ])0*([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})(?![0-9])(.*)", Pattern.DOTALL);
    private static final Pattern YEAR =
            Pattern.compile("([12][0-9]{3})([-/. ])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9])(.*)", Pattern.DOTALL);
    private static final Pattern EIGHT =
            Pattern.compile("([12][0-9]{3})([0-9]{2})([0-9]{2})(?![0-9])(.*)", Pattern.DOTALL);
    private static final Pattern DAY_LETTERS = Pattern.compile(
            "([0-9]{1,2})(?:st|nd|rd|th)?[-/ .]{1,2}([A-Za-z]{3,9})\\.?[-/ ,]{1,2}([0-9]{4}|[0-9]{2})(?![0-9])(.*)",
            Pattern.DOTALL);
    private static final Pattern LETTERS_DAY = Pattern.compile(
            "(?:[A-Za-z]{3,9}, )?([A-Za-z]{3,9})\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?![0-9])(.*)",
            Pattern.DOTALL);
    private static final Pattern COUNTED = Pattern.compile("[0-9]{9,10}|[0-9]{12,13}");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern AS_OF = Pattern.compile(".* as of (.*)", Pattern.DOTALL);
    private static final Pattern TIME =
            Pattern.compile("[T;, \\t]*([0-9]{1,2})[:.]?([0-9]{2})(?:[:.]?([0-9]{2}))?(?:[.,]([0-9]{1,9}))?"
                    + "\\s*([AaPp]\\.?[Mm]\\.?)?\\s*(Z|[A-Z]{3,4}|[+-][0-9]{2}:?[0-9]{2}|\\([A-Z]+\\))?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** The date that a text begins with, or null; of one "as of" another the other. */
    static @Nullable DateText of(String text) {
        if (text.length() < 6 || text.length() > 60) {
            return null;
        }
        Matcher asOf = text.length() > 16 ? AS_OF.matcher(text) : null;
        String date = asOf != null && asOf.matches() ? asOf.group(1) : text;
        char start = date.isEmpty() ? ' ' : date.charAt(0);
        DateText read = start >= '0' && start <= '9' ? numbered(date) : lettered(LETTERS_DAY.matcher(date), 2, 1);
        return read != null && (read.rest.isEmpty() || time(read.rest) != null) ? read : null;
    }

    private static @Nullable DateText numbered(String date) {
        if (COUNTED.matcher(date).matches()) {
            long seconds = Long.parseLong(date) / (date.length() > 10 ? 1000 : 1);
            LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
            String clock = time.toLocalTime().toSecondOfDay() == 0 ? "" : "T" + time.format(CLOCK);
            return new DateText(
                    Form.COUNTED, time.getDayOfMonth(), time.getMonthValue(), time.getYear(), "", true, clock);
        }
        Matcher year = YEAR.matcher(date);
        if (year.matches()) {
            return new DateText(
                    Form.YEAR_FIRST,
                    number(year, 4),
                    number(year, 3),
                    number(year, 1),
                    group(year, 2),
                    group(year, 3).length() + group(year, 4).length() == 4,
                    group(year, 5).strip());
        }
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.matches()) {
            boolean padded = numbers.start(2) >= 2 && numbers.end(3) - numbers.end(2) == 2;
            return new DateText(
                    Form.YEAR_LAST,
                    number(numbers, 1),
                    number(numbers, 3),
                    year(numbers, 4),
                    group(numbers, 2),
                    padded,
                    group(numbers, 5).strip());
        }
        Matcher eight = EIGHT.matcher(date);
        if (eight.matches()) {
            return new DateText(
                    Form.EIGHT_DIGITS,
                    number(eight, 3),
                    number(eight, 2),
                    number(eight, 1),
                    "",
                    true,
                    group(eight, 4).strip());
        }
        return lettered(DAY_LETTERS.matcher(date), 1, 2);
    }

    private static @Nullable DateText lettered(Matcher letters, int day, int month) {
        if (!letters.matches()) {
            return null;
        }
        String name = group(letters, month).toLowerCase(Locale.ROOT);
        int number = MONTHS.indexOf(name.substring(0, 3)) + 1;
        return number == 0
                ? null
                : new DateText(
                        Form.LETTERS,
                        number(letters, day),
                        number,
                        year(letters, 3),
                        "-",
                        true,
                        group(letters, 4).strip());
    }

    private static String group(Matcher matcher, int group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(group(matcher, group));
    }

    private static int year(Matcher matcher, int group) {
        int year = number(matcher, group);
        return group(matcher, group).length() == 2 ? 2000 + year : year;
    }

    /** Whether it reads as two different days. */
    boolean isOpen() {
        return form == Form.YEAR_LAST && first <= 12 && second <= 12 && first != second;
    }

    /** The day, or null where there is none of that number. */
    @Nullable LocalDate day(boolean dayFirst) {
        boolean turned = form == Form.YEAR_LAST && !dayFirst;
        try {
            return LocalDate.of(year, turned ? first : second, turned ? second : first);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The time of day that stands behind the date; null where none does. */
    @Nullable LocalTime time() {
        return rest.isEmpty() ? null : time(rest);
    }

    /** A time of day such as {@code 10:20:05.123}, {@code 102005}, {@code 4:00 PM EDT}; null where it is none. */
    static @Nullable LocalTime time(String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        int hour = number(matcher, 1);
        String half = group(matcher, 5).toLowerCase(Locale.ROOT);
        if (!half.isEmpty()) {
            if (hour < 1 || hour > 12) {
                return null;
            }
            hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
        }
        String seconds = group(matcher, 3);
        String nanos = (group(matcher, 4) + "000000000").substring(0, 9);
        try {
            return LocalTime.of(
                    hour,
                    number(matcher, 2),
                    seconds.isEmpty() ? 0 : Integer.parseInt(seconds),
                    Integer.parseInt(nanos));
        } catch (DateTimeException noSuchTime) {
            return null;
        }
    }
}
