package io.quanttradingos.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.units.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The check must find each of the ways in which a backtest comes to know the future, and nothing where there is none. */
class LookAheadCheckTest {
    private static final int ROWS = 240;
    private static final Bars BARS = RandomBars.daily("AAA", ROWS, 7);
    private static final Bars SPARSE = RandomBars.of("BBB", ROWS, 8, 0.2, 0, 1);
    private static final EngineSettings SETTINGS =
            EngineSettings.standard(100_000).with(Costs.ofRate(0.001));
    private static final EngineSettings HUNDRED_SHARES = SETTINGS.with(new Sizing.FixedQuantity(100));

    /** Long while something holds of the bar that just closed. */
    private static Strategy longWhile(java.util.function.IntPredicate holds) {
        return (history, desk) -> {
            if (holds.test(history.bar())) {
                desk.enterLong(0);
            } else {
                desk.exit(0);
            }
        };
    }

    private static Optional<String> checked(Function<Market, Strategy> strategy) {
        return LookAheadCheck.of(BARS).firstDifference(HUNDRED_SHARES, strategy);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    // What an honest strategy does

    private static Strategy averages(int fast, int slow) {
        double[] window = new double[slow];
        return (history, desk) -> {
            if (history.bar() + 1 < slow) {
                return;
            }
            history.closes(0, window);
            if (mean(window, slow - fast, slow) > mean(window, 0, slow)) {
                desk.enterLong(0);
            } else {
                desk.exit(0);
            }
        };
    }

    private static Strategy bothSides() {
        return (history, desk) -> {
            if (history.bar() > 0 && history.close() > history.close(1)) {
                desk.enterShort(0);
            } else {
                desk.enterLong(0);
            }
        };
    }

    private static Strategy everyOrder() {
        return (history, desk) -> {
            double close = history.close();
            switch (history.bar() % 7) {
                case 0 -> desk.submit(OrderTicket.limit(0, 50, close * 0.995).with(new Bracket(0.02, 0.03, 0.025)));
                case 1 -> desk.submit(OrderTicket.stop(0, 30, close * 1.01).day());
                case 2 -> desk.submit(OrderTicket.stopLimit(0, -40, close * 0.99, close * 0.985));
                case 3 -> desk.submit(OrderTicket.trailingStop(0, -20, 0.02));
                case 4 -> desk.submit(OrderTicket.market(0, -10).reducing());
                case 5 -> desk.target(0, 0.3);
                default -> desk.exit(0);
            }
        };
    }

    private static Strategy weights() {
        return (history, desk) -> {
            if (history.bar() % 5 == 0) {
                for (int i = 0; i < history.instruments(); i++) {
                    desk.target(i, 1.0 / history.instruments());
                }
            }
        };
    }

    @Test
    void nothing_is_found_where_nothing_looks_ahead() {
        LookAheadCheck check = LookAheadCheck.of(BARS).at(80);

        assertThat(check.firstDifference(SETTINGS, market -> averages(5, 20))).isEmpty();
        assertThat(check.firstDifference(SETTINGS, market -> bothSides())).isEmpty();
        assertThat(check.firstDifference(SETTINGS, market -> everyOrder())).isEmpty();
        assertThat(check.firstDifference(SETTINGS.with(FillModel.NEXT_CLOSE), market -> everyOrder()))
                .isEmpty();
        assertThat(LookAheadCheck.of(BARS, SPARSE).at(80).firstDifference(SETTINGS, market -> weights()))
                .isEmpty();
    }

    @Test
    void sizes_costs_and_exits_of_the_engine_do_not_look_ahead() {
        List<Sizing> sizings = List.of(
                new Sizing.FixedQuantity(10),
                new Sizing.PercentEquity(50),
                new Sizing.RiskPercent(1, 14, 2),
                new Sizing.VolatilityTarget(0.15, 20));
        Costs costs = new Costs(0.01, 1, 0.0005, 2, 3, 2, 0.5);

        for (Sizing sizing : sizings) {
            EngineSettings settings = SETTINGS.with(sizing).with(costs).with(new Bracket(0.03, 0.05, 0.04));
            assertThat(LookAheadCheck.of(BARS).firstDifference(settings, market -> bothSides()))
                    .as(sizing.toString())
                    .isEmpty();
        }
    }

    @Test
    void an_honest_advisor_and_validator_are_not_suspected() {
        assertThat(LookAheadCheck.of(BARS).firstDifference(SETTINGS, market -> bothSides(), market -> calm()))
                .isEmpty();
    }

    private static Hooks calm() {
        Advisor weakerAfterFall = (signal, history, account) ->
                history.bar() > 3 && history.close() < history.close(3) ? signal.scaled(0.5, "prices fell") : signal;
        OrderValidator atMostHalf = (proposal, history, account) ->
                Verdict.atMost(account.equity() / 2 / proposal.price(), "no more than half of the equity");
        return new Hooks(List.of(weakerAfterFall), List.of(atMostHalf), List.of());
    }

    // Leaks

    @Test
    void leak_1_a_strategy_peeks_at_the_next_close() {
        assertThat(checked(market -> {
                    double[] close = market.close(0);
                    return longWhile(bar -> close[Math.min(bar + 1, market.rows() - 1)] > close[bar]);
                }))
                .hasValueSatisfying(found -> assertThat(found).contains("bars after ", "order"));
    }

    @Test
    void leak_2_prices_are_scaled_by_the_mean_and_maximum_of_the_whole_series() {
        assertThat(checked(market -> {
                    double[] close = market.close(0);
                    double mean = mean(close, 0, market.rows());
                    double most = Arrays.stream(close, 0, market.rows()).max().orElseThrow();
                    return longWhile(bar -> (close[bar] - mean) / most < 0);
                }))
                .isPresent();
    }

    @Test
    void leak_3_a_moving_average_is_centred() {
        assertThat(checked(market -> {
                    double[] close = market.close(0);
                    return longWhile(
                            bar -> close[bar] > mean(close, Math.max(0, bar - 2), Math.min(market.rows(), bar + 3)));
                }))
                .isPresent();
    }

    @Test
    void leak_4_a_parameter_is_fitted_on_all_the_data() {
        assertThat(checked(market -> {
                    int best = bestWindow(market);
                    return averages(best, 3 * best);
                }))
                .isPresent();
    }

    /** The momentum window whose sign would have earned most over the whole market. */
    private static int bestWindow(Market market) {
        double[] close = market.close(0);
        int best = 2;
        double most = Double.NEGATIVE_INFINITY;
        for (int window = 2; window <= 12; window++) {
            double earned = 0;
            for (int row = window; row + 1 < market.rows(); row++) {
                earned += Math.signum(close[row] - close[row - window]) * (close[row + 1] / close[row] - 1);
            }
            if (earned > most) {
                most = earned;
                best = window;
            }
        }
        return best;
    }

    /** The order fills at the open of the very bar whose high decided it. */
    @Test
    void leak_5_the_high_of_a_bar_decides_a_trade_at_its_open() {
        assertThat(checked(market -> {
                    double[] high = market.high(0);
                    double[] open = market.open(0);
                    return longWhile(bar -> bar + 1 < market.rows() && high[bar + 1] > 1.01 * open[bar + 1]);
                }))
                .isPresent();
    }

    /**
     * The closes that orders fill at are replaced by the opens of the same bars while the strategy decides on the true
     * closes. No bar after the fill is known, so only a bar changed behind its open gives it away.
     */
    @Test
    void leak_6_an_order_claimed_for_the_next_open_is_filled_at_the_open_of_its_own_bar() {
        Function<List<Bars>, Ledger> run = bars -> {
            Bars real = bars.get(0);
            Market atOpens = Market.of(new Bars(
                    real.symbol(),
                    real.times(),
                    real.open(),
                    real.high(),
                    real.low(),
                    real.open(),
                    real.volume(),
                    real.rows()));
            Ledger ledger = new Ledger();
            new Engine(atOpens, HUNDRED_SHARES.with(FillModel.SAME_CLOSE))
                    .run(longWhile(bar -> real.close()[bar] > real.open()[bar]), Hooks.none(), ledger);
            return ledger;
        };

        assertThat(LookAheadCheck.of(BARS).firstDifference(FillModel.NEXT_OPEN, run))
                .hasValueSatisfying(found -> assertThat(found).contains("filled in that same bar"));
    }

    @Test
    void leak_7_a_label_is_made_of_the_complete_series() {
        assertThat(checked(market -> {
                    boolean[] rises = new boolean[market.rows()];
                    double[] close = market.close(0);
                    for (int row = 0; row < market.rows(); row++) {
                        rises[row] = close[Math.min(row + 10, market.rows() - 1)] > close[row];
                    }
                    return longWhile(bar -> rises[bar]);
                }))
                .isPresent();
    }

    @Test
    void leak_8_a_size_is_made_of_the_volatility_of_the_whole_sample() {
        assertThat(checked(market -> {
                    double volatility = Window.deviation(market, 0, market.rows() - 1, market.rows() - 1);
                    return (history, desk) -> {
                        if (history.bar() == 5) {
                            desk.submit(OrderTicket.market(0, Math.max(1, Math.floor(2 / volatility))));
                        }
                    };
                }))
                .hasValueSatisfying(found -> assertThat(found).contains("order 0 given at bar 5", "shares"));
    }

    @Test
    void leak_9_a_position_is_closed_on_the_last_bar() {
        assertThat(checked(market -> (history, desk) -> {
                    if (history.bar() == market.rows() - 1) {
                        desk.exit(0);
                    } else if (history.bar() == 3) {
                        desk.enterLong(0);
                    }
                }))
                .hasValueSatisfying(found -> assertThat(found).contains("CUT", "number of orders"));
    }

    @Test
    void leak_10_missing_prices_are_filled_backwards() {
        assertThat(LookAheadCheck.of(BARS, SPARSE).firstDifference(HUNDRED_SHARES, market -> {
                    double[] filled = filledBackwards(market.close(1), market.rows());
                    return longWhile(bar -> bar > 0 && filled[bar] > filled[bar - 1]);
                }))
                .isPresent();
    }

    private static double[] filledBackwards(double[] close, int rows) {
        double[] filled = Arrays.copyOf(close, rows);
        for (int row = rows - 2; row >= 0; row--) {
            filled[row] = Double.isNaN(filled[row]) ? filled[row + 1] : filled[row];
        }
        return filled;
    }

    @Test
    void leak_11_another_series_is_joined_on_the_next_date_instead_of_the_last() {
        assertThat(LookAheadCheck.of(SPARSE, BARS)
                        .firstDifference(HUNDRED_SHARES.from(5), market -> (history, desk) -> {
                            long weekEnd = (history.time() / RandomBars.DAY / 7 + 1) * 7 * RandomBars.DAY;
                            int row = Arrays.binarySearch(market.times(), 0, market.rows(), weekEnd);
                            double joined = market.close(1)[row >= 0 ? row : Math.min(-row - 1, market.rows() - 1)];
                            if (joined > history.close(1, 0)) {
                                desk.enterLong(1);
                            } else {
                                desk.exit(1);
                            }
                        }))
                .isPresent();
    }

    @Test
    void leak_12_an_array_is_shifted_the_wrong_way() {
        assertThat(checked(market -> {
                    double[] close = market.close(0);
                    double[] returns = new double[market.rows()];
                    for (int row = 1; row < market.rows(); row++) {
                        returns[row - 1] = close[row] / close[row - 1] - 1;
                    }
                    return longWhile(bar -> returns[bar] > 0);
                }))
                .isPresent();
    }

    @Test
    void leak_13_an_advisor_knows_the_worst_day_to_come() {
        assertThat(LookAheadCheck.of(BARS).firstDifference(SETTINGS, market -> bothSides(), market -> {
                    double lowest =
                            Arrays.stream(market.low(0), 0, market.rows()).min().orElseThrow();
                    Advisor advisor = (signal, history, account) ->
                            history.close() < 1.1 * lowest ? signal : signal.vetoed("far above the lowest price");
                    return new Hooks(List.of(advisor), List.of(), List.of());
                }))
                .isPresent();
    }

    @Test
    void leak_14_prices_are_adjusted_by_what_happened_later() {
        Function<List<Bars>, Ledger> run = bars -> {
            Bars raw = bars.get(0);
            double last = raw.close()[raw.rows() - 1];
            Market market = Market.of(new Bars(
                    Symbol.of("ADJ"),
                    raw.times(),
                    over(raw.open(), last),
                    over(raw.high(), last),
                    over(raw.low(), last),
                    over(raw.close(), last),
                    raw.volume(),
                    raw.rows()));
            Ledger ledger = new Ledger();
            new Engine(market, SETTINGS).run(longWhile(bar -> market.close(0)[bar] < 100), Hooks.none(), ledger);
            return ledger;
        };

        assertThat(LookAheadCheck.of(BARS).firstDifference(FillModel.NEXT_OPEN, run))
                .isPresent();
    }

    /** The prices as multiples of a hundredth of the last one. */
    private static double[] over(double[] prices, double last) {
        return DoubleStream.of(prices).map(price -> 100 * price / last).toArray();
    }

    // The declared one

    /**
     * {@link FillModel#SAME_CLOSE} trades at the price it decides on. It knows no later bar, so cutting and changing the
     * future finds nothing: what is wrong with it is that nobody can still trade at a close that has been seen. That is why
     * it has to be asked for, and why a run that does not declare it is caught by the first rule.
     */
    @Test
    void the_same_close_is_a_declared_look_ahead() {
        EngineSettings sameClose = SETTINGS.with(FillModel.SAME_CLOSE);
        assertThat(LookAheadCheck.of(BARS).firstDifference(sameClose, market -> bothSides()))
                .isEmpty();

        Function<List<Bars>, Ledger> undeclared = bars -> {
            Ledger ledger = new Ledger();
            new Engine(Market.of(bars), sameClose).run(bothSides(), Hooks.none(), ledger);
            return ledger;
        };
        assertThat(LookAheadCheck.of(BARS).firstDifference(FillModel.NEXT_CLOSE, undeclared))
                .hasValueSatisfying(found -> assertThat(found).contains("filled in that same bar"));
        assertThat(ordersFilledInTheirOwnBar(undeclared.apply(List.of(BARS)))).isPositive();
    }

    /** With the next open declared, a fill at the close is given away by a bar that is changed behind its open. */
    @Test
    void a_fill_at_the_close_does_not_pass_for_one_at_the_open() {
        Function<List<Bars>, Ledger> atClose = bars -> {
            Ledger ledger = new Ledger();
            new Engine(Market.of(bars), SETTINGS.with(FillModel.NEXT_CLOSE)).run(bothSides(), Hooks.none(), ledger);
            return ledger;
        };

        assertThat(LookAheadCheck.of(BARS).firstDifference(FillModel.NEXT_CLOSE, atClose))
                .isEmpty();
        assertThat(LookAheadCheck.of(BARS).firstDifference(FillModel.NEXT_OPEN, atClose))
                .hasValueSatisfying(found -> assertThat(found).contains("changed but for its open"));
    }

    private static long ordersFilledInTheirOwnBar(Ledger ledger) {
        OrderLog orders = ledger.orders();
        return java.util.stream.IntStream.range(0, orders.size())
                .filter(id -> orders.filledBar(id) == orders.submittedBar(id))
                .count();
    }
}
