package io.quanttradingos.backtest.strategy;

import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.OrderStatus;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Runs strategies on small series, and writes the orders they give as a line of text. */
final class TestRun {
    static final long DAY = 86_400_000L;
    static final EngineSettings PLAIN = EngineSettings.standard(100_000);

    private TestRun() {}

    /** A bar a day from the first of January 2020; each opens at the close before. */
    static Bars closes(double... closes) {
        return closes("A", "2020-01-01", closes);
    }

    /** A close of NaN stands for a day without a bar. */
    static Bars closes(String symbol, String firstDay, double... closes) {
        long first = LocalDate.parse(firstDay).toEpochDay() * DAY;
        int rows = (int)
                Arrays.stream(closes).filter(close -> !Double.isNaN(close)).count();
        long[] times = new long[rows];
        double[][] columns = new double[5][rows];
        int row = 0;
        double before = Double.NaN;
        for (int day = 0; day < closes.length; day++) {
            double close = closes[day];
            if (Double.isNaN(close)) {
                continue;
            }
            double open = row == 0 ? close : before;
            times[row] = first + day * DAY;
            columns[0][row] = open;
            columns[1][row] = Math.max(open, close);
            columns[2][row] = Math.min(open, close);
            columns[3][row] = close;
            columns[4][row] = 1_000_000;
            before = close;
            row++;
        }
        return new Bars(Symbol.of(symbol), times, columns[0], columns[1], columns[2], columns[3], columns[4], rows);
    }

    static double[] constant(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The values and one more. */
    static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    static Strategy strategy(String name, Map<String, ?> given, Market market) {
        StrategyKind kind = StrategyCatalogue.named(name);
        return kind.create(Parameters.of(kind, given), StrategyContext.daily(market.symbols()));
    }

    static Ledger run(String name, Map<String, ?> given, Bars... bars) {
        return run(name, given, PLAIN, bars);
    }

    static Ledger run(String name, Map<String, ?> given, EngineSettings settings, Bars... bars) {
        Market market = Market.of(Arrays.asList(bars));
        return run(strategy(name, given, market), settings, market);
    }

    static Ledger run(Strategy strategy, EngineSettings settings, Market market) {
        Ledger ledger = new Ledger();
        new Engine(market, settings).run(strategy, Hooks.none(), ledger);
        return ledger;
    }

    /**
     * The bars at whose close orders were given, and what came of them: {@code +3} bought, {@code -7} sold, {@code x9}
     * rejected or cancelled, {@code ?12} still open.
     */
    static String orders(Ledger ledger) {
        return orders(ledger, -1);
    }

    /** Those of one instrument. */
    static String orders(Ledger ledger, int instrument) {
        OrderLog orders = ledger.orders();
        StringJoiner text = new StringJoiner(" ");
        for (int id = 0; id < orders.size(); id++) {
            if (instrument < 0 || orders.instrument(id) == instrument) {
                text.add(sign(orders, id) + orders.submittedBar(id));
            }
        }
        return text.toString();
    }

    private static String sign(OrderLog orders, int id) {
        OrderStatus status = orders.status(id);
        if (status == OrderStatus.FILLED) {
            return orders.filledShares(id) > 0 ? "+" : "-";
        }
        return status == OrderStatus.OPEN ? "?" : "x";
    }
}
