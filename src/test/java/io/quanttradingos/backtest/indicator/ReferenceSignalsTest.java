package io.quanttradingos.backtest.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quanttradingos.SharedData;
import io.quanttradingos.statistics.ReferenceSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bars on which backtesting.py bought and sold, given by our indicators: signal on a close, fill on the next bar. */
class ReferenceSignalsTest {
    private double[] closes = {};

    @BeforeEach
    void read_the_closes() throws IOException {
        List<String> lines = Files.readAllLines(SharedData.file("data/ohlcv/pandas_ta_SPY_D.csv"));
        assertThat(lines.get(0)).isEqualTo(",date,open,high,low,close,volume");
        closes = lines.stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[5]))
                .toArray();
    }

    /** Bars of entry and exit, with the last bar as the exit of a trade still open then. */
    private List<List<Integer>> trades(DoubleConsumer indicators, BooleanSupplier buy, BooleanSupplier sell) {
        List<List<Integer>> trades = new ArrayList<>();
        int entry = -1;
        for (int bar = 0; bar + 1 < closes.length; bar++) {
            indicators.accept(closes[bar]);
            if (entry < 0 && buy.getAsBoolean()) {
                entry = bar + 1;
            } else if (entry >= 0 && sell.getAsBoolean()) {
                trades.add(List.of(entry, bar + 1));
                entry = -1;
            }
        }
        if (entry >= 0) {
            trades.add(List.of(entry, closes.length - 1));
        }
        return trades;
    }

    private List<List<Integer>> crossings(int fastBars, int slowBars, Crossover crossover) {
        SimpleMovingAverage fast = new SimpleMovingAverage(fastBars);
        SimpleMovingAverage slow = new SimpleMovingAverage(slowBars);
        return trades(
                close -> {
                    fast.add(close);
                    slow.add(close);
                    crossover.add(fast.value(), slow.value());
                },
                crossover::up,
                crossover::down);
    }

    private static List<List<Integer>> expected(String strategy) throws IOException {
        JsonNode trades = ReferenceSeries.document("backtests.json")
                .get("SPY_unadj_1999_2020|" + strategy + "|c=0.0")
                .get("trades");
        List<List<Integer>> expected = new ArrayList<>();
        trades.forEach(trade -> expected.add(
                List.of(trade.get("entry_bar").intValue(), trade.get("exit_bar").intValue())));
        return expected;
    }

    @Test
    void the_relative_strength_index_buys_and_sells_on_the_bars_of_the_reference() throws IOException {
        RelativeStrengthIndex index = new RelativeStrengthIndex(14);

        List<List<Integer>> trades = trades(index::add, () -> index.value() < 30, () -> index.value() > 55);
        assertThat(trades).hasSize(28).isEqualTo(expected("rsi14_30_55"));
    }

    @Test
    void averages_over_50_and_200_bars_cross_on_the_bars_of_the_reference() throws IOException {
        assertThat(crossings(50, 200, new Crossover())).hasSize(10).isEqualTo(expected("sma_50_200_long"));
        assertThat(crossings(50, 200, new Crossover(Crossover.Tie.IS_BELOW))).isEqualTo(expected("sma_50_200_long"));
    }

    /**
     * On bar 531 both averages are 114.91 exactly. The reference's running sums make it 114.91 and 114.91000000000001 and
     * sell; with ties that keep the order the sale comes a bar later, when the averages have in fact parted.
     */
    @Test
    void averages_over_10_and_20_bars_cross_on_the_bars_of_the_reference_but_for_a_tie() throws IOException {
        List<List<Integer>> expected = expected("sma_10_20_long");

        assertThat(crossings(10, 20, new Crossover(Crossover.Tie.IS_BELOW)))
                .hasSize(133)
                .isEqualTo(expected);
        List<List<Integer>> keeping = crossings(10, 20, new Crossover());
        assertThat(expected.remove(14)).containsExactly(486, 532);
        assertThat(keeping.remove(14)).containsExactly(486, 533);
        assertThat(keeping).isEqualTo(expected);
    }
}
