package io.quanttradingos.backtest.engine;

/**
 * The record of a run: the equity after every bar, the orders, the trades and the account at its end.
 *
 * <p>May be used for one run after the other and grows to the longest: a caller that keeps one per thread allocates
 * nothing for a bar. What it held is gone when the next run begins.
 */
public final class Ledger {
    private final OrderLog orders = new OrderLog();
    private final TradeLog trades = new TradeLog();
    private final Account account = new Account(trades);
    private double[] equity = new double[0];
    private int bars;
    private int barsInMarket;
    private boolean bankrupt;

    void open(int rows, int instruments, double initialCash) {
        if (equity.length < rows) {
            equity = new double[rows];
        }
        bars = 0;
        barsInMarket = 0;
        bankrupt = false;
        orders.clear();
        trades.clear();
        account.open(instruments, initialCash);
    }

    void add(double value) {
        equity[bars++] = value;
    }

    void correctLast(double value) {
        equity[bars - 1] = value;
    }

    void countBarInMarket() {
        barsInMarket++;
    }

    void endInBankruptcy() {
        bankrupt = true;
    }

    /** The equity at the close of each bar; only the first {@link #bars} count, and none may be written. */
    public double[] equity() {
        return equity;
    }

    /** How many bars were run: all of them, unless the account went bankrupt. */
    public int bars() {
        return bars;
    }

    /** The equity at the end; NaN where there was no bar. */
    public double finalEquity() {
        return bars == 0 ? Double.NaN : equity[bars - 1];
    }

    /** After how many bars there was a position. */
    public int barsInMarket() {
        return barsInMarket;
    }

    /** Whether the run ended because the equity was used up. */
    public boolean isBankrupt() {
        return bankrupt;
    }

    public OrderLog orders() {
        return orders;
    }

    public TradeLog trades() {
        return trades;
    }

    public Account account() {
        return account;
    }
}
