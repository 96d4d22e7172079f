package io.quanttradingos.portfolio;

import static io.quanttradingos.portfolio.Market.holding;
import static io.quanttradingos.portfolio.Market.holdings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.statistics.SampleDeviation;
import io.quanttradingos.statistics.SimpleReturns;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PortfolioAgentTest {
    private static final double NONE = Double.NaN;

    private final PortfolioAgent agent = new PortfolioAgent(PortfolioPolicy.defaults());

    @Test
    void value_weight_and_profit_of_longs_shorts_and_cash_add_up() {
        PriceTable prices = Market.of("A", 10, 11, 12).and("B", 50, 45, 40).table();
        PortfolioReport report = agent.report(
                prices,
                holdings(holding("A", 100, 8.0, null), holding("B", -10, 50.0, null), holding("CASH", 200)),
                null);

        assertThat(report.totalValue()).isEqualTo(1200 - 400 + 200);
        assertThat(report.openPositions()).isEqualTo(2);
        assertThat(report.grossExposure()).isEqualTo(1.6);
        assertThat(report.netExposure()).isEqualTo(0.8);
        assertThat(report.hhi()).isCloseTo(0.75 * 0.75 + 0.25 * 0.25, within(1e-15));
        assertThat(report.effectivePositions()).isCloseTo(1.6, within(1e-12));
        assertThat(report.retTotal()).isCloseTo(1000.0 / 700 - 1, within(1e-15));
        assertThat(report.holdings()).extracting(row -> row.symbol().text()).containsExactly("A", "B", "CASH");
        assertThat(report.holdings()).extracting(HoldingReport::weight).containsExactly(1.2, -0.4, 0.2);
        assertThat(report.holdings()).extracting(HoldingReport::unrealisedPnl).containsExactly(400.0, 100.0, null);
        assertThat(report.holdings())
                .extracting(HoldingReport::unrealisedPnlPct)
                .containsExactly(50.0, 20.0, null);
        assertThat(report.holdings().get(1).periodReturn()).isCloseTo(-0.2, within(1e-15));
        assertThat(report.holdings().get(2).riskContribution()).isEqualTo(0);
    }

    @Test
    void the_path_holds_only_the_dates_every_holding_has() {
        PriceTable prices = Market.of("A", NONE, 10, 11, 12, 13, NONE)
                .and("B", 5, 5, NONE, 6, 7, 8)
                .and("SPY", 1, 2, 3, 4, 5, 6)
                .table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 1), holding("B", 1)), null);

        assertThat(report.firstDate()).isEqualTo(Market.date(1));
        assertThat(report.asof()).isEqualTo(Market.date(4));
        assertThat(report.observations()).isEqualTo(3);
        assertThat(report.totalValue()).isEqualTo(20);
        assertThat(report.retTotal()).isCloseTo(20.0 / 15 - 1, within(1e-15));
        assertThat(report.warnings())
                .contains(
                        "The portfolio is valued on 2020-01-07, the last date with a price of every holding; the prices go on to"
                                + " 2020-01-08.");
    }

    @Test
    void a_holding_that_shortens_the_path_is_named() {
        double[] late = new double[10];
        Arrays.fill(late, 0, 7, NONE);
        Arrays.fill(late, 7, 10, 5);
        PriceTable prices =
                Market.of("OLD", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).and("NEW", late).table();
        assertThat(agent.report(prices, holdings(holding("OLD", 1), holding("NEW", 1)), null)
                        .warnings())
                .contains("Only 3 of 10 dates have a price of every holding; NEW has the fewest prices, 3.");
    }

    @Test
    void a_drawdown_carries_its_dates() {
        PriceTable prices = Market.of("A", 100, 120, 90, 100, 125, 120).table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 3)), null);
        assertThat(report.maxDrawdown()).isEqualTo(-0.25);
        assertThat(report.maxDrawdownPeak()).isEqualTo(Market.date(1));
        assertThat(report.maxDrawdownTrough()).isEqualTo(Market.date(2));
        assertThat(report.maxDrawdownRecovery()).isEqualTo(Market.date(4));

        PortfolioReport earlier = agent.report(prices, holdings(holding("A", 3)), Market.date(3));
        assertThat(earlier.maxDrawdownRecovery()).isNull();
        assertThat(earlier.maxDrawdownTrough()).isEqualTo(Market.date(2));
    }

    @Test
    void beta_compares_the_same_days_only() {
        // SPY lacks a day, so neither the return to it nor the one from it can be compared.
        PriceTable prices = Market.of("A", 100, 102, 101, 103, 104, 102)
                .and("SPY", 10, 10.1, NONE, 10.3, 10.35, 10.25)
                .table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 1)), null);
        double[] own = {102.0 / 100 - 1, 104.0 / 103 - 1, 102.0 / 104 - 1};
        double[] market = {10.1 / 10 - 1, 10.35 / 10.3 - 1, 10.25 / 10.35 - 1};
        double meanOwn = Arrays.stream(own).average().orElseThrow();
        double meanMarket = Arrays.stream(market).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            products += (own[i] - meanOwn) * (market[i] - meanMarket);
            squares += (market[i] - meanMarket) * (market[i] - meanMarket);
        }
        assertThat(report.beta()).isCloseTo(products / squares, within(1e-12));
        assertThat(report.alpha())
                .isCloseTo(Math.pow(1 + meanOwn - products / squares * meanMarket, 252) - 1, within(1e-12));
    }

    @Test
    void heat_is_the_loss_at_the_stops_over_the_net_value() {
        PriceTable prices = Market.of("A", 100, 100).and("B", 50, 50).table();
        PortfolioReport report = agent.report(
                prices,
                holdings(holding("A", 10, null, 95.0), holding("B", -20, null, 52.0), holding("USD", 4000)),
                null);
        assertThat(report.totalValue()).isEqualTo(4000);
        assertThat(report.portfolioHeat()).isCloseTo((50.0 + 40) / 4000, within(1e-15));
        assertThat(report.heatMethod()).isEqualTo("stops");
    }

    @Test
    void a_stop_that_has_been_passed_adds_no_heat_and_is_named() {
        PriceTable prices = Market.of("A", 100, 90).and("B", 50, 50).table();
        PortfolioReport report =
                agent.report(prices, holdings(holding("A", 10, null, 95.0), holding("B", 2, null, 45.0)), null);
        assertThat(report.portfolioHeat()).isCloseTo(10.0 / 1000, within(1e-15));
        assertThat(report.warnings())
                .contains("A at 90.0 has passed its stop of 95.0; it adds nothing to portfolio_heat.");
    }

    @Test
    void a_position_without_a_stop_heats_by_twice_its_daily_deviation() {
        Market market = Market.random(7, 60, "A", "B");
        PortfolioReport report =
                agent.report(market.table(), holdings(holding("A", 10, null, 1.0), holding("B", -5)), null);
        double lastOfA = market.closes("A")[59];
        double lastOfB = market.closes("B")[59];
        double[] recent = SimpleReturns.of(market.closes("B"), 39, 60);
        double loss = 10 * (lastOfA - 1) + 2 * SampleDeviation.of(recent) * 5 * lastOfB;
        assertThat(recent).hasSize(20);
        assertThat(report.portfolioHeat()).isCloseTo(loss / report.totalValue(), within(1e-12));
    }

    @Test
    void too_few_prices_to_stand_for_a_stop_leave_the_heat_unknown() {
        PriceTable prices = Market.random(7, 20, "A", "B").table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 10, null, 1.0), holding("B", 5)), null);
        assertThat(report.portfolioHeat()).isNull();
        assertThat(report.heatMethod()).isEqualTo("stops");
        assertThat(report.warnings())
                .contains(
                        "B has no stop and fewer than 21 prices to estimate one from.",
                        "portfolio_heat is unknown: a part of it is, or the net value is not positive.");
    }

    @Test
    void without_any_stop_the_heat_follows_volatility_up_to_one() {
        PortfolioReport calm = agent.report(Market.random(1, 100, "A").table(), holdings(holding("A", 1)), null);
        assertThat(calm.heatMethod()).isEqualTo("volatility_proxy");
        Double volatility = Objects.requireNonNull(calm.volAnnual());
        assertThat(calm.portfolioHeat()).isEqualTo(0.6 * volatility);
        PortfolioReport wild = agent.report(Market.of("A", 1, 3, 1, 3).table(), holdings(holding("A", 1)), null);
        assertThat(wild.portfolioHeat()).isEqualTo(1);
    }

    @Test
    void a_single_holding_bears_all_the_risk() {
        PortfolioReport report = agent.report(Market.random(3, 90, "A").table(), holdings(holding("A", 4)), null);
        assertThat(report.holdings().get(0).riskContribution()).isCloseTo(1, within(1e-12));
        assertThat(report.diversificationRatio()).isCloseTo(1, within(1e-12));
        assertThat(report.hhi()).isEqualTo(1);
        assertThat(report.correlation().symbols()).containsExactly(Symbol.of("A"));
        assertThat(report.correlation().rows()).containsExactly(List.of(1.0));
        assertThat(report.warnings()).containsExactly("beta and alpha are unknown: there are no prices of SPY.");
    }

    @Test
    void cash_alone_has_a_value_and_no_risk() {
        PortfolioReport report = agent.report(Market.random(3, 90, "SPY").table(), holdings(holding("USD", 500)), null);
        assertThat(report.totalValue()).isEqualTo(500);
        assertThat(report.openPositions()).isZero();
        assertThat(report.volAnnual()).isZero();
        assertThat(report.retTotal()).isZero();
        assertThat(report.portfolioHeat()).isZero();
        assertThat(report.grossExposure()).isZero();
        assertThat(report.maxDrawdown()).isZero();
        assertThat(report.maxDrawdownPeak()).isNull();
        assertThat(report.sharpe()).isNull();
        assertThat(report.sortino()).isNull();
        assertThat(report.calmar()).isNull();
        assertThat(report.skew()).isNull();
        assertThat(report.kurtosis()).isNull();
        assertThat(report.hhi()).isNull();
        assertThat(report.effectivePositions()).isNull();
        assertThat(report.diversificationRatio()).isNull();
        assertThat(report.holdings().get(0).riskContribution()).isNull();
        assertThat(report.correlation().rows()).isEmpty();
        assertThat(report.warnings())
                .contains(
                        "sharpe is unknown: the returns do not vary.",
                        "sortino is unknown: no return fell below the riskless one.",
                        "calmar is unknown: the portfolio never stood below its high.",
                        "hhi and effective_positions are unknown: there is no position but cash.");
    }

    @Test
    void one_shared_date_gives_a_value_and_no_history() {
        PriceTable prices = Market.of("A", 10, NONE).table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 2, 4.0, 9.0)), null);
        assertThat(report.totalValue()).isEqualTo(20);
        assertThat(report.observations()).isEqualTo(1);
        assertThat(report.portfolioHeat()).isCloseTo(0.1, within(1e-15));
        assertThat(report.holdings().get(0).unrealisedPnl()).isEqualTo(12);
        assertThat(report.volAnnual()).isNull();
        assertThat(report.retTotal()).isNull();
        assertThat(report.maxDrawdown()).isNull();
        assertThat(report.var_95()).isEqualTo(new TailReturn(null, null, null, false));
        assertThat(report.holdings().get(0).riskContribution()).isNull();
        assertThat(report.correlation().rows().get(0).get(0)).isNull();
        assertThat(report.warnings())
                .contains(
                        "The holdings share one date only, 2020-01-01; returns and every figure made of them are unknown.");
    }

    @Test
    void a_net_value_that_is_not_positive_leaves_returns_and_weights_unknown() {
        PriceTable prices = Market.of("A", 10, 11, 9).and("B", 10, 12, 14).table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 10), holding("B", -10)), null);
        assertThat(report.totalValue()).isEqualTo(-50);
        assertThat(report.volAnnual()).isNull();
        assertThat(report.grossExposure()).isNull();
        assertThat(report.netExposure()).isNull();
        assertThat(report.portfolioHeat()).isNull();
        assertThat(report.holdings().get(0).weight()).isNull();
        assertThat(report.hhi()).isNotNull();
        double shares = report.holdings().stream()
                .mapToDouble(row -> row.riskContribution() == null ? NONE : row.riskContribution())
                .sum();
        assertThat(shares).isCloseTo(1, within(1e-12));
        assertThat(report.warnings())
                .contains(
                        "The net value of the portfolio was not positive on 2020-01-01; returns and every figure made of"
                                + " them are unknown.",
                        "Weights and exposures are unknown: the net value of the portfolio is not positive.");
    }

    @Test
    void a_loss_of_everything_on_the_last_day_is_still_measured() {
        PriceTable prices = Market.of("A", NONE, 10, 10).and("B", NONE, 1, 30).table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 1), holding("B", -1)), null);
        assertThat(report.retTotal()).isCloseTo(-20.0 / 9 - 1, within(1e-12));
        assertThat(report.maxDrawdown()).isCloseTo(-20.0 / 9 - 1, within(1e-12));
    }

    @Test
    void prices_that_never_move_have_no_ratio_and_no_correlation() {
        PriceTable prices = Market.of("A", 5, 5, 5, 5).and("B", 5, 6, 5, 6).table();
        PortfolioReport report = agent.report(prices, holdings(holding("A", 1), holding("B", 1)), null);
        assertThat(report.correlation().rows().get(0)).containsExactly(null, null);
        assertThat(report.correlation().rows().get(1)).containsExactly(null, 1.0);
        assertThat(report.holdings().get(0).riskContribution()).isZero();
        assertThat(report.holdings().get(1).riskContribution()).isCloseTo(1, within(1e-12));
        assertThat(report.warnings()).contains("Correlations with A are unknown: the price did not vary.");

        PortfolioReport still = agent.report(prices, holdings(holding("A", 1)), null);
        assertThat(still.volAnnual()).isZero();
        assertThat(still.sharpe()).isNull();
        assertThat(still.holdings().get(0).riskContribution()).isNull();
        assertThat(still.warnings())
                .contains(
                        "Risk contributions and diversification_ratio are unknown: the positions together do not vary.");
    }

    @Test
    void a_short_history_states_no_yearly_growth() {
        PortfolioReport report = agent.report(Market.random(2, 21, "A").table(), holdings(holding("A", 1)), null);
        assertThat(report.cagr()).isNull();
        assertThat(report.calmar()).isNull();
        assertThat(report.warnings())
                .contains(
                        "cagr is unknown: the prices cover 28 calendar days, fewer than 30.",
                        "calmar is unknown: cagr is.");
        assertThat(agent.report(Market.random(2, 23, "A").table(), holdings(holding("A", 1)), null)
                        .cagr())
                .isNotNull();
    }

    @Test
    void shares_that_cost_nothing_have_a_profit_but_no_percentage() {
        HoldingReport row = agent.report(Market.of("A", 3, 4).table(), holdings(holding("A", 2, 0.0, null)), null)
                .holdings()
                .get(0);
        assertThat(row.unrealisedPnl()).isEqualTo(8);
        assertThat(row.unrealisedPnlPct()).isNull();
    }

    @Test
    void symbols_without_prices_are_named_before_and_in_the_refusal() {
        PriceTable prices = Market.of("A", 1, 2).and("EMPTY", NONE, NONE).table();
        Holdings held = holdings(holding("A", 1), holding("ZZZ", 1), holding("EMPTY", 1), holding("CASH", 1));
        assertThat(agent.missing(prices, held)).containsExactly(Symbol.of("EMPTY"), Symbol.of("ZZZ"));
        refused(() -> agent.report(prices, held, null), Refusal.Kind.NOT_USABLE, "there are no prices of: EMPTY, ZZZ");
    }

    @Test
    void what_cannot_be_valued_is_refused_with_a_sentence() {
        PriceTable apart = Market.of("A", 1, NONE).and("B", NONE, 2).table();
        Holdings both = holdings(holding("A", 1), holding("B", 1));
        refused(
                () -> agent.report(apart, both, null),
                Refusal.Kind.NOT_USABLE,
                "no date has a price of every holding: A, B");
        refused(
                () -> agent.report(apart, both, Market.date(0)),
                Refusal.Kind.NOT_USABLE,
                "there are no prices on or before 2020-01-01 of: B");
        refused(
                () -> agent.report(apart, both, LocalDate.of(2019, 1, 1)),
                Refusal.Kind.NOT_USABLE,
                "there are no prices on or before 2019-01-01");
        refused(() -> agent.report(apart, holdings(), null), Refusal.Kind.NOT_USABLE, "there are no holdings");
        PriceTable dear = Market.of("A", 1, 1e300).table();
        refused(
                () -> agent.report(dear, holdings(holding("A", 1e12)), null),
                Refusal.Kind.NOT_USABLE,
                "the holdings are worth more than can be counted");
        PortfolioAgent small = new PortfolioAgent(new PortfolioPolicy("SPY", 0, 2, 20, 0.6, 30, 1, List.of("CASH")));
        refused(
                () -> small.report(apart, both, null),
                Refusal.Kind.TOO_LARGE,
                "at most 1 positions are reported on, there are 2");
    }

    @Test
    void notes_of_the_holdings_become_warnings() {
        Holdings held = new Holdings(List.of(holding("A", 1)), List.of("B in line 3 has 0 shares; it is left out."));
        assertThat(agent.report(Market.of("A", 1, 2).table(), held, null).warnings())
                .startsWith("B in line 3 has 0 shares; it is left out.");
    }

    @Test
    void the_conventions_name_every_choice_the_policy_made() {
        PortfolioAgent other =
                new PortfolioAgent(new PortfolioPolicy("QQQ", 0.03, 3, 10, 0.5, 60, 500, List.of("CASH")));
        assertThat(other.conventions())
                .containsEntry("risk_free", "0.03")
                .containsEntry("cagr", "calendar days / 365.25; null below 60 days")
                .hasEntrySatisfying("alpha", text -> assertThat(text).endsWith("against QQQ"))
                .hasEntrySatisfying("portfolio_heat", text -> assertThat(text).contains("3.0 daily", "10 days", "0.5"));
    }

    private static void refused(ThrowingCallable report, Refusal.Kind kind, String detail) {
        assertThatThrownBy(report).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(kind);
            assertThat(refusal.detail()).isEqualTo(detail);
        });
    }
}
