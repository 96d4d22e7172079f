package io.quanttradingos.backtest.engine;

import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A few bars written by hand and what is ordered at their closes, for example {@code Tape.of("10 12 9 11", "11 13 10
 * 12").at(0, desk -> desk.submit(OrderTicket.market(0, 5))).run()}.
 *
 * <p>A bar reads open, high, low, close and, where it matters, volume; {@code -} stands for a bar that is missing. Cash is
 * 10,000, costs none, quantity 10, unless said otherwise.
 */
final class Tape {
    private final List<Bars> instruments = new ArrayList<>();
    private final Map<Integer, Consumer<Desk>> orders = new HashMap<>();
    private EngineSettings settings = EngineSettings.standard(10_000).with(new Sizing.FixedQuantity(10));
    private Hooks hooks = Hooks.none();

    private Tape() {}

    static Tape of(String... bars) {
        return new Tape().and(bars);
    }

    /** Another instrument on the same days. */
    Tape and(String... bars) {
        int rows = 0;
        long[] times = new long[bars.length];
        double[][] columns = new double[5][bars.length];
        for (int day = 0; day < bars.length; day++) {
            if (bars[day].equals("-")) {
                continue;
            }
            String[] cells = bars[day].split(" +");
            times[rows] = day * RandomBars.DAY;
            for (int column = 0; column < 5; column++) {
                columns[column][rows] = column < cells.length ? Double.parseDouble(cells[column]) : Double.NaN;
            }
            rows++;
        }
        Symbol symbol = Symbol.of("S" + instruments.size());
        instruments.add(new Bars(symbol, times, columns[0], columns[1], columns[2], columns[3], columns[4], rows));
        return this;
    }

    Tape with(EngineSettings other) {
        settings = other;
        return this;
    }

    Tape with(Costs costs) {
        settings = settings.with(costs);
        return this;
    }

    Tape with(Bracket bracket) {
        settings = settings.with(bracket);
        return this;
    }

    Tape with(FillModel model) {
        settings = settings.with(model);
        return this;
    }

    Tape with(Sizing sizing) {
        settings = settings.with(sizing);
        return this;
    }

    Tape with(Hooks other) {
        hooks = other;
        return this;
    }

    /** What is ordered at the close of a bar. */
    Tape at(int bar, Consumer<Desk> action) {
        orders.put(bar, action);
        return this;
    }

    Ledger run() {
        Ledger ledger = new Ledger();
        new Engine(Market.of(instruments), settings)
                .run(
                        (history, desk) ->
                                orders.getOrDefault(history.bar(), none -> {}).accept(desk),
                        hooks,
                        ledger);
        return ledger;
    }
}
