package io.quanttradingos.backtest.engine;

/** Starts the exits that an entry brings with it, moves those that trail, and cancels those that have become void. */
final class Exits {
    private final Market market;
    private final Account account;
    private final OrderLog orders;
    private final WorkingOrders working;

    Exits(Market market, Ledger ledger, WorkingOrders working) {
        this.market = market;
        this.account = ledger.account();
        this.orders = ledger.orders();
        this.working = working;
    }

    /** What follows from a fill. */
    void follow(int order, int bar, Moment moment) {
        int instrument = orders.instrument(order);
        cancelVoid(order, instrument, bar);
        double filled = orders.filledShares(order);
        double held = account.shares[instrument];
        Bracket bracket = orders.bracket(order);
        if (bracket != null && !bracket.isNone() && filled * held > 0) {
            double shares = -Math.copySign(Math.min(Math.abs(filled), Math.abs(held)), held);
            start(order, bracket, shares, bar, moment);
        }
    }

    /** The counterparts of an exit that was filled, and the exits that would not make a position smaller any more. */
    private void cancelVoid(int filled, int instrument, int bar) {
        int family = orders.parent(filled);
        double held = account.shares[instrument];
        for (int k = 0; k < working.size(); k++) {
            int other = working.get(k);
            if (orders.parent(other) < 0 || orders.instrument(other) != instrument || !orders.isOpen(other)) {
                continue;
            }
            if (orders.parent(other) == family) {
                orders.close(other, bar, OrderStatus.CANCELLED, "its counterpart was filled");
            } else if (held * orders.shares[other] >= 0) {
                orders.close(other, bar, OrderStatus.CANCELLED, "its position is gone");
            }
        }
    }

    private void start(int entry, Bracket bracket, double shares, int bar, Moment moment) {
        double price = orders.price(entry);
        int away = shares < 0 ? -1 : 1;
        if (!Double.isNaN(bracket.stopLoss())) {
            int stop = start(entry, OrderType.STOP, shares, bar, moment);
            orders.stop[stop] = price * (1 + away * bracket.stopLoss());
        }
        if (!Double.isNaN(bracket.trailingStop())) {
            int stop = start(entry, OrderType.TRAILING_STOP, shares, bar, moment);
            orders.trail[stop] = bracket.trailingStop();
            startTrailing(stop, price);
        }
        if (!Double.isNaN(bracket.takeProfit())) {
            int limit = start(entry, OrderType.LIMIT, shares, bar, moment);
            orders.limit[limit] = price * (1 - away * bracket.takeProfit());
        }
    }

    private int start(int entry, OrderType type, double shares, int bar, Moment moment) {
        int order = orders.add(orders.instrument(entry), type, shares, Double.NaN, bar);
        orders.setParent(order, entry);
        orders.setReduceOnly(order);
        boolean waits = moment.isAtEnd() || (moment == Moment.WITHIN && type == OrderType.LIMIT);
        orders.liveFrom[order] = waits ? bar + 1 : bar;
        if (moment == Moment.WITHIN && !waits) {
            orders.setBegunWithin(order);
        }
        working.add(order);
        return order;
    }

    void startTrailing(int order, double best) {
        orders.stop[order] = trailed(order, best);
    }

    /** Moves the trailing stops to the bar's best price; they work with it from the next bar on. */
    void trail(int bar) {
        for (int k = 0; k < working.size(); k++) {
            int order = working.get(k);
            boolean works = orders.type(order) == OrderType.TRAILING_STOP && orders.liveFrom[order] <= bar;
            int i = orders.instrument(order);
            if (!works || !orders.isOpen(order) || !market.has(i, bar)) {
                continue;
            }
            boolean buy = orders.isBuy(order);
            double best = orders.beganWithin(order, bar)
                    ? market.close[i][bar]
                    : buy ? market.low[i][bar] : market.high[i][bar];
            double moved = trailed(order, best);
            orders.stop[order] = buy ? Math.min(orders.stop[order], moved) : Math.max(orders.stop[order], moved);
        }
    }

    private double trailed(int order, double best) {
        return best * (orders.isBuy(order) ? 1 + orders.trail[order] : 1 - orders.trail[order]);
    }
}
