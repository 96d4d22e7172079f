package io.quanttradingos.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardianDecisionTest {
    private final GuardianAgent agent = new GuardianAgent(GuardianPolicy.defaults());

    @ParameterizedTest
    @CsvSource({
        "swing,low,trend,0,0,1",
        "swing,normal,trend,4.99,2,1",
        "scalp,normal,trend,0,0,0.5",
        "earnings,normal,trend,0,0,0.5",
        "swing,high,trend,0,0,0.5",
        "swing,normal,range,0,0,0.75",
        "swing,normal,choppy,0,0,0.5",
        "swing,normal,trend,5,0,0.5",
        "swing,normal,trend,9.99,0,0.5",
        "swing,normal,trend,10,0,0.25",
        "swing,normal,trend,14.99,0,0.25",
        "swing,normal,trend,15,0,0",
        "swing,normal,trend,100,0,0",
        "swing,normal,trend,0,3,0",
        "scalp,high,choppy,12,2,0.03125",
        "earnings,low,range,7,1,0.1875",
    })
    void the_allowed_risk_is_the_product_of_the_rules(
            String type, String volatility, String regime, double drawdown, int losses, double expected) {
        GuardianRequest request = GuardianRequest.of(100_000.0, drawdown, volatility, regime, type, losses, null, null);

        GuardianDecision decision = agent.judge(request).guardianDecision();

        assertThat(decision.allowedRiskPct()).isCloseTo(expected, within(1e-15));
        assertThat(decision.tradeAllowed()).isEqualTo(expected > 0);
        assertThat(decision.rules())
                .extracting(RuleApplied::rule)
                .containsExactly("base_risk", "volatility", "regime", "drawdown", "recent_losses");
    }

    @Test
    void an_allowed_trade_says_what_cut_its_risk() {
        GuardianDecision decision =
                agent.judge(request(100_000, 7, "high", "range", 1, null, null)).guardianDecision();

        assertThat(decision.reason())
                .isEqualTo("A new trade may risk 0.1875 % of the account: high volatility leaves 0.5 of the risk;"
                        + " a market in a range leaves 0.75 of the risk;"
                        + " a drawdown of 7 %, from 5 % to below 10 %, leaves 0.5 of the risk.");
        assertThat(decision.blocks()).isEmpty();
        assertThat(decision.allows())
                .containsExactly(
                        "new trades risking up to 0.1875 % of the account each",
                        "exits", "making a position smaller", "moving a stop closer");
        assertThat(decision.reset()).isNull();
    }

    @Test
    void nothing_cut_names_the_base_risk() {
        GuardianDecision decision = agent.judge(request(100_000, 0, "normal", "trend", 0, null, null))
                .guardianDecision();

        assertThat(decision.reason())
                .isEqualTo(
                        "A new trade may risk 1 % of the account: a swing trade may risk 1 % of the account at best.");
        assertThat(decision.rules())
                .extracting(RuleApplied::sentence)
                .containsExactly(
                        "a swing trade may risk 1 % of the account at best",
                        "normal volatility leaves 1 of the risk",
                        "a market in a trend leaves 1 of the risk",
                        "a drawdown of 0 % is below the 5 % from which risk is cut",
                        "0 recent losses are fewer than the 3 that call for a pause");
    }

    @Test
    void a_stop_says_what_is_stopped_what_is_not_and_when_it_ends() {
        GuardianVerdict verdict = agent.judge(request(100_000, 16, "normal", "trend", 3, 50.0, 1.0));
        GuardianDecision decision = verdict.guardianDecision();

        assertThat(decision.tradeAllowed()).isFalse();
        assertThat(decision.reason())
                .isEqualTo("No new trades: a drawdown of 16 % has reached the stop of 15 %;"
                        + " 3 recent losses call for a pause, as from 3 on.");
        assertThat(decision.blocks()).containsExactly("new trades", "adding to an open position");
        assertThat(decision.allows()).containsExactly("exits", "making a position smaller", "moving a stop closer");
        assertThat(decision.reset())
                .isEqualTo("When the drawdown is back below 15 % and fewer than 3 recent losses count.");
        assertThat(verdict.stopDistance()).isNull();
        assertThat(verdict.positionSize()).isNull();
        assertThat(verdict.warnings()).isEmpty();
    }

    /** 1 % of 100,000 over a stop of 2 · 1.50 is 333 shares. */
    @Test
    void the_size_is_the_risk_over_the_stop() {
        GuardianVerdict verdict = agent.judge(request(100_000, 0, "normal", "trend", 0, 50.0, 1.5));

        assertThat(verdict.stopDistance()).isEqualTo(3);
        assertThat(verdict.positionSize()).isEqualTo(333);
        assertThat(verdict.warnings()).isEmpty();
    }

    /** 1 % of 10,000 over a stop of .20 would be 500 shares; 10,000 buy 20 at 480. */
    @Test
    void the_size_is_never_worth_more_than_the_account() {
        GuardianVerdict verdict = agent.judge(request(10_000, 0, "normal", "trend", 0, 480.0, 0.1));

        assertThat(verdict.positionSize()).isEqualTo(20);
    }

    /** .5 % of 100,000 over 2 · 1.50 · 1.25 = 3.75 is 133 shares. */
    @Test
    void a_choppy_market_takes_a_wider_stop_and_so_fewer_shares() {
        GuardianVerdict verdict = agent.judge(request(100_000, 0, "normal", "choppy", 0, 50.0, 1.5));

        assertThat(verdict.stopDistance()).isEqualTo(3.75);
        assertThat(verdict.positionSize()).isEqualTo(133);
    }

    @ParameterizedTest
    @CsvSource({"SCALP,TREND,2", "SWING,RANGE,4", "EARNINGS,TREND,6", "SCALP,CHOPPY,2.5", "EARNINGS,CHOPPY,7.5"})
    void the_stop_is_a_multiple_of_the_average_true_range(TradeType type, TradingRegime regime, double expected) {
        assertThat(StopRule.defaults().distance(2, type, regime)).isEqualTo(expected);
    }

    @Test
    void too_small_an_account_gets_no_share_and_is_told() {
        GuardianVerdict verdict = agent.judge(request(100, 0, "normal", "trend", 0, 480.0, 5.0));

        assertThat(verdict.positionSize()).isZero();
        assertThat(verdict.warnings()).containsExactly("the allowed risk buys less than one share");
    }

    @Test
    void a_price_without_a_true_range_gives_no_size_and_says_so() {
        assertThat(agent.judge(request(100, 0, "normal", "trend", 0, 480.0, null))
                        .warnings())
                .containsExactly("no position size could be given because atr is missing");
        assertThat(agent.judge(request(100, 0, "normal", "trend", 0, null, 2.0)).warnings())
                .containsExactly("no position size could be given because price is missing");
        assertThat(agent.judge(request(100, 0, "normal", "trend", 0, null, null))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_regime_granted_nothing_stops_the_trade_and_says_which_rule_did() {
        GuardianPolicy defaults = GuardianPolicy.defaults();
        GuardianAgent strict = new GuardianAgent(new GuardianPolicy(
                defaults.baseRisk(),
                defaults.volatility(),
                new RegimeMultipliers(1, 0.75, 0),
                defaults.drawdown(),
                defaults.maxRecentLosses(),
                defaults.stops()));

        GuardianDecision decision =
                strict.judge(request(100, 0, "normal", "choppy", 0, null, null)).guardianDecision();

        assertThat(decision.tradeAllowed()).isFalse();
        assertThat(decision.reason()).isEqualTo("No new trades: a choppy market leaves 0 of the risk.");
        assertThat(decision.reset()).isEqualTo("When the policy grants such a trade any risk again.");
    }

    private static GuardianRequest request(
            double account,
            double drawdown,
            String volatility,
            String regime,
            int losses,
            @Nullable Double price,
            @Nullable Double atr) {
        return GuardianRequest.of(account, drawdown, volatility, regime, "swing", losses, price, atr);
    }
}
