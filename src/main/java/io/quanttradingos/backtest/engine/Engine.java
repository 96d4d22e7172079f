package io.quanttradingos.backtest.engine;

/**
 * Runs a strategy over a market, for example {@code new Engine(market, settings).run(strategy, Hooks.none(), ledger)}.
 *
 * <p>For each bar, in this order: the orders given before are worked through it, the account is marked at its close, and
 * the strategy sees it and gives new orders. The same inputs always give the same ledger. Not for several threads at
 * once with one ledger; engines may share a market.
 */
public final class Engine {
    private final Market market;
    private final EngineSettings settings;

    public Engine(Market market, EngineSettings settings) {
        this.market = market;
        this.settings = settings;
    }

    /**
     * Runs from the first bar to the last, or until the equity is used up.
     *
     * @param ledger takes the record; what it held is gone
     */
    public void run(Strategy strategy, Hooks hooks, Ledger ledger) {
        int rows = market.rows();
        ledger.open(rows, market.instruments(), settings.initialCash());
        History history = new History(market);
        OrderBook book = new OrderBook(market, settings, hooks, ledger);
        Desk desk = new Desk(market, history, settings, hooks, ledger, book);
        boolean atSameClose = settings.fillModel() == FillModel.SAME_CLOSE;
        for (int bar = 0; bar < rows && !ledger.isBankrupt(); bar++) {
            if (!book.isEmpty()) {
                book.work(bar);
            }
            if (mark(ledger, bar)) {
                history.moveTo(bar);
                desk.moveTo(bar);
                strategy.atClose(history, desk);
                if (atSameClose && !book.isEmpty()) {
                    book.workAtSameClose(bar);
                    ledger.correctLast();
                }
            }
        }
        book.end(ledger.isBankrupt() ? "the account went bankrupt first" : "the bars ended first");
    }

    /** Records the equity at a bar's close and lets the positions see the bar; says whether any equity is left. */
    private boolean mark(Ledger ledger, int bar) {
        Account account = ledger.account();
        double equity = account.cash;
        boolean inMarket = false;
        for (int i = 0; i < account.shares.length; i++) {
            double close = market.close[i][bar];
            boolean hasBar = !Double.isNaN(close);
            if (hasBar) {
                account.mark(i, close);
            }
            double shares = account.shares[i];
            if (shares != 0) {
                inMarket = true;
                equity += shares * account.lastPrice(i);
                if (hasBar) {
                    account.seeBar(i, market.high[i][bar], market.low[i][bar], close);
                }
            }
        }
        return ledger.add(equity, inMarket);
    }
}
