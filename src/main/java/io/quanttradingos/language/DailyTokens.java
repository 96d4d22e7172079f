package io.quanttradingos.language;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Counts the tokens of a day in UTC, in memory: a new start begins at none. */
final class DailyTokens {
    private final long most;
    private final InstantSource time;
    private LocalDate day = LocalDate.EPOCH;
    private long spent;

    DailyTokens(long most, InstantSource time) {
        this.most = most;
        this.time = time;
    }

    /** Whether some of today's are left. */
    synchronized boolean someAreLeft() {
        turnThePage();
        return spent < most;
    }

    synchronized void spend(long tokens) {
        turnThePage();
        spent += tokens;
    }

    private void turnThePage() {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        if (!today.equals(day)) {
            day = today;
            spent = 0;
        }
    }
}
