package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Market;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AverageTrueRangeTest {
    @Test
    void a_range_reaches_to_the_close_before() {
        double[] high = {11, 12, 9, 10};
        double[] low = {9, 11, 8, 9};
        double[] close = {10, 12, 8.5, 9.5};

        double[] means = AverageTrueRange.of(high, low, close, 2);

        // true ranges: 12 - 10 = 2, 12 - 8 = 4 (from the close of 12), 10 - 8.5 = 1.5
        assertThat(means).containsExactly(Double.NaN, Double.NaN, 3, 2.75);
    }

    @Test
    void it_is_the_mean_of_the_instruments_own_last_bars_whatever_is_missing_between() {
        Market market = Market.of(Bazaar.bars(8, 200, 0.2, "A", "B"));
        MarketDays days = new MarketDays(market);
        for (int i = 0; i < 2; i++) {
            double[] means = days.averageTrueRange(i, 14);
            for (int row = 0; row < market.rows(); row++) {
                double expected = bruteForce(market, i, row);
                if (Double.isNaN(expected)) {
                    assertThat(means[row]).isNaN();
                } else {
                    assertThat(means[row]).isCloseTo(expected, within(1e-12 * expected));
                }
            }
            assertThat(means[market.rows() - 1]).isPositive();
        }
    }

    private static double bruteForce(Market market, int i, int row) {
        List<Integer> own = new ArrayList<>();
        for (int bar = 0; bar <= row; bar++) {
            if (!Double.isNaN(market.close(i)[bar])) {
                own.add(bar);
            }
        }
        if (own.size() < 15) {
            return Double.NaN;
        }
        double sum = 0;
        for (int k = own.size() - 14; k < own.size(); k++) {
            double before = market.close(i)[own.get(k - 1)];
            double high = market.high(i)[own.get(k)];
            double low = market.low(i)[own.get(k)];
            sum += Math.max(high - low, Math.max(Math.abs(high - before), Math.abs(low - before)));
        }
        return sum / 14;
    }
}
