package io.quanttradingos.backtest.engine;

/**
 * How a run trades.
 *
 * @param initialCash in currency, positive
 * @param sizing of the entries
 * @param fractional whether parts of shares are traded, down to a billionth of one
 * @param fillModel when market orders are filled
 * @param costs of every fill
 * @param bracket exits of every entry by signal
 * @param leverage the most that all positions together may be worth, in multiples of the equity; 1 means no borrowing
 * @param firstBar the bar at whose close the strategy may give its first order, from 0; it sees the bars before, too
 * @param barsPerYear for volatilities, positive
 */
public record EngineSettings(
        double initialCash,
        Sizing sizing,
        boolean fractional,
        FillModel fillModel,
        Costs costs,
        Bracket bracket,
        double leverage,
        int firstBar,
        double barsPerYear) {
    private static final double LEAST_FRACTION = 1e-9;

    public EngineSettings {
        require(
                initialCash > 0 && initialCash < Double.POSITIVE_INFINITY,
                "initial cash must be positive",
                initialCash);
        require(leverage > 0 && leverage <= 100, "leverage must be in (0, 100]", leverage);
        require(firstBar >= 0, "the first bar must not be negative", firstBar);
        require(barsPerYear > 0 && barsPerYear < 1e7, "bars per year must be in (0, 1e7)", barsPerYear);
    }

    private static void require(boolean isSo, String rule, double seen) {
        if (!isSo) {
            throw new IllegalArgumentException(rule + ", was " + seen);
        }
    }

    /** All of the equity in whole shares at the next open, without costs, of daily bars. */
    public static EngineSettings standard(double initialCash) {
        return new EngineSettings(
                initialCash,
                new Sizing.PercentEquity(100),
                false,
                FillModel.NEXT_OPEN,
                Costs.none(),
                Bracket.NONE,
                1,
                0,
                252);
    }

    /** Shares as they can be traded: whole ones, rounded towards 0, unless fractions are; nothing below the least fraction. */
    double rounded(double shares) {
        if (fractional) {
            return isNothing(shares) ? 0 : shares;
        }
        return shares < 0 ? Math.ceil(shares) : Math.floor(shares);
    }

    /** Whether shares are fewer than the least fraction, such as what adding up parts leaves of a position that is gone. */
    static boolean isNothing(double shares) {
        return Math.abs(shares) < LEAST_FRACTION;
    }

    public EngineSettings with(Sizing other) {
        return new EngineSettings(
                initialCash, other, fractional, fillModel, costs, bracket, leverage, firstBar, barsPerYear);
    }

    public EngineSettings with(Costs other) {
        return new EngineSettings(
                initialCash, sizing, fractional, fillModel, other, bracket, leverage, firstBar, barsPerYear);
    }

    public EngineSettings with(FillModel other) {
        return new EngineSettings(
                initialCash, sizing, fractional, other, costs, bracket, leverage, firstBar, barsPerYear);
    }

    public EngineSettings with(Bracket other) {
        return new EngineSettings(
                initialCash, sizing, fractional, fillModel, costs, other, leverage, firstBar, barsPerYear);
    }

    public EngineSettings withFractions() {
        return new EngineSettings(
                initialCash, sizing, true, fillModel, costs, bracket, leverage, firstBar, barsPerYear);
    }

    public EngineSettings withLeverage(double other) {
        return new EngineSettings(
                initialCash, sizing, fractional, fillModel, costs, bracket, other, firstBar, barsPerYear);
    }

    public EngineSettings from(int bar) {
        return new EngineSettings(
                initialCash, sizing, fractional, fillModel, costs, bracket, leverage, bar, barsPerYear);
    }

    public EngineSettings withBarsPerYear(double other) {
        return new EngineSettings(
                initialCash, sizing, fractional, fillModel, costs, bracket, leverage, firstBar, other);
    }

    public EngineSettings withCash(double other) {
        return new EngineSettings(
                other, sizing, fractional, fillModel, costs, bracket, leverage, firstBar, barsPerYear);
    }
}
