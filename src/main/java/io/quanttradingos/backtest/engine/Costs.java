package io.quanttradingos.backtest.engine;

/**
 * What trading costs.
 *
 * <p>The commission of a fill is {@code max(minimum, perOrder + perShare · shares + rate · value)}. Market and stop
 * orders pay the half spread and the slippage on top of their price, limit orders do not. The impact is the square-root
 * law, {@code coefficient · σ · √(shares / V)}, with σ the standard deviation of the last 20 returns and V the mean
 * volume of the last 20 bars, both before the bar of the fill (Almgren et al., "Direct estimation of equity market
 * impact", 2005); without a volume there is none. All of it together is at most nine tenths of the price.
 *
 * @param perShare currency a share
 * @param perOrder currency a filled order
 * @param rate fraction of the traded value, 0.001 is ten basis points
 * @param minimum least commission of a filled order, in currency
 * @param halfSpreadBps half the distance of bid and ask, in basis points of the price
 * @param slippageBps further adverse distance, in basis points of the price
 * @param impactCoefficient of the square-root law; 0 for none, about 1 in the literature
 */
public record Costs(
        double perShare,
        double perOrder,
        double rate,
        double minimum,
        double halfSpreadBps,
        double slippageBps,
        double impactCoefficient) {
    private static final double BASIS_POINT = 1e-4;

    public Costs {
        require("per_share", perShare, Double.MAX_VALUE);
        require("per_order", perOrder, Double.MAX_VALUE);
        require("rate", rate, 1);
        require("minimum", minimum, Double.MAX_VALUE);
        require("half_spread_bps", halfSpreadBps, 10_000);
        require("slippage_bps", slippageBps, 10_000);
        require("impact_coefficient", impactCoefficient, 200);
    }

    private static void require(String name, double value, double most) {
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException(name + " must be in [0, " + most + "], was " + value);
        }
    }

    /** Trading that costs nothing. */
    public static Costs none() {
        return new Costs(0, 0, 0, 0, 0, 0, 0);
    }

    /** A commission on the traded value alone. */
    public static Costs ofRate(double rate) {
        return new Costs(0, 0, rate, 0, 0, 0, 0);
    }

    /** The same costs, each a number of times as high. */
    public Costs times(double factor) {
        return new Costs(
                perShare * factor,
                perOrder * factor,
                rate * factor,
                minimum * factor,
                halfSpreadBps * factor,
                slippageBps * factor,
                impactCoefficient * factor);
    }

    public boolean areNone() {
        return equals(none());
    }

    double commission(double shares, double price) {
        return Math.max(minimum, perOrder + perShare * shares + rate * shares * price);
    }

    /** The adverse distance of market and stop orders as a fraction of the price, without impact. */
    double spread() {
        return (halfSpreadBps + slippageBps) * BASIS_POINT;
    }

    /** What closing shares costs in proportion to them: neither the amount per order nor the minimum. */
    double ofClosing(double shares, double price, double paid, double adverse) {
        return shares * (perShare + rate * paid + price * adverse);
    }

    /**
     * The most shares, whole or not, for which {@code shares · each + times · commission} stays within an amount; 0 where
     * none.
     */
    double affordable(double amount, double each, double times, double paid) {
        double inProportion = (amount - times * perOrder) / (each + times * (perShare + rate * paid));
        double atMinimum = (amount - times * minimum) / each;
        return Math.max(0, Math.min(inProportion, atMinimum));
    }
}
