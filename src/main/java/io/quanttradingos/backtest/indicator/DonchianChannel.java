package io.quanttradingos.backtest.indicator;

/**
 * The highest high and the lowest low of the last n bars. NaN until there are n.
 *
 * <p>The bar added last is one of them, so a close can never be above its own channel: a breakout compares a close with
 * the channel before that bar is added.
 */
public final class DonchianChannel {
    private final WindowHighest highest;
    private final WindowHighest lowestNegated;

    /** @param bars n, at least 1 */
    public DonchianChannel(int bars) {
        this.highest = new WindowHighest(BarCount.atLeast(1, "bars", bars));
        this.lowestNegated = new WindowHighest(bars);
    }

    public void add(double high, double low) {
        highest.add(high);
        lowestNegated.add(-low);
    }

    public double upper() {
        return highest.value();
    }

    public double lower() {
        return -lowestNegated.value();
    }

    /** Halfway between the two. */
    public double middle() {
        return (upper() + lower()) / 2;
    }
}
