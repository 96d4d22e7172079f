package io.quanttradingos.guardian;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a new trade may be opened, how much it may risk, and why.
 *
 * @param tradeAllowed whether anything new may be opened; exits may always be made
 * @param allowedRiskPct the most the trade may lose at its stop, in percent of the account; 0 where not allowed
 * @param reason one sentence
 * @param rules every rule, in the order applied
 * @param blocks what is stopped, in words; empty where the trade is allowed
 * @param allows what may still be done, in words; never empty
 * @param reset when new trades may be opened again, in words; null where they may be now
 */
public record GuardianDecision(
        boolean tradeAllowed,
        double allowedRiskPct,
        String reason,
        List<RuleApplied> rules,
        List<String> blocks,
        List<String> allows,
        @Nullable String reset) {
    public GuardianDecision {
        rules = List.copyOf(rules);
        blocks = List.copyOf(blocks);
        allows = List.copyOf(allows);
    }
}
