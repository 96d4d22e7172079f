package io.quanttradingos.backtest.performance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a drawdown began, was deepest and ended.
 *
 * @param peak the last time at the high it fell from; the first bar where that is the initial cash, null where nothing
 *     ever fell
 * @param trough the lowest point, null where nothing ever fell
 * @param recovery the first time back at the high, null while it has not recovered
 */
public record DrawdownDates(
        @Nullable Instant peak,
        @Nullable Instant trough,
        @Nullable Instant recovery) {

    /** From places in a path whose first is the initial cash, and -1 for none. */
    static DrawdownDates of(EquityCurve curve, int peak, int trough, int recovery) {
        return new DrawdownDates(time(curve, peak), time(curve, trough), time(curve, recovery));
    }

    private static @Nullable Instant time(EquityCurve curve, int place) {
        return place < 0 ? null : curve.time(Math.max(0, place - 1));
    }
}
