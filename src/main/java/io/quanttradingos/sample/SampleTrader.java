package io.quanttradingos.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fallible trader at work in the {@link SampleMarket}: mostly disciplined, now and then without a stop, with too
 * large a position, too wide a stop or in the middle of a crash.
 *
 * <p>Enters at a close, leaves at the stop, at the target or when time is up; every price is one the market had, or the
 * stop itself.
 */
final class SampleTrader {
    private static final int TRADES = 84;
    private static final int ACCOUNT_CENTS = 10_000_000;
    private static final int FIRST_ROW = 260;
    private static final int LONGEST_HOLD = 40;
    private static final double TARGET_IN_R = 1.6;

    private final SampleMarket market;
    private final SampleRandom random;

    SampleTrader(SampleMarket market, long seed) {
        this.market = market;
        this.random = SampleRandom.of(seed, "trades");
    }

    List<SampleTrade> trades() {
        List<SampleTrade> trades = new ArrayList<>();
        while (trades.size() < TRADES) {
            int row = FIRST_ROW + random.below(market.rows() - FIRST_ROW - LONGEST_HOLD);
            boolean careless = random.uniform() < 0.08;
            if (careless || MarketPhase.at(row).rising()) {
                trades.add(trade(row, Slip.of(random.uniform())));
            }
        }
        trades.sort(Comparator.comparing(SampleTrade::date).thenComparing(SampleTrade::ticker));
        return trades;
    }

    private SampleTrade trade(int row, Slip slip) {
        int column = random.below(Instrument.ALL.size());
        boolean isShort = random.uniform() < 0.10;
        int entry = market.cents(column, row);
        double width = slip == Slip.WIDE_STOP ? random.between(0.09, 0.13) : random.between(0.03, 0.06);
        int risk = Math.max(1, (int) StrictMath.round(entry * width));
        int stop = isShort ? entry + risk : entry - risk;
        int exit = exit(column, row, isShort, risk);
        double budget = ACCOUNT_CENTS * random.between(0.003, 0.006) / risk;
        double cap = ACCOUNT_CENTS * 0.145 / entry;
        int shares = Math.max(1, (int) Math.min(budget, cap));
        if (slip == Slip.OVERSIZED) {
            shares = (int) (ACCOUNT_CENTS * random.between(0.27, 0.40) / entry);
        }
        return new SampleTrade(
                market.date(row),
                Instrument.ALL.get(column).ticker(),
                isShort,
                entry,
                exit,
                shares,
                slip == Slip.NO_STOP ? 0 : stop);
    }

    private int exit(int column, int row, boolean isShort, int risk) {
        int entry = market.cents(column, row);
        int direction = isShort ? -1 : 1;
        for (int day = row + 1; day < row + LONGEST_HOLD; day++) {
            int gain = direction * (market.cents(column, day) - entry);
            if (gain <= -risk) {
                return entry - direction * risk;
            }
            if (gain >= TARGET_IN_R * risk) {
                return market.cents(column, day);
            }
        }
        return market.cents(column, row + LONGEST_HOLD);
    }

    private enum Slip {
        NONE,
        NO_STOP,
        OVERSIZED,
        WIDE_STOP;

        static Slip of(double chance) {
            if (chance < 0.05) {
                return NO_STOP;
            }
            if (chance < 0.09) {
                return OVERSIZED;
            }
            return chance < 0.12 ? WIDE_STOP : NONE;
        }
    }
}
