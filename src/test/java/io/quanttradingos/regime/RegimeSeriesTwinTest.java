package io.quanttradingos.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.marketdata.PriceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one-pass series against {@link BruteForceRegime}, row by row. */
class RegimeSeriesTwinTest {
    private static final String[] TICKERS = {"AAA", "SPY", "TLT", "BBB", "CCC", "LQD", "DDD", "EEE", "FFF"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void every_row_equals_the_definition_summed_afresh(long seed) {
        PriceTable prices = Markets.random(seed, 700, 0, TICKERS);
        requireEqual(prices, new BruteForceRegime(prices, "SPY", "TLT"));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void every_row_equals_it_with_missing_closes_too(long seed) {
        PriceTable prices = Markets.random(seed, 800, 0.04 * (seed - 10), TICKERS);
        requireEqual(prices, new BruteForceRegime(prices, "SPY", "TLT"));
    }

    @Test
    void every_row_equals_it_without_a_bond() {
        PriceTable prices = Markets.random(21, 400, 0.02, "SPY", "AAA", "BBB");
        requireEqual(prices, new BruteForceRegime(prices, "SPY", null));
    }

    @Test
    void every_row_of_a_real_market_equals_it() {
        PriceTable prices = Markets.shared("data/prices/arbitragelab_etf23_close_2008_2016.csv");
        requireEqual(prices, new BruteForceRegime(prices, "SPY", "TLT"));
    }

    private static void requireEqual(PriceTable prices, BruteForceRegime expected) {
        RegimeSeries series = new RegimeAgent(RegimePolicy.defaults()).series(prices);
        assertThat(series.rows()).isEqualTo(expected.axis.size());
        int assessed = 0;
        for (int row = 0; row < series.rows(); row++) {
            String place = "row " + row;
            requireClose(place + " score", series.trendScore(row), expected.score.get(row));
            requireClose(place + " sigma", series.sigma20(row), expected.sigma.get(row));
            requireClose(place + " rank", series.sigmaRank(row), expected.rank.get(row));
            requireClose(place + " breadth", series.breadth(row), expected.breadth.get(row));
            requireClose(place + " z", series.riskZ(row), expected.z.get(row));
            assertThat(series.label(row)).as(place).isEqualTo(expected.label(row));
            assertThat(series.rawLabel(row)).as(place).isEqualTo(expected.rawLabel(row));
            Double confidence = expected.confidence(row);
            requireClose(place + " confidence", series.confidence(row), confidence == null ? Double.NaN : confidence);
            assessed += series.label(row) == null ? 0 : 1;
        }
        assertThat(assessed).isEqualTo(series.rows() - 69);
    }

    private static void requireClose(String what, double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(what).isNaN();
        } else {
            assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }
}
