package io.quanttradingos.imports.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Pattern;

/** Tells a number that is shown as a date, and writes it. */
final class DateStyle {
    private static final Pattern TEXT_IN_IT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]hms]*\\]|_.|\\*.");
    private static final Pattern DATE_OR_TIME = Pattern.compile("[dDyY]|[mM].*[hHsS]|[hHsS].*[mM]|[hH]{1,2}|[mM]{3,}");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_DAY = 2_958_465; // 9999-12-31

    private DateStyle() {}

    /** Whether a number format shows days or times: {@code yyyy-mm-dd} does, {@code #,##0.00} and {@code 0"d"} do not. */
    static boolean is(String format) {
        String first = format.split(";", 2)[0];
        String plain = TEXT_IN_IT.matcher(first).replaceAll("");
        return !plain.equalsIgnoreCase("general") && DATE_OR_TIME.matcher(plain).find();
    }

    /** A day, a time of day, or both; a number that is no date stays a number. */
    static String text(BigDecimal days, boolean since1904) {
        int day = days.intValue();
        if (days.signum() < 0 || day > LAST_DAY) {
            return days.stripTrailingZeros().toPlainString();
        }
        long seconds = days.subtract(BigDecimal.valueOf(day))
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        LocalDateTime at = (since1904 ? EPOCH_1904 : EPOCH_1900)
                .plusDays(day)
                .atStartOfDay()
                .plusSeconds(seconds);
        if (day == 0) {
            return time(at.toLocalTime());
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toLocalDate() + " " + time(at.toLocalTime());
    }

    private static String time(LocalTime time) {
        return time.getSecond() == 0 ? time + ":00" : time.toString();
    }
}
