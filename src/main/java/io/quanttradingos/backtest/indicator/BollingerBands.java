package io.quanttradingos.backtest.indicator;

/**
 * The mean of the last n prices and a band of some deviations to each side; usually 20 prices and 2 deviations.
 *
 * <p>Bollinger's own deviation is the population's (divisor n), which {@link #ofPopulation} takes; {@link #ofSample} takes
 * n - 1, as pandas does, and is wider by √(n / (n - 1)). NaN until there are n prices. Source: J. Bollinger, "Bollinger on
 * Bollinger Bands" (2001).
 */
public final class BollingerBands {
    private final WindowMoments moments;
    private final double divisor;
    private final double width;

    private BollingerBands(int bars, int divisor, double width) {
        if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("width must be positive, was " + width);
        }
        this.moments = new WindowMoments(bars);
        this.divisor = divisor;
        this.width = width;
    }

    /**
     * Bollinger's bands.
     *
     * @param bars how many prices they cover, at least 1
     * @param width how many deviations a band lies from the middle
     */
    public static BollingerBands ofPopulation(int bars, double width) {
        return new BollingerBands(BarCount.atLeast(1, "bars", bars), bars, width);
    }

    /**
     * Bands by the sample's deviation.
     *
     * @param bars how many prices they cover, at least 2
     * @param width how many deviations a band lies from the middle
     */
    public static BollingerBands ofSample(int bars, double width) {
        return new BollingerBands(BarCount.atLeast(2, "bars", bars), bars - 1, width);
    }

    public void add(double price) {
        moments.add(price);
    }

    public double middle() {
        return moments.mean();
    }

    public double upper() {
        return middle() + width * deviation();
    }

    public double lower() {
        return middle() - width * deviation();
    }

    /** One deviation, in the currency of the prices. */
    public double deviation() {
        return Math.sqrt(moments.squares() / divisor);
    }
}
