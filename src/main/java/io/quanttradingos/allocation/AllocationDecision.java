package io.quanttradingos.allocation;

import java.util.List;

/**
 * How much of full size new trades may have, and why.
 *
 * @param allowTrade whether anything new may be opened; exactly where the multiplier is above 0
 * @param positionSizeMultiplier in [0, 1]; exactly the product of the waterfall's multipliers, taken in order
 * @param riskMode the multiplier in one word
 * @param reason one sentence that names what binds, strongest first, or what blocks
 * @param waterfall the six factors in order, then {@code blocked} with multiplier 0 where a limit is broken
 * @param blockedBy the broken limits; empty where trading is allowed
 * @param whatWouldChangeIt for each factor that binds the nearest input that moves the decision
 * @param warnings what was unknown and how it was taken
 */
public record AllocationDecision(
        boolean allowTrade,
        double positionSizeMultiplier,
        RiskMode riskMode,
        String reason,
        List<WaterfallStep> waterfall,
        List<Block> blockedBy,
        List<Lever> whatWouldChangeIt,
        List<String> warnings) {
    public AllocationDecision {
        waterfall = List.copyOf(waterfall);
        blockedBy = List.copyOf(blockedBy);
        whatWouldChangeIt = List.copyOf(whatWouldChangeIt);
        warnings = List.copyOf(warnings);
    }
}
