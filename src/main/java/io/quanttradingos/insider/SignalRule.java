package io.quanttradingos.insider;

/** What the market trades add up to; the formula stands at {@link InsiderSignal}. */
final class SignalRule {
    private SignalRule() {}

    /** @param people who traded, on either side */
    static InsiderSignal of(InsiderTrades market, int people, InsiderLineCounts lines, InsiderPolicy policy) {
        double coverage = lines.used() == 0
                ? 0
                : (double) (lines.used() - lines.unknownCode() - lines.contradictory()) / lines.used();
        double traded = market.purchases().shares() + market.sales().shares();
        if (!(traded > 0)) {
            return new InsiderSignal(null, 0, coverage, 0, 0);
        }
        double bought = market.purchases().shares() / traded;
        double sold = market.sales().shares() / traded;
        double score = bought * breadth(market.purchases().insiders(), policy)
                - policy.saleWeight() * sold * breadth(market.sales().insiders(), policy);
        double amount = breadth(people, policy);
        double agreement = Math.abs(bought - sold);
        return new InsiderSignal(
                score, Math.min(1, StrictMath.cbrt(coverage * amount * agreement)), coverage, amount, agreement);
    }

    private static double breadth(int people, InsiderPolicy policy) {
        return people / (people + policy.breadthHalf());
    }
}
