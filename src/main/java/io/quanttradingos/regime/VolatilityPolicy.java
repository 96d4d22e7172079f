package io.quanttradingos.regime;

/**
 * What counts as High Vol: a volatility that is high against its own past year, or high by any standard.
 *
 * <p>Volatilities are annualised fractions (0.15 is 15 % a year), ranks are shares in [0, 1].
 *
 * @param volatilityWindow returns in the sample deviation
 * @param periodsPerYear returns in a year, for annualising
 * @param rankWindow volatilities, today's included, that today's is ranked among
 * @param rankMinimum volatilities below which there is no rank
 * @param highVolEnterRank rank from which High Vol is entered, given {@code highVolEnterSigma}
 * @param highVolEnterSigma volatility below which a high rank does not count
 * @param highVolSureSigma volatility from which High Vol is entered whatever the rank
 * @param highVolLeaveRank rank below which High Vol may be left
 * @param highVolLeaveSigma volatility below which High Vol may be left
 * @param rankMiddle rank with no margin at all
 * @param rankFullMargin distance from it that counts as full margin
 * @param volatilityWeight weight in confidence
 */
public record VolatilityPolicy(
        int volatilityWindow,
        int periodsPerYear,
        int rankWindow,
        int rankMinimum,
        double highVolEnterRank,
        double highVolEnterSigma,
        double highVolSureSigma,
        double highVolLeaveRank,
        double highVolLeaveSigma,
        double rankMiddle,
        double rankFullMargin,
        double volatilityWeight) {
    public VolatilityPolicy {
        PolicyChecks.inRange("volatility_window", volatilityWindow, 2, 2_000);
        PolicyChecks.inRange("periods_per_year", periodsPerYear, 1, 366);
        PolicyChecks.inRange("rank_window", rankWindow, 2, 5_000);
        PolicyChecks.inRange("rank_minimum", rankMinimum, 2, rankWindow);
        PolicyChecks.inRange("high_vol_enter_rank", highVolEnterRank, 0, 1);
        PolicyChecks.inRange("high_vol_leave_rank", highVolLeaveRank, 0, 1);
        PolicyChecks.inRange("high_vol_enter_sigma", highVolEnterSigma, 0, 100);
        PolicyChecks.inRange("high_vol_leave_sigma", highVolLeaveSigma, 0, 100);
        PolicyChecks.inRange("high_vol_sure_sigma", highVolSureSigma, 0, 100);
        PolicyChecks.inRange("rank_middle", rankMiddle, 0, 1);
        PolicyChecks.above("rank_full_margin", rankFullMargin, 0);
        PolicyChecks.inRange("volatility_weight", volatilityWeight, 0, 1_000);
        // Otherwise one close could call for entering and for leaving at once.
        PolicyChecks.atMost("high_vol_leave_rank", highVolLeaveRank, "high_vol_enter_rank", highVolEnterRank);
        PolicyChecks.atMost("high_vol_leave_sigma", highVolLeaveSigma, "high_vol_sure_sigma", highVolSureSigma);
    }

    /** 20-day volatility among a year's: the upper fifth (and 15 %) enters, 30 % always does. */
    public static VolatilityPolicy defaults() {
        return new VolatilityPolicy(20, 252, 252, 126, 0.80, 0.15, 0.30, 0.70, 0.25, 0.75, 0.25, 0.3);
    }
}
