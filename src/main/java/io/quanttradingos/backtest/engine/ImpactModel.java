package io.quanttradingos.backtest.engine;

/** The square-root impact of a fill as a fraction of the price; see {@link Costs}. */
final class ImpactModel {
    private static final int BARS = 20;

    private final Market market;
    private final double coefficient;

    ImpactModel(Market market, double coefficient) {
        this.market = market;
        this.coefficient = coefficient;
    }

    /** 0 without a coefficient, without a volume, and while there are too few bars before the one of the fill. */
    double of(int instrument, int bar, double shares) {
        if (coefficient == 0) {
            return 0;
        }
        double deviation = Window.deviation(market, instrument, bar - 1, BARS);
        double volume = Window.meanVolume(market, instrument, bar - 1, BARS);
        double impact = coefficient * deviation * Math.sqrt(shares / volume);
        return impact >= 0 && impact < 1 ? impact : 0;
    }

    double ofValue(int instrument, int bar, double value, double price) {
        return coefficient == 0 ? 0 : of(instrument, bar, value / price);
    }
}
