package io.quanttradingos.backtest;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A bar's time as its source wrote it: a date for a bar that begins at midnight, else date and time without a zone. */
public final class BarTime {
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private BarTime() {}

    public static String text(long millis) {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        return Math.floorMod(millis, MILLIS_PER_DAY) == 0 ? time.toLocalDate().toString() : time.toString();
    }
}
