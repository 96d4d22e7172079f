package io.quanttradingos.backtest.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.units.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedRequestTest {
    @Test
    void what_is_not_given_is_spy_a_hundred_thousand_and_fifty() {
        assertThat(SeedRequest.of(null, null, null, null)).isEqualTo(new SeedRequest(Symbol.of("SPY"), 100_000, 50));
    }

    @Test
    void the_symbol_is_raised_to_upper_case() {
        assertThat(SeedRequest.of("qqq", 5.0, 0.5, "buy_and_hold"))
                .isEqualTo(new SeedRequest(Symbol.of("QQQ"), 5, 0.5));
    }

    @Test
    void another_strategy_is_refused_in_the_original_s_words() {
        assertThatThrownBy(() -> SeedRequest.of(null, null, null, "sma_cross"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Unsupported strategy_type: sma_cross. Only buy_and_hold is supported.");
    }

    @Test
    void a_long_or_odd_text_is_shown_short_and_on_one_line() {
        assertThatThrownBy(() -> SeedRequest.of(null, null, null, "a\nb".repeat(100)))
                .hasMessage("Unsupported strategy_type: a ba ba ba ba ba ba ba ba ba ba ba ba ba…. Only buy_and_hold is"
                        + " supported.");
        assertThatThrownBy(() -> SeedRequest.of("S P\tY", null, null, null))
                .hasMessage("symbol must be 1 to 15 of A-Z 0-9 . ^ = _ -, was 'S P Y'");
    }

    @ParameterizedTest
    @CsvSource({"6mo, 180", "1y, 365", "1Y, 365", "2y, 730", "5y, 365", ", 365"})
    void an_unknown_period_is_a_year(String period, int days) {
        assertThat(SeedRequest.lookbackDays(period)).isEqualTo(days);
    }
}
