package io.quanttradingos.backtest.engine;

/** The price at which a bar fills a working order, before costs; NaN where it does not. */
final class FillPrice {
    private final Market market;
    private final OrderLog orders;

    FillPrice(Market market, OrderLog orders) {
        this.market = market;
        this.orders = orders;
    }

    /** At the bar's open; an exit that begins within the bar has none. */
    double atOpen(int order, int bar) {
        double open = market.open[orders.instrument(order)][bar];
        if (Double.isNaN(open) || orders.beganWithin(order, bar)) {
            return Double.NaN;
        }
        boolean isFilled = switch (orders.type(order)) {
            case STOP, TRAILING_STOP -> isStoppedAt(open, order);
            case STOP_LIMIT -> isTriggeredAt(open, order) && isBetter(open, order);
            case LIMIT -> isBetter(open, order);
            case MARKET -> false;
        };
        return isFilled ? open : Double.NaN;
    }

    private boolean isBetter(double open, int order) {
        return Matching.limitAtOpen(orders.isBuy(order), orders.limit[order], open);
    }

    private boolean isStoppedAt(double price, int order) {
        return Matching.stopAtOpen(orders.isBuy(order), orders.stop[order], price);
    }

    private boolean isTriggeredAt(double open, int order) {
        if (!orders.isTriggered(order) && isStoppedAt(open, order)) {
            orders.setTriggered(order);
        }
        return orders.isTriggered(order);
    }

    /** After the open, which has not filled it. */
    double within(int order, int bar) {
        double stop = orders.stop[order];
        return switch (orders.type(order)) {
            case STOP, TRAILING_STOP -> isReached(order, bar) ? stop : Double.NaN;
            case STOP_LIMIT -> orders.isTriggered(order) ? limit(order, bar) : triggered(order, bar);
            case LIMIT -> limit(order, bar);
            case MARKET -> Double.NaN;
        };
    }

    private double limit(int order, int bar) {
        int i = orders.instrument(order);
        double limit = orders.limit[order];
        boolean isThrough = Matching.limitWithin(orders.isBuy(order), limit, market.high[i][bar], market.low[i][bar]);
        return isThrough ? limit : Double.NaN;
    }

    private double triggered(int order, int bar) {
        if (!isReached(order, bar)) {
            return Double.NaN;
        }
        orders.setTriggered(order);
        double stop = orders.stop[order];
        return Matching.allows(orders.isBuy(order), orders.limit[order], stop) ? stop : Double.NaN;
    }

    private boolean isReached(int order, int bar) {
        int i = orders.instrument(order);
        return Matching.stopWithin(orders.isBuy(order), orders.stop[order], market.high[i][bar], market.low[i][bar]);
    }
}
