package io.quanttradingos.backtest.engine;

import java.util.Arrays;

/** The cash and positions of a run; equity is cash and the positions at their last known prices. */
public final class Account {
    private final TradeLog trades;
    double cash;
    double[] shares;
    private double[] mark;
    private double[] averagePrice;
    private double[] entryCommission;
    private double[] entryCosts;
    private int[] entryBar;
    private double[] highest;
    private double[] lowest;

    /** Whether the range of the bar at hand is not the position's yet, because it was opened within that bar. */
    private boolean[] openedWithin;

    double commission;
    double slippage;
    double tradedValue;

    Account(TradeLog trades) {
        this.trades = trades;
        this.shares = new double[0];
        this.mark = new double[0];
        this.averagePrice = new double[0];
        this.entryCommission = new double[0];
        this.entryCosts = new double[0];
        this.entryBar = new int[0];
        this.highest = new double[0];
        this.lowest = new double[0];
        this.openedWithin = new boolean[0];
    }

    void open(int instruments, double initialCash) {
        if (shares.length != instruments) {
            shares = new double[instruments];
            mark = new double[instruments];
            averagePrice = new double[instruments];
            entryCommission = new double[instruments];
            entryCosts = new double[instruments];
            entryBar = new int[instruments];
            highest = new double[instruments];
            lowest = new double[instruments];
            openedWithin = new boolean[instruments];
        }
        Arrays.fill(shares, 0);
        Arrays.fill(mark, Double.NaN);
        Arrays.fill(openedWithin, false);
        cash = initialCash;
        commission = 0;
        slippage = 0;
        tradedValue = 0;
    }

    public double cash() {
        return cash;
    }

    /** Signed shares of an instrument. */
    public double shares(int instrument) {
        return shares[instrument];
    }

    /** The average price that a position was opened at; NaN where there is none. */
    public double averagePrice(int instrument) {
        return shares[instrument] == 0 ? Double.NaN : averagePrice[instrument];
    }

    /** The bar in which a position was opened; -1 where there is none. */
    public int entryBar(int instrument) {
        return shares[instrument] == 0 ? -1 : entryBar[instrument];
    }

    /** The commission that was paid to open what is still open of a position, in currency. */
    public double openCommission(int instrument) {
        return shares[instrument] == 0 ? 0 : entryCommission[instrument];
    }

    /** Commission and slippage that were paid to open what is still open of a position, in currency. */
    public double openCosts(int instrument) {
        return shares[instrument] == 0 ? 0 : entryCosts[instrument];
    }

    /** Cash and positions at the last known prices. */
    public double equity() {
        double equity = cash;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                equity += shares[i] * mark[i];
            }
        }
        return equity;
    }

    /** The value of all positions, long and short ones added up. */
    public double grossExposure() {
        double gross = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] != 0) {
                gross += Math.abs(shares[i]) * mark[i];
            }
        }
        return gross;
    }

    /** The commission of all fills so far, in currency. */
    public double commission() {
        return commission;
    }

    /** What half spread, slippage and impact have cost so far, in currency. */
    public double slippage() {
        return slippage;
    }

    /** The value of all fills so far, in currency. */
    public double tradedValue() {
        return tradedValue;
    }

    /** The last known price of an instrument; NaN before its first bar. */
    public double lastPrice(int instrument) {
        return mark[instrument];
    }

    boolean isInMarket() {
        for (double held : shares) {
            if (held != 0) {
                return true;
            }
        }
        return false;
    }

    void mark(int instrument, double price) {
        mark[instrument] = price;
    }

    /** Takes prices of the bar at hand into the range that a position has seen, unless it was opened after they were. */
    void see(int i, double high, double low) {
        if (!openedWithin[i]) {
            highest[i] = Math.max(highest[i], high);
            lowest[i] = Math.min(lowest[i], low);
        }
    }

    /** Takes a bar that ended into the range; of one that a position was opened within, its close. */
    void seeBar(int i, double high, double low, double close) {
        boolean within = openedWithin[i];
        highest[i] = Math.max(highest[i], within ? close : high);
        lowest[i] = Math.min(lowest[i], within ? close : low);
        openedWithin[i] = false;
    }

    /**
     * Books a fill.
     *
     * @param signed shares bought, or sold where negative
     * @param quoted the price before costs, at which the position is marked from now on
     * @param price the price paid
     */
    void fill(int i, double signed, double quoted, double price, double commissionPaid, int bar, Moment moment) {
        double slippagePaid = Math.abs(signed * (price - quoted));
        cash -= signed * price + commissionPaid;
        commission += commissionPaid;
        slippage += slippagePaid;
        tradedValue += Math.abs(signed) * price;
        mark[i] = quoted;
        double held = shares[i];
        double closing = held * signed < 0 ? Math.min(Math.abs(held), Math.abs(signed)) : 0;
        double closingPart = closing / Math.abs(signed);
        double costs = commissionPaid + slippagePaid;
        if (closing > 0) {
            book(i, closing, price, commissionPaid * closingPart, costs * closingPart, bar);
        }
        if (closingPart < 1) {
            enlarge(i, signed - Math.copySign(closing, signed), price, bar, moment);
            entryCommission[i] += commissionPaid * (1 - closingPart);
            entryCosts[i] += costs * (1 - closingPart);
        }
    }

    private void book(int i, double closing, double price, double commissionPaid, double costs, int bar) {
        double held = shares[i];
        double part = closing / Math.abs(held);
        double direction = Math.signum(held);
        double entryCommissionPart = entryCommission[i] * part;
        double entryCostsPart = entryCosts[i] * part;
        highest[i] = Math.max(highest[i], price);
        lowest[i] = Math.min(lowest[i], price);
        int id = trades.next();
        trades.when(id, i, entryBar[i], bar);
        double gross = direction * closing * (price - averagePrice[i]);
        trades.what(id, direction * closing, averagePrice[i], price, gross - entryCommissionPart - commissionPaid);
        trades.paid(id, entryCommissionPart + commissionPaid, entryCostsPart + costs);
        trades.range(id, lowest[i], highest[i]);
        entryCommission[i] -= entryCommissionPart;
        entryCosts[i] -= entryCostsPart;
        shares[i] = part == 1 ? 0 : held - direction * closing;
    }

    private void enlarge(int i, double signed, double price, int bar, Moment moment) {
        double held = shares[i];
        if (held == 0) {
            entryBar[i] = bar;
            averagePrice[i] = price;
            entryCommission[i] = 0;
            entryCosts[i] = 0;
            highest[i] = price;
            lowest[i] = price;
            openedWithin[i] = moment == Moment.WITHIN || moment == Moment.AT_CLOSE;
        } else {
            averagePrice[i] = (held * averagePrice[i] + signed * price) / (held + signed);
        }
        shares[i] = held + signed;
    }
}
