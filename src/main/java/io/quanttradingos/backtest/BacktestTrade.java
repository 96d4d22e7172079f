package io.quanttradingos.backtest;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.TradeLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One trade of a run.
 *
 * @param symbol the instrument
 * @param side long or short
 * @param shares positive
 * @param entryTime the time of the bar in which the position was opened
 * @param exitTime the time of the bar in which it was closed; null while it is open
 * @param entryPrice the average price of the position, with slippage
 * @param exitPrice with slippage; of an open trade the last close
 * @param profit after costs, in currency; of an open trade what it would be at the last close, its exit's costs left out
 * @param returnPct the profit in percent of the entry's value
 * @param costs commission and slippage, in currency; null for an open trade, whose exit is still to be paid
 * @param bars from entry to exit
 * @param maePct the worst move against the entry's price, percent, at most 0; null for an open trade
 * @param mfePct the best move in its favour, percent, at least 0; null for an open trade
 */
public record BacktestTrade(
        String symbol,
        String side,
        double shares,
        Instant entryTime,
        @Nullable Instant exitTime,
        double entryPrice,
        double exitPrice,
        double profit,
        double returnPct,
        @Nullable Double costs,
        int bars,
        @Nullable Double maePct,
        @Nullable Double mfePct) {

    /** The closed trades in the order they were closed, then the positions that are open. */
    static List<BacktestTrade> rows(Ledger ledger, Market market) {
        List<BacktestTrade> rows = new ArrayList<>();
        TradeLog trades = ledger.trades();
        for (int id = 0; id < trades.size(); id++) {
            rows.add(closed(trades, market, id));
        }
        for (int i = 0; i < market.instruments(); i++) {
            if (ledger.account().shares(i) != 0) {
                rows.add(open(ledger, market, i));
            }
        }
        return rows;
    }

    private static BacktestTrade closed(TradeLog trades, Market market, int id) {
        return new BacktestTrade(
                market.symbols().get(trades.instrument(id)).text(),
                trades.shares(id) > 0 ? "long" : "short",
                Math.abs(trades.shares(id)),
                market.time(trades.entryBar(id)),
                market.time(trades.exitBar(id)),
                trades.entryPrice(id),
                trades.exitPrice(id),
                trades.profit(id),
                trades.returned(id) * 100,
                trades.costs(id),
                trades.exitBar(id) - trades.entryBar(id),
                trades.adverseExcursion(id) * 100,
                trades.favourableExcursion(id) * 100);
    }

    private static BacktestTrade open(Ledger ledger, Market market, int i) {
        Account account = ledger.account();
        double shares = account.shares(i);
        double entry = account.averagePrice(i);
        double last = account.lastPrice(i);
        double profit = shares * (last - entry) - account.openCommission(i);
        return new BacktestTrade(
                market.symbols().get(i).text(),
                shares > 0 ? "long" : "short",
                Math.abs(shares),
                market.time(account.entryBar(i)),
                null,
                entry,
                last,
                profit,
                profit / (Math.abs(shares) * entry) * 100,
                null,
                ledger.bars() - 1 - account.entryBar(i),
                null,
                null);
    }
}
