package io.quanttradingos.backtest.engine;

/**
 * Works the orders through a bar.
 *
 * <p>What happens at the open comes first: the market orders, those that make a position smaller before the others, then
 * the stops, then the limits that the bar opens beyond. Then come the stops and after them the limits that it reaches later:
 * which of them it reached first is not known, so a bar that reaches both counts as stopped. Orders of one turn are worked
 * as they were given; the exits of an entry filled on the way follow it in the same order. Last, where market orders wait
 * for it, comes the close.
 */
final class OrderBook {
    private final Market market;
    private final FillModel model;
    private final Account account;
    private final OrderLog orders;
    private final WorkingOrders working;
    private final FillPrice prices;
    private final Execution execution;

    OrderBook(Market market, EngineSettings settings, Hooks hooks, Ledger ledger) {
        this.market = market;
        this.model = settings.fillModel();
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.working = new WorkingOrders(orders);
        this.prices = new FillPrice(market, orders);
        this.execution = new Execution(market, settings, hooks, ledger, working);
    }

    boolean isEmpty() {
        return working.size() == 0;
    }

    void add(int order) {
        working.add(order);
    }

    void startTrailing(int order, double best) {
        execution.exits().startTrailing(order, best);
    }

    /** Works all orders through a bar. */
    void work(int bar) {
        mark(bar, market.open);
        if (model == FillModel.NEXT_OPEN) {
            marketOrders(bar, market.open, Moment.AT_OPEN);
        }
        atOpen(bar);
        within(bar);
        if (model == FillModel.NEXT_CLOSE) {
            mark(bar, market.close);
            marketOrders(bar, market.close, Moment.AT_CLOSE);
        }
        expire(bar);
        execution.exits().trail(bar);
        working.compact();
    }

    /** Fills the market orders that were given at this very close. */
    void workAtSameClose(int bar) {
        marketOrders(bar, market.close, Moment.AFTER_CLOSE);
        working.compact();
    }

    /** Says of the orders that still work why nothing came of them. */
    void end(String reason) {
        for (int k = 0; k < working.size(); k++) {
            if (orders.isOpen(working.get(k))) {
                orders.remark(working.get(k), reason);
            }
        }
    }

    private void mark(int bar, double[][] at) {
        for (int i = 0; i < at.length; i++) {
            if (market.has(i, bar)) {
                account.mark(i, at[i][bar]);
            }
        }
    }

    private void marketOrders(int bar, double[][] at, Moment moment) {
        marketOrders(bar, at, moment, true);
        marketOrders(bar, at, moment, false);
    }

    private void marketOrders(int bar, double[][] at, Moment moment, boolean reducing) {
        FillSize size = execution.size();
        size.beginTurn();
        int known = working.size();
        for (int k = 0; k < known; k++) {
            int order = working.get(k);
            if (orders.type(order) != OrderType.MARKET || !orders.isOpen(order)) {
                continue;
            }
            double price = at[orders.instrument(order)][bar];
            if (!Double.isNaN(price) && (!reducing || size.isReducing(order, price))) {
                execution.fill(order, bar, price, true, moment);
            }
        }
    }

    private void atOpen(int bar) {
        for (int k = 0; k < working.size(); k++) {
            if (isStop(working.get(k))) {
                fillAtOpen(working.get(k), bar);
            }
        }
        int known = working.size();
        for (int k = 0; k < known; k++) {
            if (orders.type(working.get(k)) == OrderType.LIMIT) {
                fillAtOpen(working.get(k), bar);
            }
        }
    }

    private void within(int bar) {
        int first = 0;
        while (first < working.size()) {
            for (int k = first; k < working.size(); k++) {
                if (isStop(working.get(k))) {
                    fillWithin(working.get(k), bar);
                }
            }
            int known = working.size();
            for (int k = first; k < known; k++) {
                if (orders.type(working.get(k)) == OrderType.LIMIT) {
                    fillWithin(working.get(k), bar);
                }
            }
            first = known;
        }
    }

    private boolean isStop(int order) {
        OrderType type = orders.type(order);
        return type != OrderType.MARKET && type != OrderType.LIMIT;
    }

    private void fillAtOpen(int order, int bar) {
        if (works(order, bar)) {
            fill(order, bar, prices.atOpen(order, bar), Moment.AT_OPEN);
        }
    }

    private void fillWithin(int order, int bar) {
        if (works(order, bar)) {
            fill(order, bar, prices.within(order, bar), Moment.WITHIN);
        }
    }

    private boolean works(int order, int bar) {
        return orders.isOpen(order) && orders.liveFrom[order] <= bar;
    }

    private void fill(int order, int bar, double price, Moment moment) {
        if (!Double.isNaN(price)) {
            OrderType type = orders.type(order);
            boolean paysSpread = type == OrderType.STOP || type == OrderType.TRAILING_STOP;
            execution.fill(order, bar, price, paysSpread, moment);
        }
    }

    /** Market orders are left out: they are filled or rejected in the bar they wait for. */
    private void expire(int bar) {
        for (int k = 0; k < working.size(); k++) {
            int order = working.get(k);
            boolean canExpire = orders.isDay(order) && orders.type(order) != OrderType.MARKET && orders.isOpen(order);
            if (canExpire && orders.submittedBar(order) < bar && market.has(orders.instrument(order), bar)) {
                orders.close(order, bar, OrderStatus.EXPIRED, "the day ended before its price was reached");
            }
        }
    }
}
