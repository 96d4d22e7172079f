package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.TradeLog;
import io.quanttradingos.backtest.performance.TradeColumns;

/** The trades of a ledger as columns, the closed ones first, then what is still open at its last price. */
final class LedgerTrades {
    private final int trades;
    private final int[] entryBar;
    private final int[] exitBar;
    private final double[] entryPrice;
    private final double[] exitPrice;
    private final double[] shares;
    private final double[] profit;
    private final double[] costs;
    private final double[] adverse;
    private final double[] favourable;

    private LedgerTrades(int trades) {
        this.trades = trades;
        this.entryBar = new int[trades];
        this.exitBar = new int[trades];
        this.entryPrice = new double[trades];
        this.exitPrice = new double[trades];
        this.shares = new double[trades];
        this.profit = new double[trades];
        this.costs = new double[trades];
        this.adverse = new double[trades];
        this.favourable = new double[trades];
    }

    static TradeColumns of(Ledger ledger, int instruments) {
        TradeLog log = ledger.trades();
        Account account = ledger.account();
        int open = 0;
        for (int i = 0; i < instruments; i++) {
            open += account.shares(i) == 0 ? 0 : 1;
        }
        LedgerTrades columns = new LedgerTrades(log.size() + open);
        for (int id = 0; id < log.size(); id++) {
            columns.closed(id, log);
        }
        int at = log.size();
        for (int i = 0; i < instruments; i++) {
            if (account.shares(i) != 0) {
                columns.open(at++, account, i);
            }
        }
        return columns.columns();
    }

    private void closed(int id, TradeLog log) {
        entryBar[id] = log.entryBar(id);
        exitBar[id] = log.exitBar(id);
        entryPrice[id] = log.entryPrice(id);
        exitPrice[id] = log.exitPrice(id);
        shares[id] = log.shares(id);
        profit[id] = log.profit(id);
        costs[id] = log.costs(id);
        adverse[id] = log.adverseExcursion(id);
        favourable[id] = log.favourableExcursion(id);
    }

    private void open(int at, Account account, int instrument) {
        entryBar[at] = account.entryBar(instrument);
        exitBar[at] = TradeColumns.STILL_OPEN;
        entryPrice[at] = account.averagePrice(instrument);
        exitPrice[at] = account.lastPrice(instrument);
        shares[at] = account.shares(instrument);
        profit[at] = account.shares(instrument) * (exitPrice[at] - entryPrice[at]) - account.openCommission(instrument);
        costs[at] = account.openCosts(instrument);
    }

    private TradeColumns columns() {
        return new TradeColumns(
                trades, entryBar, exitBar, entryPrice, exitPrice, shares, profit, costs, adverse, favourable);
    }
}
