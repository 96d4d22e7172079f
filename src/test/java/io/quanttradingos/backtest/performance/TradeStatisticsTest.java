package io.quanttradingos.backtest.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeStatisticsTest {
    private static EquityCurve flat(int bars, double value) {
        double[] equity = new double[bars];
        Arrays.fill(equity, value);
        return Curves.daily(equity);
    }

    /** Long 10 from 100 to 110, short 5 from 50 to 60, long 1 from 20 to 20, long 4 from 25 still open at 30. */
    private static TradeColumns four() {
        return new TradeColumns(
                4,
                new int[] {1, 4, 6, 9, -7},
                new int[] {3, 5, 6, TradeColumns.STILL_OPEN, -7},
                new double[] {100, 50, 20, 25},
                new double[] {110, 60, 20, 30},
                new double[] {10, -5, 1, 4},
                new double[] {98, -51, 0, 19},
                new double[] {2, 1, 0, 1},
                new double[] {-0.02, -0.25, 0, -0.01},
                new double[] {0.12, 0.05, 0.1, 0.3});
    }

    @Test
    void closed_trades_are_counted_won_lost_and_held() {
        EquityCurve curve = flat(12, 1000);
        TradeStatistics statistics = TradeStatistics.of(four(), curve);
        assertThat(statistics.trades()).isEqualTo(4);
        assertThat(statistics.openTrades()).isEqualTo(1);
        assertThat(statistics.winRate()).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(statistics.profitFactor()).isCloseTo(98 / 51.0, within(1e-15));
        assertThat(statistics.expectancy()).isCloseTo(47 / 3.0, within(1e-12));
        assertThat(statistics.expectancyPct()).isCloseTo((9.8 - 20.4) / 3, within(1e-12));
        assertThat(statistics.averageWin()).isEqualTo(98);
        assertThat(statistics.averageLoss()).isEqualTo(-51);
        assertThat(statistics.averageHoldBars()).isEqualTo(1);
        // The bars are weekdays of 2020 from Wednesday, 1 January: 2 to 6 January, 7 to 8, and one within the 9th.
        assertThat(statistics.averageHoldDays()).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(statistics.bestTradePct()).isCloseTo(9.8, within(1e-12));
        assertThat(statistics.worstTradePct()).isCloseTo(-20.4, within(1e-12));
        assertThat(statistics.averageMaePct()).isCloseTo(-9, within(1e-12));
        assertThat(statistics.averageMfePct()).isCloseTo(9, within(1e-12));
    }

    @Test
    void exposure_turnover_and_costs_are_of_open_trades_too() {
        TradeStatistics statistics = TradeStatistics.of(four(), flat(12, 1000));
        // Bars 1, 2, 4, 6 and 9 to 11.
        assertThat(statistics.exposedBars()).isEqualTo(7);
        assertThat(statistics.exposure()).isCloseTo(7 / 12.0, within(1e-15));
        assertThat(statistics.costsTotal()).isEqualTo(4);
        double notional = 2100 + 550 + 40 + 100;
        double years = 15 / 365.25;
        assertThat(statistics.turnover()).isCloseTo(notional / 1000 / years, within(1e-9));
    }

    @Test
    void without_losses_there_is_no_profit_factor_and_without_closed_trades_no_average() {
        TradeColumns held = new TradeColumns(
                1,
                new int[] {0},
                new int[] {TradeColumns.STILL_OPEN},
                new double[] {100},
                new double[] {150},
                new double[] {1},
                new double[] {50},
                new double[] {0},
                new double[] {0},
                new double[] {0.5});
        TradeStatistics open = TradeStatistics.of(held, flat(5, 100));
        assertThat(open.openTrades()).isEqualTo(1);
        assertThat(open.exposure()).isEqualTo(1);
        assertThat(open.winRate()).isNull();
        assertThat(open.profitFactor()).isNull();
        assertThat(open.expectancy()).isNull();
        assertThat(open.bestTradePct()).isNull();
        assertThat(open.averageHoldBars()).isNull();
        TradeStatistics none = TradeStatistics.of(TradeColumns.none(), flat(5, 100));
        assertThat(none.trades()).isZero();
        assertThat(none.exposure()).isZero();
        assertThat(none.turnover()).isZero();
        assertThat(none.winRate()).isNull();
        assertThat(TradeStatistics.of(TradeColumns.none(), flat(1, 100)).turnover())
                .isNull();
        TradeColumns won = new TradeColumns(
                1,
                new int[] {0},
                new int[] {2},
                new double[] {100},
                new double[] {150},
                new double[] {1},
                new double[] {50},
                new double[] {0},
                new double[] {0},
                new double[] {0.5});
        assertThat(TradeStatistics.of(won, flat(5, 100)).profitFactor()).isNull();
        assertThat(TradeStatistics.of(won, flat(5, 100)).winRate()).isEqualTo(1);
        assertThat(TradeStatistics.of(won, flat(5, 100)).averageLoss()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void exposure_counts_every_bar_once_however_trades_overlap(long seed) {
        Random random = new Random(seed);
        int bars = 5 + random.nextInt(60);
        int trades = 1 + random.nextInt(12);
        int[] entry = new int[trades];
        int[] exit = new int[trades];
        boolean[] held = new boolean[bars];
        for (int trade = 0; trade < trades; trade++) {
            entry[trade] = random.nextInt(bars);
            exit[trade] = random.nextInt(6) == 0
                    ? TradeColumns.STILL_OPEN
                    : entry[trade] + random.nextInt(bars - entry[trade]);
            int last = exit[trade] == TradeColumns.STILL_OPEN ? bars - 1 : Math.max(entry[trade], exit[trade] - 1);
            Arrays.fill(held, entry[trade], last + 1, true);
        }
        double[] ones = new double[trades];
        Arrays.fill(ones, 1);
        double[] zeros = new double[trades];
        TradeColumns columns = new TradeColumns(trades, entry, exit, ones, ones, ones, zeros, zeros, zeros, zeros);
        int wanted = 0;
        for (boolean each : held) {
            wanted += each ? 1 : 0;
        }
        assertThat(Exposure.bars(columns, bars)).isEqualTo(wanted);
        // A run that was ruined earlier counts only the bars until then.
        int ruin = 1 + random.nextInt(bars);
        int until = 0;
        for (int bar = 0; bar < ruin; bar++) {
            until += held[bar] ? 1 : 0;
        }
        assertThat(Exposure.bars(columns, ruin)).isEqualTo(until);
    }

    @Test
    void trades_that_make_no_sense_are_refused() {
        double[] one = {1};
        double[] zero = {0};
        assertThatThrownBy(
                        () -> new TradeColumns(1, new int[] {3}, new int[] {2}, one, one, one, zero, zero, zero, zero))
                .hasMessage("trade 0 enters at bar 3 and leaves at bar 2");
        assertThatThrownBy(
                        () -> new TradeColumns(1, new int[] {3}, new int[] {4}, one, one, zero, zero, zero, zero, zero))
                .hasMessage("trade 0 needs a quantity, positive prices and no negative costs, was 0.0 from 1.0 to 1.0"
                        + " at a cost of 0.0");
    }
}
