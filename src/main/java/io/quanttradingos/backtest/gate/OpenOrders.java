package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.OrderStatus;
import io.quanttradingos.backtest.engine.OrderType;
import java.util.Arrays;

/** The orders of a run that still work. Looks at every order once, and again while it works. */
final class OpenOrders {
    private final OrderLog orders;
    private int seen;
    private int[] open = new int[8];
    private int count;

    OpenOrders(OrderLog orders) {
        this.orders = orders;
    }

    private void update() {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (orders.status(open[k]) == OrderStatus.OPEN) {
                open[kept++] = open[k];
            }
        }
        count = kept;
        for (; seen < orders.size(); seen++) {
            if (orders.status(seen) == OrderStatus.OPEN) {
                if (count == open.length) {
                    open = Arrays.copyOf(open, count * 2);
                }
                open[count++] = seen;
            }
        }
    }

    /**
     * The signed shares that an order will meet when it is filled: none where a market order given before it ends the
     * position, as when a strategy turns round.
     *
     * @param order its number in the log, or the one it is going to have
     */
    double held(int instrument, int order, Account account) {
        double held = account.shares(instrument);
        if (held == 0) {
            return 0;
        }
        update();
        for (int k = 0; k < count && open[k] < order; k++) {
            if (orders.instrument(open[k]) == instrument
                    && orders.type(open[k]) == OrderType.MARKET
                    && (orders.askedWeight(open[k]) == 0 || closesAll(open[k], held))) {
                return 0;
            }
        }
        return held;
    }

    private boolean closesAll(int order, double held) {
        double shares = orders.askedShares(order);
        return held * shares < 0 && Math.abs(shares) >= Math.abs(held);
    }

    /**
     * Writes the stop of each position, NaN where it has none: the one that is reached first among those that would close
     * all of it. A stop-limit order is none, because a gap goes past it.
     *
     * @param order only those given before it count
     */
    void stops(double[] into, int order, Account account) {
        update();
        Arrays.fill(into, Double.NaN);
        for (int k = 0; k < count && open[k] < order; k++) {
            OrderType type = orders.type(open[k]);
            int i = orders.instrument(open[k]);
            double held = account.shares(i);
            boolean isStop = type == OrderType.STOP || type == OrderType.TRAILING_STOP;
            if (isStop && closesAll(open[k], held)) {
                into[i] = nearer(into[i], orders.stop(open[k]), held);
            }
        }
    }

    private static double nearer(double one, double other, double held) {
        if (Double.isNaN(one)) {
            return other;
        }
        return held > 0 ? Math.max(one, other) : Math.min(one, other);
    }
}
