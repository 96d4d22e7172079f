package io.quanttradingos.backtest.engine;

/**
 * What is known at the close of a bar: that bar and those before it.
 *
 * <p>A bar is named by how many bars ago it was, 0 for the one that just closed. There is no way to one that is still to
 * come. A price is NaN where the instrument had no bar at that time.
 */
public final class History {
    private final Market market;
    private final double[] firstClose;
    private int now = -1;

    History(Market market) {
        this.market = market;
        this.firstClose = market.close[0];
    }

    void moveTo(int bar) {
        now = bar;
    }

    /** The number of the bar that just closed, from 0. */
    public int bar() {
        return now;
    }

    public int instruments() {
        return market.instruments();
    }

    /** When the bar that just closed is dated, in milliseconds since 1970. */
    public long time() {
        return market.times[now];
    }

    /** When an earlier bar is dated. */
    public long time(int ago) {
        return market.times[row(ago)];
    }

    /** The last close of the first instrument. */
    public double close() {
        return firstClose[now];
    }

    /** An earlier close of the first instrument. */
    public double close(int ago) {
        return firstClose[row(ago)];
    }

    public double close(int instrument, int ago) {
        return market.close[instrument][row(ago)];
    }

    public double open(int instrument, int ago) {
        return market.open[instrument][row(ago)];
    }

    public double high(int instrument, int ago) {
        return market.high[instrument][row(ago)];
    }

    public double low(int instrument, int ago) {
        return market.low[instrument][row(ago)];
    }

    /** NaN where the source gives none. */
    public double volume(int instrument, int ago) {
        return market.volume[instrument][row(ago)];
    }

    /** Whether an instrument had a bar at the time of the one that just closed. */
    public boolean has(int instrument) {
        return !Double.isNaN(market.close[instrument][now]);
    }

    /**
     * Copies closes of an instrument, oldest first, for a calculation over a window.
     *
     * @param into takes as many as it is long, the last of them the one that just closed
     * @throws IndexOutOfBoundsException where there are fewer
     */
    public void closes(int instrument, double[] into) {
        System.arraycopy(market.close[instrument], row(into.length - 1), into, 0, into.length);
    }

    private int row(int ago) {
        if (ago < 0 || ago > now) {
            throw new IndexOutOfBoundsException("at bar " + now + " there is no bar " + ago + " ago");
        }
        return now - ago;
    }
}
