package io.quanttradingos.allocation;

/**
 * A hard limit that is broken, so that nothing new may be opened.
 *
 * @param factor what the limit is on
 * @param code a stable name, for example {@code drawdown_at_stop}
 * @param limit the limit
 * @param actual what it was held against
 * @param sentence both in words
 */
public record Block(Factor factor, String code, double limit, double actual, String sentence) {}
