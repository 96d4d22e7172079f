package io.quanttradingos.backtest.gate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a gate did in one run, for example {@code vetoed 12, scaled 3, limited 7, by reason {guardian_size=7,
 * regime_not_allowed=12, allocation_drawdown=3}}.
 *
 * <p>Reasons begin with the agent: {@code regime_not_allowed}, {@code regime_unknown}; {@code allocation_} with the code of
 * the broken limit for a veto, with the factor that cut most for a scaled entry; {@code guardian_} with the rule that
 * stopped an order, {@code guardian_size} for one that was cut.
 *
 * @param vetoed entries that were not let through
 * @param scaled entries that were given a part of their size
 * @param limited orders that asked for more than they may have, at the prices they were judged at
 * @param byReason how often each reason was given; the sum of the three
 */
public record GateCounts(int vetoed, int scaled, int limited, Map<String, Integer> byReason) {
    public GateCounts {
        byReason = Collections.unmodifiableMap(new TreeMap<>(byReason));
    }
}
