package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.marketdata.Bars;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuyAndHoldTest {
    private static final Bars BARS = TestRun.closes(10, 10, 20, 5, 20);

    @Test
    void it_buys_at_the_first_bar_and_never_again() {
        Ledger ledger = run(TestRun.PLAIN);

        assertThat(TestRun.orders(ledger)).isEqualTo("+0");
        assertThat(ledger.account().shares(0)).isEqualTo(10_000);
        assertThat(ledger.finalEquity()).isEqualTo(200_000);
    }

    @Test
    void it_waits_until_the_run_trades() {
        Ledger ledger = run(TestRun.PLAIN.from(2));

        assertThat(TestRun.orders(ledger)).isEqualTo("+2");
        assertThat(ledger.account().shares(0)).isEqualTo(5_000);
    }

    @Test
    void an_order_that_was_rejected_is_not_repeated_and_says_why() {
        Ledger ledger = run(TestRun.PLAIN.with(new Sizing.FixedQuantity(10_001)));

        assertThat(TestRun.orders(ledger)).isEqualTo("x0");
        assertThat(ledger.orders().note(0))
                .isEqualTo("needs positions worth 100010.00, the equity of 100000.00 allows 100000.00");
    }

    @Test
    void it_does_not_come_back_after_a_stop() {
        EngineSettings stopped = TestRun.PLAIN.with(new Bracket(0.4, Double.NaN, Double.NaN));

        assertThat(TestRun.orders(run(stopped))).isEqualTo("+0 -1");
    }

    @Test
    void several_instruments_get_equal_shares_each_at_its_first_bar() {
        Bars early = TestRun.closes("EARLY", "2020-01-01", 10, 10, 10, 10, 10);
        Bars late = TestRun.closes("LATE", "2020-01-03", 50, 50, 50);

        Ledger ledger = TestRun.run("buy_and_hold", Map.of(), early, late);

        assertThat(TestRun.orders(ledger, 0)).isEqualTo("+0");
        assertThat(TestRun.orders(ledger, 1)).isEqualTo("+2");
        assertThat(ledger.account().shares(0)).isEqualTo(5_000);
        assertThat(ledger.account().shares(1)).isEqualTo(1_000);
    }

    private static Ledger run(EngineSettings settings) {
        return TestRun.run("buy_and_hold", Map.of(), settings, BARS);
    }
}
