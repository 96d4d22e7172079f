package io.quanttradingos.backtest.engine;

/** The price at which a bar fills a working order, before costs; NaN where it does not. */
final class FillPrice {
    private final Market market;
    private final OrderLog orders;

    FillPrice(Market market, OrderLog orders) {
        this.market = market;
        this.orders = orders;
    }

    /** The price a bar begins with for an order: its open, or what an exit begun within the bar begins with. */
    double startOf(int order, int bar) {
        return orders.beganWithin(order, bar) ? orders.startPrice[order] : market.open[orders.instrument(order)][bar];
    }

    double limit(int order, int bar) {
        int i = orders.instrument(order);
        return Matching.limit(
                orders.isBuy(order), orders.limit[order], market.open[i][bar], market.high[i][bar], market.low[i][bar]);
    }

    double stop(int order, int bar) {
        int i = orders.instrument(order);
        return Matching.stop(
                orders.isBuy(order), orders.stop[order], startOf(order, bar), market.high[i][bar], market.low[i][bar]);
    }

    /** Remembers that a stop-limit order was triggered. */
    double stopLimit(int order, int bar) {
        if (orders.isTriggered(order)) {
            return limit(order, bar);
        }
        double triggered = stop(order, bar);
        if (Double.isNaN(triggered)) {
            return Double.NaN;
        }
        orders.setTriggered(order);
        int i = orders.instrument(order);
        return Matching.triggeredLimit(
                orders.isBuy(order),
                orders.limit[order],
                triggered,
                startOf(order, bar),
                market.high[i][bar],
                market.low[i][bar]);
    }
}
