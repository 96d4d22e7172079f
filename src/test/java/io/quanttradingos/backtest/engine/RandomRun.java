package io.quanttradingos.backtest.engine;

import io.quanttradingos.marketdata.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A market, settings and orders by chance; the same seed gives the same.
 *
 * @param tick what prices are multiples of; 0 for any price
 * @param script the seed of the orders
 */
record RandomRun(List<Bars> bars, double tick, EngineSettings settings, long script) {
    static RandomRun of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double tick = random.nextInt(3) == 0 ? 0 : random.nextBoolean() ? 0.5 : 2;
        int instruments = 1 + random.nextInt(4);
        int rows = 30 + random.nextInt(120);
        List<Bars> bars = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            double missing = random.nextBoolean() ? 0 : 0.3 * random.nextDouble();
            double moves = random.nextInt(4) == 0 ? 8 : 1;
            bars.add(RandomBars.of("S" + i, rows, random.nextLong(), missing, tick, moves));
        }
        return new RandomRun(List.copyOf(bars), tick, RandomScript.settings(random), random.nextLong());
    }

    RandomRun with(EngineSettings other) {
        return new RandomRun(bars, tick, other, script);
    }

    Market market() {
        return Market.of(bars);
    }

    Script orders() {
        return new RandomScript(script, bars.size(), tick);
    }

    void into(Ledger ledger, Hooks hooks) {
        new Engine(market(), settings).run(orders().asStrategy(), hooks, ledger);
    }

    Ledger ledger() {
        return ledger(Hooks.none());
    }

    Ledger ledgerOf(Script orders) {
        Ledger ledger = new Ledger();
        new Engine(market(), settings).run(orders.asStrategy(), Hooks.none(), ledger);
        return ledger;
    }

    Ledger ledger(Hooks hooks) {
        Ledger ledger = new Ledger();
        into(ledger, hooks);
        return ledger;
    }
}
