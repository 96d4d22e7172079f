package io.quanttradingos.guardian;

/**
 * One rule and what it left, for example high volatility: 0.5 of the risk, so 0.5 %.
 *
 * @param rule {@code base_risk}, {@code volatility}, {@code regime}, {@code drawdown} or {@code recent_losses}
 * @param input what was judged: a key as a {@link String}, a {@link Double} or an {@link Integer}
 * @param multiplier in [0, 1]
 * @param riskPct what may be risked after this rule and those before it, in percent of the account
 * @param sentence the rule in words, with its limit
 */
public record RuleApplied(String rule, Object input, double multiplier, double riskPct, String sentence) {}
