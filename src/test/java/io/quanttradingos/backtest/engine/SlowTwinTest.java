package io.quanttradingos.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The engine against {@link SlowEngine}: markets, settings and orders by chance, every order, trade and equity equal. */
class SlowTwinTest {
    private static final int SEEDS = 500;
    private static final double TOLERANCE = 1e-9;

    /** What happened over all seeds, so that nobody believes in a case that never came up. */
    private final Map<String, Integer> seen = new TreeMap<>();

    @Test
    void every_order_trade_and_equity_is_that_of_a_slow_engine_written_from_the_rules() {
        Ledger ledger = new Ledger();
        for (long seed = 0; seed < SEEDS; seed++) {
            compare(seed, ledger);
        }
        assertEverythingHappened();
    }

    private void compare(long seed, Ledger ledger) {
        RandomRun random = RandomRun.of(seed);
        SlowEngine slow = new SlowEngine(random.bars(), random.settings());
        slow.run(random.orders());
        random.into(ledger, Hooks.none());

        String run = "seed " + seed + ", " + random.settings();
        ordersAgree(run, slow.orders, ledger.orders());
        tradesAgree(run, slow.trades, ledger.trades());
        accountsAgree(run, slow, ledger);
    }

    private void ordersAgree(String run, List<SlowEngine.Order> expected, OrderLog orders) {
        for (int id = 0; id < Math.min(orders.size(), expected.size()); id++) {
            SlowEngine.Order order = expected.get(id);
            String name = run + ": order " + id + " " + order.type + " given at " + order.given;
            assertThat(orders.type(id).name()).as(name).isEqualTo(order.type);
            assertThat(orders.submittedBar(id)).as(name).isEqualTo(order.given);
            assertThat(orders.status(id).name())
                    .as(name + " " + orders.note(id))
                    .isEqualTo(order.status);
            assertThat(orders.closedBar(id)).as(name).isEqualTo(order.closedBar);
            near(name + ": shares", orders.filledShares(id), order.filledShares);
            near(name + ": price", orders.price(id), order.price);
            near(name + ": commission", orders.commission(id), order.commission);
            near(name + ": slippage", orders.slippage(id), order.slippage);
            count(order);
            assertThat(orders.status(id) == OrderStatus.FILLED || orders.note(id) != null)
                    .as(name)
                    .isTrue();
            countNote(orders.note(id));
        }
        assertThat(orders.size()).as(run).isEqualTo(expected.size());
    }

    private void tradesAgree(String run, List<SlowEngine.Trade> expected, TradeLog trades) {
        assertThat(trades.size()).as(run).isEqualTo(expected.size());
        for (int id = 0; id < trades.size(); id++) {
            SlowEngine.Trade trade = expected.get(id);
            String name = run + ": trade " + id + " of bars " + trade.entryBar() + " to " + trade.exitBar();
            assertThat(trades.instrument(id)).as(name).isEqualTo(trade.instrument());
            assertThat(trades.entryBar(id)).as(name).isEqualTo(trade.entryBar());
            assertThat(trades.exitBar(id)).as(name).isEqualTo(trade.exitBar());
            near(name + ": shares", trades.shares(id), trade.shares());
            near(name + ": entry", trades.entryPrice(id), trade.entryPrice());
            near(name + ": exit", trades.exitPrice(id), trade.exitPrice());
            near(name + ": profit", trades.profit(id), trade.profit());
            near(name + ": commission", trades.commission(id), trade.commission());
            near(name + ": costs", trades.costs(id), trade.costs());
            double sign = Math.signum(trade.shares());
            double worst = sign > 0 ? trade.lowest() : trade.highest();
            double best = sign > 0 ? trade.highest() : trade.lowest();
            near(name + ": worst", trades.adverseExcursion(id), Math.min(0, sign * (worst / trade.entryPrice() - 1)));
            near(name + ": best", trades.favourableExcursion(id), Math.max(0, sign * (best / trade.entryPrice() - 1)));
            seen.merge(sign > 0 ? "long trade" : "short trade", 1, Integer::sum);
        }
    }

    private void accountsAgree(String run, SlowEngine slow, Ledger ledger) {
        assertThat(ledger.bars()).as(run).isEqualTo(slow.equity.size());
        for (int bar = 0; bar < ledger.bars(); bar++) {
            near(run + ": equity at bar " + bar, ledger.equity()[bar], slow.equity.get(bar));
        }
        near(run + ": cash", ledger.account().cash(), slow.cash);
        for (int i = 0; i < slow.positions.size(); i++) {
            near(run + ": shares", ledger.account().shares(i), slow.positions.get(i).held);
        }
        assertThat(ledger.isBankrupt()).as(run).isEqualTo(slow.bankrupt);
        assertThat(ledger.barsInMarket()).as(run).isEqualTo(slow.barsInMarket);
        if (slow.bankrupt) {
            seen.merge("bankrupt", 1, Integer::sum);
        }
    }

    private static void near(String name, double actual, double expected) {
        boolean bothNone = Double.isNaN(actual) && Double.isNaN(expected);
        double scale = Math.max(1, Math.abs(expected));
        if (!bothNone && !(Math.abs(actual - expected) <= TOLERANCE * scale)) {
            throw new AssertionError(name + " expected " + expected + " but was " + actual);
        }
    }

    private void count(SlowEngine.Order order) {
        String kind = order.parent == null ? order.type : "exit " + order.type;
        seen.merge(kind + " " + order.status, 1, Integer::sum);
        if (order.parent != null && order.closedBar == order.given && order.status.equals("FILLED")) {
            seen.merge("exit filled in the bar of its entry", 1, Integer::sum);
        }
    }

    private void countNote(@Nullable String note) {
        if (note != null) {
            seen.merge("note: " + note.replaceAll("[0-9.]+", "#").replaceAll("-#", "#"), 1, Integer::sum);
        }
    }

    private void assertEverythingHappened() {
        for (OrderType type : OrderType.values()) {
            for (OrderStatus status : OrderStatus.values()) {
                if (type != OrderType.MARKET || status != OrderStatus.EXPIRED) {
                    assertThat(seen).containsKey(type + " " + status);
                }
            }
        }
        assertThat(seen)
                .containsKeys("exit STOP FILLED", "exit TRAILING_STOP FILLED", "exit LIMIT FILLED")
                .containsKeys("exit filled in the bar of its entry", "bankrupt", "long trade", "short trade")
                .containsKeys("note: needs positions worth #, the equity of # allows #")
                .containsKeys("note: cut to what the buying power allows")
                .containsKeys("note: nothing was left of the buying power", "note: came to less than one share")
                .containsKeys("note: its counterpart was filled", "note: its position is gone")
                .containsKeys("note: replaced by a newer signal", "note: the strategy left before it was filled")
                .containsKeys("note: no price of it was known yet", "note: trading had not begun yet")
                .containsKeys("note: no average true range over the last # bars")
                .containsKeys("note: no volatility over the last # bars")
                .containsKeys("note: the bars ended first", "note: the account went bankrupt first")
                .containsKeys("note: the day ended before its price was reached", "note: cancelled by the strategy");
    }
}
