package io.quanttradingos.backtest.seed;

import java.util.Set;
import java.util.regex.Pattern;

/** The time of day of a written date, and its offset from UTC, as far as they have been read. */
final class WrittenClock {
    private static final Set<String> UTC = Set.of("UTC", "GMT", "Z", "z");
    private static final Pattern ZONE = Pattern.compile("[A-Z]{1,5}|z");
    private static final int UNSET = -1;

    private final DateWords words;

    private int hour = UNSET;
    private int minute;
    private int second;
    private int nano;

    private boolean namesZone;
    private boolean hasOffset;
    private boolean east = true;
    private int offsetHours;
    private int offsetMinutes;

    WrittenClock(DateWords words) {
        this.words = words;
    }

    boolean isSet() {
        return hour != UNSET;
    }

    /** Adds what was read to a day; false where there is no such time or offset. */
    boolean addTo(ReadTime time) {
        return time.addTime(isSet() ? hour : 0, minute, second, nano)
                && (!hasOffset || time.takeOffset(east, offsetHours, offsetMinutes));
    }

    void setHour(int hours) {
        hour = hours;
    }

    /** Reads 9:30, 09:30:15 or 09:30:15.25 from a place on; returns the place behind it, −1 where it is none. */
    int read(int place) {
        if (isSet() || words.small(place) < 0) {
            return -1;
        }
        hour = words.small(place);
        minute = words.small(place + 2);
        int behind = place + 3;
        if (words.is(behind, ":") && words.isNumber(behind + 1)) {
            second = words.small(behind + 1);
            behind += 2;
            if (words.is(behind, ".") && words.isNumber(behind + 1)) {
                nano = micros(words.at(behind + 1)) * 1000;
                behind += 2;
            }
        }
        return behind;
    }

    private static int micros(String digits) {
        return Integer.parseInt((digits + "00000").substring(0, 6));
    }

    /** Reads 09, 0930 or 093015; nothing where there are no digits. */
    void readDigits(String digits) {
        if (digits.length() >= 2) {
            hour = Integer.parseInt(digits.substring(0, 2));
        }
        if (digits.length() >= 4) {
            minute = Integer.parseInt(digits.substring(2, 4));
        }
        if (digits.length() >= 6) {
            second = Integer.parseInt(digits.substring(4, 6));
        }
    }

    /** Takes the hour as one of twelve; false where it cannot be. */
    boolean half(boolean afternoon) {
        boolean valid = hour >= 0 && hour <= 12;
        if (afternoon && hour < 12) {
            hour += 12;
        } else if (!afternoon && hour == 12) {
            hour = 0;
        }
        return valid;
    }

    /** Whether the word may name a time zone. */
    boolean isZone(String word) {
        return isSet() && !namesZone && !hasOffset && ZONE.matcher(word).matches();
    }

    /**
     * Reads a zone's name: UTC is an offset, any other is passed over. {@code GMT+3} means three hours <em>behind</em> UTC.
     *
     * @return the place behind it, −1 where it is none
     */
    int readZone(int place) {
        namesZone = true;
        if (words.is(place + 1, "+") || words.is(place + 1, "-")) {
            return readOffset(place + 1, words.is(place + 1, "-"));
        }
        hasOffset = UTC.contains(words.at(place));
        return place + 1;
    }

    /** Reads +01, +0130 or +01:30 from its sign on; returns the place behind it, −1 where it is none. */
    int readOffset(int sign, boolean eastward) {
        if (hasOffset || !words.isNumber(sign + 1)) {
            return -1;
        }
        String digits = words.at(sign + 1);
        hasOffset = true;
        east = eastward;
        offsetHours = Integer.parseInt(digits.substring(0, Math.min(2, digits.length())));
        if (digits.length() == 4) {
            offsetMinutes = Integer.parseInt(digits.substring(2));
        } else if (digits.length() <= 2 && words.isClock(sign + 1)) {
            offsetMinutes = words.small(sign + 3);
            return sign + 4;
        }
        return digits.length() <= 2 || digits.length() == 4 ? sign + 2 : -1;
    }
}
