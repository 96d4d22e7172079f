package io.quanttradingos.allocation;

/**
 * The limits of the allocation, one record per factor.
 *
 * @param maxOpenPositions the number of open positions at which new trades end, at least 1
 * @param smallestMove by how much a change of one input must raise the multiplier to be worth naming, in (0, 1]
 */
public record AllocationPolicy(
        RegimeMultipliers regimes,
        ConfidenceRule confidence,
        DrawdownRule drawdown,
        DisciplineRule discipline,
        VolatilityRule volatility,
        HeatRule heat,
        int maxOpenPositions,
        RiskModeThresholds riskModes,
        double smallestMove) {
    public AllocationPolicy {
        if (maxOpenPositions < 1) {
            throw new IllegalArgumentException("max_open_positions must be at least 1, was " + maxOpenPositions);
        }
        Check.limit("smallest_move", smallestMove, 0.0001, 1);
    }

    public static AllocationPolicy defaults() {
        return new AllocationPolicy(
                RegimeMultipliers.defaults(),
                ConfidenceRule.defaults(),
                DrawdownRule.defaults(),
                DisciplineRule.defaults(),
                VolatilityRule.defaults(),
                HeatRule.defaults(),
                25,
                RiskModeThresholds.defaults(),
                0.01);
    }

    boolean blocks(int openPositions) {
        return openPositions >= maxOpenPositions;
    }

    Block block(int openPositions) {
        return new Block(
                Factor.OPEN_POSITIONS,
                "open_positions_at_limit",
                (double) maxOpenPositions,
                (double) openPositions,
                openPositions + " open positions have reached the limit of " + maxOpenPositions);
    }
}
