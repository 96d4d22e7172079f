package io.quanttradingos.backtest.performance;

import org.jspecify.annotations.Nullable;

/**
 * One rule of the gate and what it found.
 *
 * @param name for example {@code deflated_sharpe_ratio}
 * @param value what was judged; null where it could not be computed or is not known
 * @param limit what it was held against; null where there is none, as for a track record that no length would make long
 *     enough
 * @param passed whether it held
 * @param otherwise the verdict where it does not
 * @param text the rule in words, with its numbers
 */
public record GateCheck(
        String name, @Nullable Double value, @Nullable Double limit, boolean passed, Verdict otherwise, String text) {}
