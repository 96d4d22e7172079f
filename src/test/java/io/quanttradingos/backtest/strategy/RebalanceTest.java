package io.quanttradingos.backtest.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.RandomBars;
import io.quanttradingos.backtest.weights.EqualRiskContribution;
import io.quanttradingos.backtest.weights.HierarchicalRiskParity;
import io.quanttradingos.backtest.weights.InverseVolatility;
import io.quanttradingos.backtest.weights.MinimumVariance;
import io.quanttradingos.backtest.weights.Weighting;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebalanceTest {
    private static final double GAP = Double.NaN;
    private static final String DAY = "2020-01-01";
    private static final Map<String, Object> EVERY_OTHER_BAR = Map.of("every", 2, "every_unit", "bars");

    @Test
    void fixed_weights_are_restored_every_so_often_and_the_rest_stays_in_cash() {
        Bars a = TestRun.closes("A", DAY, 100, 100, 200, 200, 200);
        Bars b = TestRun.closes("B", DAY, 50, 50, 50, 50, 50);
        Map<String, Object> values =
                Map.of("weighting", "fixed", "weights", "a:.5,b:.25", "every", 2, "every_unit", "bars");

        Ledger ledger = TestRun.run("rebalance", values, a, b);

        // Bought 500 and 500 at bar 1; at bar 2 the equity is 150,000, and at bar 3 half of it is 375 shares of A and a
        // quarter 750 of B.
        assertThat(TestRun.orders(ledger)).isEqualTo("+0 +0 -2 +2");
        assertThat(ledger.orders().filledShares(2)).isEqualTo(-125);
        assertThat(ledger.orders().filledShares(3)).isEqualTo(250);
        assertThat(ledger.account().cash()).isEqualTo(37_500);
    }

    @Test
    void what_is_off_by_no_more_than_the_band_is_left_alone() {
        Bars a = TestRun.closes("A", DAY, 100, 100, 130, 130, 190, 190);
        Bars b = TestRun.closes("B", DAY, 50, 50, 50, 50, 50, 50);
        Map<String, Object> values = Map.of("band", 0.1, "every", 2, "every_unit", "bars");

        // Half each at first. At 2 A is 65 of 115, 0.065 off; at 4 95 of 145, 0.155 off.
        assertThat(TestRun.orders(TestRun.run("rebalance", values, a, b))).isEqualTo("+0 +0 -4 +4");
    }

    @Test
    void what_is_off_by_less_than_a_share_is_left_alone_unless_parts_are_traded() {
        Bars a = TestRun.closes("A", DAY, 100, 100, 101, 101);
        Bars b = TestRun.closes("B", DAY, 60_000, 60_000, 60_000, 60_000);
        Map<String, Object> values =
                Map.of("weighting", "fixed", "weights", "A:.4,B:.6", "every", 2, "every_unit", "bars");

        // 400 shares of A are 40,400 of 100,400 at bar 2, which is 240 more than two fifths: 2.4 shares of A, and 240
        // of B.
        assertThat(TestRun.orders(TestRun.run("rebalance", values, a, b))).isEqualTo("+0 +0 -2");
        assertThat(TestRun.orders(TestRun.run("rebalance", values, TestRun.PLAIN.withFractions(), a, b)))
                .isEqualTo("+0 +0 -2 +2");
    }

    @Test
    void equal_shares_wait_for_an_instrument_until_it_is_there() {
        Bars a = TestRun.closes("A", DAY, 100, 100, 100, 100, 100, 100);
        Bars b = TestRun.closes("B", "2020-01-02", 50, 50, 50, 50, 50);

        Ledger ledger = TestRun.run("rebalance", EVERY_OTHER_BAR, a, b);

        assertThat(ledger.orders().askedWeight(0)).isEqualTo(1);
        assertThat(TestRun.orders(ledger, 0)).startsWith("+0 -2");
        assertThat(TestRun.orders(ledger, 1)).startsWith("+2");
        assertThat(ledger.account().shares(0)).isEqualTo(500);
        assertThat(ledger.account().shares(1)).isEqualTo(1_000);
    }

    @Test
    void an_order_waits_over_a_missing_bar() {
        Bars a = TestRun.closes("A", DAY, 100, 100, 100, 100);
        Bars b = TestRun.closes("B", DAY, 50, GAP, GAP, 50);

        Ledger ledger = TestRun.run("rebalance", Map.of(), a, b);

        assertThat(TestRun.orders(ledger)).isEqualTo("+0 +0");
        assertThat(ledger.orders().filledBar(1)).isEqualTo(3);
    }

    @Test
    void a_rule_by_risk_begins_when_it_has_its_returns() {
        Bars a = RandomBars.of("A", 40, 1, 0, 0);
        Bars b = RandomBars.of("B", 40, 2, 0, 0);

        Ledger ledger = TestRun.run("rebalance", Map.of("weighting", "inverse_vol", "lookback", 15), a, b);

        assertThat(ledger.orders().submittedBar(0)).isEqualTo(15);
    }

    /** The twin gathers the common closes from the beginning, and asks the rule for the last of their returns. */
    @Test
    void weights_are_those_of_the_rule_over_the_last_returns_all_instruments_have() {
        Map<String, Weighting> rules = Map.of(
                "inverse_vol", new InverseVolatility(),
                "min_variance", new MinimumVariance(),
                "hrp", new HierarchicalRiskParity(),
                "equal_risk", new EqualRiskContribution());
        int checked = 0;
        for (int seed = 0; seed < 20; seed++) {
            List<Bars> bars = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                bars.add(RandomBars.of("S" + i, 150, 10L * seed + i, 0.05 * i, 0));
            }
            Market market = Market.of(bars);
            for (Map.Entry<String, Weighting> rule : rules.entrySet()) {
                Map<String, Object> values = Map.of("weighting", rule.getKey(), "lookback", 20, "every_unit", "weeks");
                Ledger ledger = TestRun.run("rebalance", values, bars.toArray(Bars[]::new));
                checked += check(ledger.orders(), market, rule.getValue());
            }
        }
        assertThat(checked).isGreaterThan(2_000);
    }

    private static int check(OrderLog orders, Market market, Weighting rule) {
        int checked = 0;
        for (int id = 0; id < orders.size(); id++) {
            int bar = orders.submittedBar(id);
            double[] weights = twin(market, bar, rule);
            if (weights.length > 0 && !Double.isNaN(orders.askedWeight(id))) {
                assertThat(orders.askedWeight(id))
                        .as("order %d at bar %d", id, bar)
                        .isCloseTo(weights[orders.instrument(id)], within(1e-12));
                checked++;
            }
        }
        return checked;
    }

    /** Empty where an instrument does not have enough bars yet. */
    private static double[] twin(Market market, int bar, Weighting rule) {
        int instruments = market.instruments();
        List<Integer> common = new ArrayList<>();
        int[] own = new int[instruments];
        for (int row = 0; row <= bar; row++) {
            boolean all = true;
            for (int i = 0; i < instruments; i++) {
                boolean isThere = !Double.isNaN(market.close(i)[row]);
                own[i] += isThere ? 1 : 0;
                all &= isThere;
            }
            if (all) {
                common.add(row);
            }
        }
        for (int count : own) {
            if (count <= 20) {
                return new double[0];
            }
        }
        List<Integer> last = common.subList(common.size() - 21, common.size());
        double[][] returns = new double[instruments][20];
        for (int i = 0; i < instruments; i++) {
            for (int k = 0; k < 20; k++) {
                returns[i][k] = market.close(i)[last.get(k + 1)] / market.close(i)[last.get(k)] - 1;
            }
        }
        return rule.weights(returns, 0, 20).fractions();
    }

    @Test
    void an_instrument_that_is_gone_for_ten_bars_is_left() {
        double[] gone = TestRun.constant(40, 50);
        for (int i = 10; i < gone.length - 1; i++) {
            gone[i] = GAP;
        }
        Bars a = TestRun.closes("A", DAY, TestRun.constant(40, 100));
        Bars b = TestRun.closes("B", DAY, gone);

        Ledger ledger = TestRun.run("rebalance", EVERY_OTHER_BAR, a, b);

        // Its last bar is 9; at bar 18 that is among the last ten, at bar 20 it is not. It is sold when it trades
        // again.
        OrderLog orders = ledger.orders();
        assertThat(orders.submittedBar(lastOf(orders, 1))).isEqualTo(20);
        assertThat(orders.filledBar(lastOf(orders, 1))).isEqualTo(39);
        assertThat(ledger.account().shares(1)).isZero();
    }

    private static int lastOf(OrderLog orders, int instrument) {
        int last = -1;
        for (int id = 0; id < orders.size(); id++) {
            last = orders.instrument(id) == instrument ? id : last;
        }
        return last;
    }

    @Test
    void weights_that_cannot_be_meant_are_refused() {
        Bars spy = TestRun.closes("SPY", DAY, 10, 10);
        Bars tlt = TestRun.closes("TLT", DAY, 10, 10);

        refused(
                Map.of("weights", "SPY:1"),
                "rebalance weights are needed for the weighting fixed, and only for that," + " which was equal",
                spy,
                tlt);
        refused(
                Map.of("weighting", "fixed"),
                "rebalance weights are needed for the weighting fixed, and only for that," + " which was fixed",
                spy,
                tlt);
        refused(
                Map.of("weighting", "fixed", "weights", "SPY:.6,TLTT:.4"),
                "rebalance weights names 'TLTT', which is none of the instruments; did you mean TLT?",
                spy,
                tlt);
        refused(
                Map.of("weighting", "fixed", "weights", "SPY:.75,TLT:.5"),
                "rebalance weights must be at most 1 together, were 1.25",
                spy,
                tlt);
    }

    private static void refused(Map<String, Object> values, String message, Bars... bars) {
        assertThatThrownBy(() -> TestRun.run("rebalance", values, bars))
                .isInstanceOf(Refusal.class)
                .hasMessage(message);
    }
}
