package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedBacktestTest {
    private static final Symbol SPY = Symbol.of("SPY");
    private static final long DAY_MILLIS = 86_400_000;
    private static final long DAY = DAY_MILLIS * 1_000_000;

    private static SeedResult run(double cash, double quantity, double... closes) {
        long[] times =
                IntStream.range(0, closes.length).mapToLong(row -> row * DAY).toArray();
        return new SeedBacktest().run(new SeedBars(times, closes, closes.length), SPY, cash, quantity);
    }

    private static double[] equity(SeedResult result) {
        return IntStream.range(0, result.bars().rows())
                .mapToDouble(result::equity)
                .toArray();
    }

    @Test
    void buys_at_the_first_close_and_holds() {
        SeedResult result = run(1000, 5, 100, 110, 90);
        assertThat(result.trades()).containsExactly(new SeedTrade(SPY, 5, 100, Instant.EPOCH));
        assertThat(result.numTrades()).isEqualTo(1);
        assertThat(equity(result)).containsExactly(1000, 1050, 950);
        assertThat(result.metrics().finalValue()).isEqualTo(950);
    }

    @Test
    void cash_that_equals_the_cost_fills_and_one_unit_less_does_not() {
        assertThat(run(500, 5, 100, 110).numTrades()).isEqualTo(1);
        SeedResult short_ = run(Math.nextDown(500.0), 5, 100, 50, 10);
        assertThat(short_.numTrades()).isZero();
        assertThat(equity(short_)).containsOnly(Math.nextDown(500.0));
    }

    @Test
    void a_purchase_that_failed_is_not_tried_again() {
        SeedResult result = run(1000, 5, 0, 100, 110);
        assertThat(result.trades()).isEmpty();
        assertThat(result.metrics()).isEqualTo(new SeedMetrics(1000, 1000, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void half_a_share_can_be_bought() {
        assertThat(equity(run(100, 0.5, 100, 120))).containsExactly(100, 110);
    }

    @Test
    void closes_that_are_no_numbers_do_no_harm_to_one_who_holds_nothing() {
        assertThat(run(10, 5, 100, Double.NaN, 110).metrics().finalValue()).isEqualTo(10);
    }

    @Test
    void a_first_close_that_is_no_number_takes_the_cash_with_it() {
        assertThatThrownBy(() -> run(1000, 5, Double.NaN, 100))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "no metrics can be given: with the close of bar 1 (1970-01-01T00:00:00Z), NaN, the equity is"
                                + " NaN");
    }

    @Test
    void a_price_below_zero_after_the_purchase_counts_against_the_equity() {
        assertThat(equity(run(100, 1, 100, -20, 50))).containsExactly(100, -20, 50);
    }

    @Test
    void without_bars_nothing_happens() {
        SeedResult result = run(1000, 5);
        assertThat(result.numTrades()).isZero();
        assertThat(result.metrics().finalValue()).isEqualTo(1000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void cash_must_be_positive_and_finite(double cash) {
        assertThatThrownBy(() -> run(cash, 5, 100))
                .isInstanceOf(Refusal.class)
                .hasMessage("initial_cash must be a finite number greater than 0, was " + cash);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void quantity_must_be_positive(double quantity) {
        assertThatThrownBy(() -> run(1000, quantity, 100))
                .isInstanceOf(Refusal.class)
                .hasMessage("quantity must be greater than 0, was " + quantity);
    }

    @Test
    void bars_of_a_service_give_what_their_file_gives() {
        double[] prices = {100, 104, 103};
        long[] times = {0, DAY_MILLIS, 2 * DAY_MILLIS};
        SeedBars bars = SeedBars.of(new Bars(SPY, times, prices, prices, prices, prices, new double[3], 3));
        SeedResult result = new SeedBacktest().run(bars, SPY, 1000, 2);
        assertThat(result.metrics()).isEqualTo(run(1000, 2, prices).metrics());
        assertThat(bars.time(1)).isEqualTo(Instant.parse("1970-01-02T00:00:00Z"));
    }

    @Test
    void bars_past_the_years_of_the_original_are_refused() {
        double[] prices = {1};
        long[] times = {Instant.parse("2300-01-01T00:00:00Z").toEpochMilli()};
        assertThatThrownBy(() -> SeedBars.of(new Bars(SPY, times, prices, prices, prices, prices, new double[1], 1)))
                .isInstanceOf(Refusal.class)
                .hasMessage("SPY: times must lie within 1677-09-22 and 2262-04-11, one was 2300-01-01T00:00:00Z");
    }
}
