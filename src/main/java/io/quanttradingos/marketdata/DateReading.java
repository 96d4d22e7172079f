package io.quanttradingos.marketdata;

import java.util.Locale;
import java.util.Optional;

/** Which part of {@code 03/04/2024} is the month. One reading holds for a whole file. */
public enum DateReading {
    /** {@code 03/04/2024} is 4 March. */
    MONTH_FIRST("mdy"),
    /** {@code 03/04/2024} is 3 April. */
    DAY_FIRST("dmy");

    private final String code;

    DateReading(String code) {
        this.code = code;
    }

    /** The value of {@code date_format} that asks for this reading. */
    public String code() {
        return code;
    }

    /** The reading a {@code date_format} asks for; empty for any other text. */
    public static Optional<DateReading> parse(String code) {
        String wanted = code.strip().toLowerCase(Locale.ROOT);
        for (DateReading reading : values()) {
            if (reading.code.equals(wanted)) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }
}
