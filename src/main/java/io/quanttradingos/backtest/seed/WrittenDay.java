package io.quanttradingos.backtest.seed;

import java.util.ArrayList;
import java.util.List;

/**
 * The up to three numbers of a written date, and which of them is the year, the month and the day.
 *
 * <p>A named month is the month, a number of three or more digits the year. Of three bare numbers the first is the year
 * where it is above 31 or that long; else the day where it is above 12; else the <em>month</em>. Each date is read by
 * itself, so that {@code 01/02/2024} is in January and {@code 13/02/2024} in February of one file.
 */
final class WrittenDay {
    private static final int NONE = -1;
    private static final int LONGEST_MONTH = 31;
    private static final int LAST_MONTH = 12;
    /** Two digits stand for 1976 to 2075, as they did for the original in 2026: its window moved with the calendar. */
    private static final int FIRST_OF_1900S = 76;

    private final List<Integer> numbers = new ArrayList<>();
    private int monthAt = NONE;
    private int yearAt = NONE;

    int size() {
        return numbers.size();
    }

    /** Adds a named month; false where there is one already. */
    boolean addMonth(int month) {
        boolean first = monthAt == NONE;
        monthAt = numbers.size();
        numbers.add(month);
        return first;
    }

    /** Adds a number as written; false where it is too long, or a second year. */
    boolean addNumber(String digits) {
        boolean isYear = digits.length() > 2;
        if (digits.length() > 4 || (isYear && yearAt != NONE)) {
            return false;
        }
        if (isYear) {
            yearAt = numbers.size();
        }
        numbers.add(Integer.parseInt(digits));
        return true;
    }

    /** Sets the day of {@code time}; false where the numbers make none. */
    boolean resolve(ReadTime time, boolean needsDay) {
        return switch (numbers.size()) {
            case 1 -> !needsDay && yearAt == 0 && set(time, 0, NONE, NONE);
            case 2 -> !needsDay && two(time);
            case 3 -> monthAt == NONE ? three(time) : threeWithMonth(time);
            default -> false;
        };
    }

    private boolean two(ReadTime time) {
        if (monthAt != NONE) {
            int other = 1 - monthAt;
            return at(other) > LONGEST_MONTH && set(time, other, monthAt, NONE);
        }
        if (at(0) > LONGEST_MONTH) {
            return set(time, 0, 1, NONE);
        }
        return at(1) > LONGEST_MONTH && set(time, 1, 0, NONE);
    }

    private boolean three(ReadTime time) {
        if (at(0) > LONGEST_MONTH || yearAt == 0) {
            return set(time, 0, 1, 2);
        }
        return at(0) > LAST_MONTH ? set(time, 2, 1, 0) : set(time, 2, 0, 1);
    }

    private boolean threeWithMonth(ReadTime time) {
        int year = yearAt;
        if (year == NONE) {
            year = switch (monthAt) {
                case 0 -> at(1) > LONGEST_MONTH ? 1 : 2;
                case 1 -> at(0) > LONGEST_MONTH ? 0 : 2;
                default -> at(1) > LONGEST_MONTH ? 1 : 0;
            };
        }
        return set(time, year, monthAt, 3 - year - monthAt);
    }

    private int at(int place) {
        return numbers.get(place);
    }

    private boolean set(ReadTime time, int year, int month, int day) {
        return time.setDay(withCentury(at(year)), month == NONE ? 1 : at(month), day == NONE ? 1 : at(day));
    }

    private int withCentury(int year) {
        if (year >= 100 || yearAt != NONE) {
            return year;
        }
        return year < FIRST_OF_1900S ? year + 2000 : year + 1900;
    }
}
