package io.quanttradingos.backtest.engine;

import java.util.Arrays;

/**
 * The closed trades of a run, in the order they were closed.
 *
 * <p>A trade is the part of a position that one fill closed, against the position's average price; its entry is the bar
 * in which the position was opened. Costs of the entry are shared out by shares; those of a fill that turns a position
 * round belong to the trade it closes and the one it opens, again by shares. Held column by column and kept for the next
 * run.
 *
 * <p>The best and worst prices of a trade are those since its position was opened, of the bar of an entry after the open
 * only its close, and of the bar of an exit before the close only its open and the price of the exit.
 */
public final class TradeLog {
    private int size;
    private int[] instrument = new int[32];
    private int[] entryBar = new int[32];
    private int[] exitBar = new int[32];
    private double[] shares = new double[32];
    private double[] entryPrice = new double[32];
    private double[] exitPrice = new double[32];
    private double[] profit = new double[32];
    private double[] commission = new double[32];
    private double[] costs = new double[32];
    private double[] lowest = new double[32];
    private double[] highest = new double[32];

    TradeLog() {}

    void clear() {
        size = 0;
    }

    /** Makes room for one more trade and says its number. */
    int next() {
        int id = size++;
        if (id == instrument.length) {
            grow(id * 2);
        }
        return id;
    }

    private void grow(int length) {
        instrument = Arrays.copyOf(instrument, length);
        entryBar = Arrays.copyOf(entryBar, length);
        exitBar = Arrays.copyOf(exitBar, length);
        shares = Arrays.copyOf(shares, length);
        entryPrice = Arrays.copyOf(entryPrice, length);
        exitPrice = Arrays.copyOf(exitPrice, length);
        profit = Arrays.copyOf(profit, length);
        commission = Arrays.copyOf(commission, length);
        costs = Arrays.copyOf(costs, length);
        lowest = Arrays.copyOf(lowest, length);
        highest = Arrays.copyOf(highest, length);
    }

    void when(int id, int ofInstrument, int entered, int exited) {
        instrument[id] = ofInstrument;
        entryBar[id] = entered;
        exitBar[id] = exited;
    }

    void what(int id, double signedShares, double entered, double exited, double netProfit) {
        shares[id] = signedShares;
        entryPrice[id] = entered;
        exitPrice[id] = exited;
        profit[id] = netProfit;
    }

    void paid(int id, double commissionPaid, double costsPaid) {
        commission[id] = commissionPaid;
        costs[id] = costsPaid;
    }

    void range(int id, double lowestPrice, double highestPrice) {
        lowest[id] = lowestPrice;
        highest[id] = highestPrice;
    }

    /** The number of trades. */
    public int size() {
        return size;
    }

    public int instrument(int id) {
        return instrument[id];
    }

    public int entryBar(int id) {
        return entryBar[id];
    }

    public int exitBar(int id) {
        return exitBar[id];
    }

    /** Positive for a long trade, negative for a short one. */
    public double shares(int id) {
        return shares[id];
    }

    /** The average price of the position, with slippage. */
    public double entryPrice(int id) {
        return entryPrice[id];
    }

    /** With slippage. */
    public double exitPrice(int id) {
        return exitPrice[id];
    }

    /** Profit or loss after costs, in currency. */
    public double profit(int id) {
        return profit[id];
    }

    /** Profit or loss after costs as a fraction of the entry's value. */
    public double returned(int id) {
        return profit[id] / (Math.abs(shares[id]) * entryPrice[id]);
    }

    /** Of entry and exit, in currency. */
    public double commission(int id) {
        return commission[id];
    }

    /** Commission and slippage of entry and exit, in currency. */
    public double costs(int id) {
        return costs[id];
    }

    /** The maximum adverse excursion: the worst move against the entry's price, as a fraction of it, at most 0. */
    public double adverseExcursion(int id) {
        double worst = shares[id] > 0 ? lowest[id] - entryPrice[id] : entryPrice[id] - highest[id];
        return Math.min(0, worst / entryPrice[id]);
    }

    /** The maximum favourable excursion: the best move in favour of the entry's price, as a fraction of it, at least 0. */
    public double favourableExcursion(int id) {
        double best = shares[id] > 0 ? highest[id] - entryPrice[id] : entryPrice[id] - lowest[id];
        return Math.max(0, best / entryPrice[id]);
    }
}
