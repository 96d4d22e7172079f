package io.quanttradingos.backtest.engine;

/**
 * Works the orders through a bar.
 *
 * <p>First the market orders at the open, those that make a position smaller before the others; then the stops, then the
 * limits; then, where market orders wait for it, the close. So a bar that reaches both counts as stopped. The exits of an
 * entry filled on the way follow it in the same order.
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
        int first = 0;
        while (first < working.size()) {
            stops(bar, first);
            int known = working.size();
            limits(bar, first, known);
            first = known;
        }
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

    private void stops(int bar, int first) {
        for (int k = first; k < working.size(); k++) {
            int order = working.get(k);
            OrderType type = orders.type(order);
            boolean isStop = type == OrderType.STOP || type == OrderType.TRAILING_STOP;
            if ((isStop || type == OrderType.STOP_LIMIT) && works(order, bar)) {
                double price = isStop ? prices.stop(order, bar) : prices.stopLimit(order, bar);
                fill(order, bar, price, isStop);
            }
        }
    }

    private void limits(int bar, int first, int end) {
        for (int k = first; k < end; k++) {
            int order = working.get(k);
            if (orders.type(order) == OrderType.LIMIT && works(order, bar)) {
                fill(order, bar, prices.limit(order, bar), false);
            }
        }
    }

    private boolean works(int order, int bar) {
        return orders.isOpen(order) && orders.liveFrom[order] <= bar;
    }

    private void fill(int order, int bar, double price, boolean paysSpread) {
        if (!Double.isNaN(price)) {
            execution.fill(order, bar, price, paysSpread, momentOf(order, bar, price));
        }
    }

    /** A bar that opens at a limit only touches it there, so what is filled at a limit is filled later. */
    private Moment momentOf(int order, int bar, double price) {
        boolean atStart = price == prices.startOf(order, bar) && price != orders.limit[order];
        return atStart && !orders.beganWithin(order, bar) ? Moment.AT_OPEN : Moment.WITHIN;
    }

    private void expire(int bar) {
        for (int k = 0; k < working.size(); k++) {
            int order = working.get(k);
            boolean hadItsBar = orders.submittedBar(order) < bar && market.has(orders.instrument(order), bar);
            if (hadItsBar && orders.isDay(order) && orders.isOpen(order)) {
                orders.close(order, bar, OrderStatus.EXPIRED, "the day ended before its price was reached");
            }
        }
    }
}
