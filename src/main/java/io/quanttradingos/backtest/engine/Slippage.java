package io.quanttradingos.backtest.engine;

/** How far the price of a market or stop order is from the one it is filled at, as a fraction of it; see {@link Costs}. */
final class Slippage {
    /** However large an order and however thin its market, it is not filled further away than this. */
    private static final double MOST = 0.9;

    private static final int BARS = 20;

    private final Market market;
    private final double spread;
    private final double coefficient;

    Slippage(Market market, Costs costs) {
        this.market = market;
        this.spread = costs.spread();
        this.coefficient = costs.impactCoefficient();
    }

    double of(int instrument, int bar, double shares) {
        return Math.min(MOST, coefficient == 0 ? spread : spread + impact(instrument, bar, shares));
    }

    /** 0 without a volume, and while there are too few bars before the one of the fill. */
    private double impact(int instrument, int bar, double shares) {
        double volume = Window.meanVolume(market, instrument, bar - 1, BARS);
        double deviation = Window.deviation(market, instrument, bar - 1, BARS);
        return volume > 0 && deviation > 0 ? coefficient * deviation * Math.sqrt(shares / volume) : 0;
    }
}
