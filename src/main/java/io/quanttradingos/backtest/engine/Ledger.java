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
    private boolean lastInMarket;
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

    /** Takes the equity after a bar; says whether there is any. */
    boolean add(double value, boolean inMarket) {
        equity[bars++] = value;
        lastInMarket = inMarket;
        if (inMarket) {
            barsInMarket++;
        }
        bankrupt = !(value > 0);
        return !bankrupt;
    }

    /** Replaces the equity after the last bar by what the account holds after trading at its close. */
    void correctLast() {
        if (lastInMarket) {
            barsInMarket--;
        }
        bars--;
        add(account.equity(), account.isInMarket());
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

    /** At the end of how many bars there was a position. */
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
