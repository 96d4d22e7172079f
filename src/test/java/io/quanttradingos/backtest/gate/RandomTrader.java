package io.quanttradingos.backtest.gate;

import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.OrderTicket;
import io.quanttradingos.backtest.engine.Strategy;
import java.util.Random;

/** Does anything that a strategy may do, at random; the same for the same seed and the same bars. */
final class RandomTrader implements Strategy {
    private final Random random;
    private final double busy;
    private final int actions;

    /** @param busy the share of bars at which it does something */
    RandomTrader(long seed, double busy) {
        this(seed, busy, 10);
    }

    private RandomTrader(long seed, double busy, int actions) {
        this.random = new Random(seed);
        this.busy = busy;
        this.actions = actions;
    }

    /** One that gives no order which waits for its price. */
    static RandomTrader impatient(long seed, double busy) {
        return new RandomTrader(seed, busy, 9);
    }

    /** One that leaves the sizes to the run. */
    static RandomTrader bySignal(long seed, double busy) {
        return new RandomTrader(seed, busy, 7);
    }

    @Override
    public void atClose(History history, Desk desk) {
        if (!desk.isTrading() || random.nextDouble() >= busy) {
            return;
        }
        int i = random.nextInt(history.instruments());
        double close = history.close(i, 0);
        switch (random.nextInt(actions)) {
            case 0, 1 -> desk.enterLong(i);
            case 2 -> desk.enterShort(i);
            case 3, 4 -> desk.exit(i);
            case 5, 6 -> desk.target(i, Math.rint(14 * random.nextDouble() - 5) / 10);
            case 7 -> desk.submit(OrderTicket.market(i, shares()));
            case 8 -> desk.submit(withStop(OrderTicket.market(i, shares())));
            default -> {
                if (!Double.isNaN(close)) {
                    desk.submit(OrderTicket.limit(i, shares(), close * (0.97 + 0.06 * random.nextDouble())));
                }
            }
        }
    }

    private double shares() {
        int shares = 1 + random.nextInt(300);
        return random.nextInt(3) == 0 ? -shares : shares;
    }

    private OrderTicket withStop(OrderTicket ticket) {
        return ticket.with(new Bracket(0.02 + 0.08 * random.nextDouble(), Double.NaN, Double.NaN));
    }
}
