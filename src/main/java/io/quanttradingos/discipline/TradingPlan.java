package io.quanttradingos.discipline;

import io.quanttradingos.failure.Parsed;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules a trader wrote down before trading.
 *
 * @param allowedRegimes labels, or their leading segments; an empty list allows none
 * @param stopRequired whether every trade needs a stop
 * @param accountSize money; null where the plan gives none (or zero): the rules in percent of it do not apply
 * @param positionLimitsByRegime percent of the account by label or its leading segments, in the plan's order; a null
 *     percent lifts the limit for that regime
 * @param maxPositionPct largest position at entry, percent of the account
 * @param maxStopPct widest distance from entry to stop, percent of the entry price
 * @param riskPerTradePct largest loss if the stop is hit, percent of the account
 * @param conventions {@code standard} or {@code seed} where the plan asks for one
 * @param warnings what was odd in the plan and read all the same
 */
public record TradingPlan(
        List<String> allowedRegimes,
        boolean stopRequired,
        @Nullable Double accountSize,
        Map<String, @Nullable Double> positionLimitsByRegime,
        @Nullable Double maxPositionPct,
        @Nullable Double maxStopPct,
        @Nullable Double riskPerTradePct,
        @Nullable String conventions,
        List<String> warnings) {

    public TradingPlan {
        allowedRegimes = List.copyOf(allowedRegimes);
        positionLimitsByRegime = Collections.unmodifiableMap(new LinkedHashMap<>(positionLimitsByRegime));
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads a plan from a parsed JSON object:
     *
     * <pre>
     * {"allowed_regimes": ["Risk-On", "Risk-Off / Low/Normal Vol"], "stop_required": true, "account_size": 100000,
     *  "position_limits_by_regime": {"Risk-On": 10, "Risk-Off": 3},
     *  "max_position_pct": 10, "max_stop_pct": 8, "risk_per_trade_pct": 1}
     * </pre>
     *
     * <p>Only {@code allowed_regimes} is required. An unknown key is a warning. The original system's looser reading
     * of a plan is {@link SeedDiscipline}'s, which takes the JSON object itself.
     *
     * @param source the name its sender gave the plan, for messages
     * @param json texts, numbers, booleans, lists and maps as a JSON parser gives them, keys in file order
     */
    public static Parsed<TradingPlan> read(String source, Map<String, ? extends @Nullable Object> json) {
        return new TradingPlanReader(source, json).read();
    }
}
