package io.quanttradingos.discipline;

/**
 * One rule broken by one trade.
 *
 * @param tradeIndex the trade's place in its log, from 0
 * @param violationType the {@link Rule#title()}
 * @param detail one sentence with the limit and the number that broke it
 */
public record Violation(int tradeIndex, String violationType, String detail) {
    static Violation of(Rule rule, int tradeIndex, String detail) {
        return new Violation(tradeIndex, rule.title(), detail);
    }
}
