package io.quanttradingos.allocation;

import org.jspecify.annotations.Nullable;

/**
 * A hard limit that is broken, so that nothing new may be opened.
 *
 * @param factor what the limit is on
 * @param code a stable name, for example {@code drawdown_at_stop}
 * @param limit the limit; null where it is not one number
 * @param actual what it was held against; null where it is not one number
 * @param sentence both in words
 */
public record Block(
        Factor factor,
        String code,
        @Nullable Double limit,
        @Nullable Double actual,
        String sentence) {}
