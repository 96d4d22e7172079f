package io.quanttradingos.backtest.seed;

import java.util.List;

/** What a backtest gave: its figures, its trades, and the equity after each bar. Immutable. */
public final class SeedResult {
    private final SeedMetrics metrics;
    private final List<SeedTrade> trades;
    private final SeedBars bars;
    private final double[] equity;

    SeedResult(SeedMetrics metrics, List<SeedTrade> trades, SeedBars bars, double[] equity) {
        this.metrics = metrics;
        this.trades = List.copyOf(trades);
        this.bars = bars;
        this.equity = equity;
    }

    /** 1, or 0 where the first bar's purchase could not be paid. */
    public int numTrades() {
        return trades.size();
    }

    public SeedMetrics metrics() {
        return metrics;
    }

    public List<SeedTrade> trades() {
        return trades;
    }

    /** The bars that were traded on; bar and equity of one row belong together. */
    public SeedBars bars() {
        return bars;
    }

    /** Cash and position at the close of a bar. */
    public double equity(int row) {
        return equity[row];
    }
}
