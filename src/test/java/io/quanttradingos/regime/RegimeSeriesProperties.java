package io.quanttradingos.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.units.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegimeSeriesProperties {
    private static final String[] TICKERS = {"SPY", "TLT", "AAA", "BBB", "CCC", "DDD", "EEE"};
    private static final RegimeAgent AGENT = new RegimeAgent(RegimePolicy.defaults());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void removing_the_future_changes_no_row(long seed) {
        PriceTable prices = market(seed);
        RegimeSeries whole = AGENT.series(prices);
        for (int last : new int[] {68, 69, 70, 150, 217, 218, 219, 220, 221, 300, 449, 500}) {
            RegimeSeries known = AGENT.series(prices.until(prices.date(last)));
            for (int row = 0; row < known.rows(); row++) {
                assertThat(known.row(row)).isEqualTo(whole.row(row));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void corrupting_the_future_changes_no_row(long seed) {
        PriceTable prices = market(seed);
        RegimeSeries whole = AGENT.series(prices);
        Random random = new Random(seed);
        int last = 100 + random.nextInt(400);
        double[][] closes = copy(prices);
        for (double[] column : closes) {
            for (int row = last + 1; row < column.length; row++) {
                column[row] = random.nextInt(3) == 0 ? Double.NaN : 1e6 * random.nextDouble() + 1e-6;
            }
        }
        RegimeSeries corrupted = AGENT.series(new PriceTable(prices.symbols(), Markets.days(prices), closes));
        int same = whole.rowAsOf(prices.date(last)) + 1;
        assertThat(same).isPositive();
        for (int row = 0; row < same; row++) {
            assertThat(corrupted.row(row)).isEqualTo(whole.row(row));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_decision_is_the_row_of_its_date(long seed) {
        PriceTable prices = market(seed);
        RegimeSeries series = AGENT.series(prices);
        for (int row = 69; row < series.rows(); row += 37) {
            RegimeDecision decision = AGENT.decide(prices, series.date(row));
            assertThat(decision).isEqualTo(series.decisionAt(row));
            assertThat(decision.label()).isEqualTo(series.label(row));
            assertThat(decision.rawLabel()).isEqualTo(series.rawLabel(row));
            assertThat(decision.confidence()).isEqualTo(series.confidence(row));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void the_order_of_the_columns_changes_nothing(long seed) {
        PriceTable prices = market(seed);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, TICKERS.length).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        double[][] shuffled = order.stream().map(prices::closes).toArray(double[][]::new);
        List<Symbol> symbols = order.stream().map(prices.symbols()::get).toList();
        requireSameRows(prices, new PriceTable(symbols, Markets.days(prices), shuffled));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 0.01, 7e5, 1e-7})
    void the_unit_a_column_is_quoted_in_changes_nothing(double factor) {
        for (int column = 0; column < TICKERS.length; column++) {
            PriceTable prices = market(column + 40);
            double[][] closes = copy(prices);
            closes[column] =
                    Arrays.stream(closes[column]).map(close -> close * factor).toArray();
            requireSameRows(prices, new PriceTable(prices.symbols(), Markets.days(prices), closes));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void every_number_stays_in_its_range_and_the_label_is_one_of_sixteen(long seed) {
        RegimeSeries series = AGENT.series(market(seed));
        Set<String> sixteen = sixteen();
        for (int row = 69; row < series.rows(); row++) {
            RegimeDecision decision = series.decisionAt(row);
            assertThat(sixteen).contains(decision.label(), decision.rawLabel());
            assertThat(decision.confidence()).isBetween(0.0, 1.0);
            requireMargin(decision.signals().trend().margin());
            requireMargin(decision.signals().volatility().margin());
            requireMargin(decision.signals().breadth().margin());
            requireMargin(decision.signals().risk().margin());
        }
    }

    @Test
    void the_random_markets_visit_every_state_of_every_component() {
        Set<String> segments = new HashSet<>();
        for (long seed = 1; seed <= 6; seed++) {
            RegimeSeries series = AGENT.series(market(seed));
            for (int row = 69; row < series.rows(); row++) {
                segments.addAll(Arrays.asList(series.decisionAt(row).label().split(" / ", -1)));
            }
        }
        assertThat(segments).hasSize(8);
    }

    private static PriceTable market(long seed) {
        return Markets.random(seed, 600, seed % 2 == 0 ? 0 : 0.03, TICKERS);
    }

    private static double[][] copy(PriceTable prices) {
        return IntStream.range(0, prices.columns())
                .mapToObj(column -> prices.closes(column).clone())
                .toArray(double[][]::new);
    }

    private static void requireMargin(@Nullable Double margin) {
        if (margin != null) {
            assertThat(margin).isBetween(0.0, 1.0);
        }
    }

    private static void requireSameRows(PriceTable one, PriceTable other) {
        RegimeSeries expected = AGENT.series(one);
        RegimeSeries actual = AGENT.series(other);
        assertThat(actual.rows()).isEqualTo(expected.rows());
        for (int row = 69; row < expected.rows(); row++) {
            assertThat(actual.label(row)).isEqualTo(expected.label(row));
            assertThat(actual.rawLabel(row)).isEqualTo(expected.rawLabel(row));
            assertThat(actual.confidence(row)).isCloseTo(expected.confidence(row), within(1e-9));
        }
    }

    private static Set<String> sixteen() {
        Set<String> labels = new HashSet<>();
        for (String risk : List.of("Risk-On", "Risk-Off")) {
            for (String volatility : List.of("High Vol", "Low/Normal Vol")) {
                for (String trend : List.of("Uptrend", "Downtrend")) {
                    for (String breadth : List.of("Healthy Breadth", "Weak Breadth")) {
                        labels.add(String.join(" / ", risk, volatility, trend, breadth));
                    }
                }
            }
        }
        return labels;
    }
}
