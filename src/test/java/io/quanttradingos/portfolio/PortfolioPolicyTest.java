package io.quanttradingos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioPolicyTest {
    private static final List<String> CASH = List.of("CASH");

    @Test
    void the_defaults_are_within_their_own_limits() {
        assertThat(PortfolioPolicy.defaults())
                .isEqualTo(new PortfolioPolicy("SPY", 0, 2, 20, 0.6, 30, 500, List.of("CASH", "USD")));
    }

    @Test
    void a_value_out_of_range_is_refused_by_its_key() {
        refused(
                () -> new PortfolioPolicy("S P", 0, 2, 20, 0.6, 30, 500, CASH),
                "benchmark must be a ticker, was 'S P'");
        refused(
                () -> new PortfolioPolicy("SPY", 1, 2, 20, 0.6, 30, 500, CASH),
                "risk_free must be in (-1, 1), was 1.0");
        refused(
                () -> new PortfolioPolicy("SPY", Double.NaN, 2, 20, 0.6, 30, 500, CASH),
                "risk_free must be in (-1, 1), was NaN");
        refused(
                () -> new PortfolioPolicy("SPY", 0, 0, 20, 0.6, 30, 500, CASH),
                "atr_multiple must be in (0, 100], was 0.0");
        refused(
                () -> new PortfolioPolicy("SPY", 0, 2, 1, 0.6, 30, 500, CASH),
                "volatility_window must be in [2, 1000], was 1");
        refused(
                () -> new PortfolioPolicy("SPY", 0, 2, 20, -0.6, 30, 500, CASH),
                "proxy_factor must be in (0, 10], was -0.6");
        refused(
                () -> new PortfolioPolicy("SPY", 0, 2, 20, 0.6, 0, 500, CASH),
                "minimum_cagr_days must be in [1, 3653], was 0");
        refused(
                () -> new PortfolioPolicy("SPY", 0, 2, 20, 0.6, 30, 1001, CASH),
                "maximum_positions must be in [1, 1000], was 1001");
        refused(
                () -> new PortfolioPolicy("SPY", 0, 2, 20, 0.6, 30, 500, List.of("CASH", "")),
                "cash_symbols must be tickers, one was ''");
    }

    private static void refused(Runnable policy, String message) {
        assertThatThrownBy(policy::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
