package io.quanttradingos.backtest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.marketdata.Bars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold of every run, whatever the market, the settings and the orders; each over many seeds. */
class EnginePropertiesTest {
    private static final double CLOSE = 1e-9;

    private static LongStream seeds() {
        return LongStream.range(10_000, 10_060);
    }

    private static org.assertj.core.data.Offset<Double> near(double value) {
        return within(CLOSE * Math.max(1, Math.abs(value)));
    }

    // Accounts

    /** Nothing but the fills and the closes: no account, no trades. */
    @ParameterizedTest
    @MethodSource("seeds")
    void the_equity_of_every_bar_follows_from_the_order_log_alone(long seed) {
        RandomRun run = RandomRun.of(seed);
        Ledger ledger = run.ledger();
        Market market = run.market();
        OrderLog orders = ledger.orders();

        for (int bar = 0; bar < ledger.bars(); bar++) {
            double equity = run.settings().initialCash();
            for (int id = 0; id < orders.size(); id++) {
                if (orders.status(id) == OrderStatus.FILLED && orders.filledBar(id) <= bar) {
                    double close = lastClose(market, orders.instrument(id), bar);
                    equity += orders.filledShares(id) * (close - orders.price(id)) - orders.commission(id);
                }
            }
            assertThat(ledger.equity()[bar]).as("bar %d", bar).isCloseTo(equity, within(1e-8 * (1 + gross(ledger))));
        }
    }

    private static double gross(Ledger ledger) {
        return Math.abs(ledger.finalEquity()) + ledger.account().tradedValue() * 1e-3;
    }

    private static double lastClose(Market market, int instrument, int bar) {
        int row = bar;
        while (Double.isNaN(market.close(instrument)[row])) {
            row--;
        }
        return market.close(instrument)[row];
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_final_equity_is_the_first_cash_with_what_was_realised_and_what_was_not(long seed) {
        RandomRun run = RandomRun.of(seed);
        Ledger ledger = run.ledger();
        Account account = ledger.account();
        TradeLog trades = ledger.trades();

        double equity = run.settings().initialCash() - account.commission();
        for (int id = 0; id < trades.size(); id++) {
            equity += trades.profit(id) + trades.commission(id);
        }
        for (int i = 0; i < run.bars().size(); i++) {
            if (account.shares(i) != 0) {
                equity += account.shares(i) * (account.lastPrice(i) - account.averagePrice(i));
            }
        }
        assertThat(ledger.finalEquity()).isCloseTo(equity, within(1e-8 * (1 + gross(ledger))));
        assertThat(account.equity()).isEqualTo(ledger.finalEquity());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void after_a_fill_that_makes_a_position_larger_the_leverage_is_kept(long seed) {
        RandomRun run = RandomRun.of(seed);
        double leverage = run.settings().leverage();
        FillObserver observer = (id, orders, account) -> {
            double after = account.shares(orders.instrument(id));
            double before = after - orders.filledShares(id);
            if (Math.abs(after) > Math.abs(before) + CLOSE) {
                assertThat(account.grossExposure()).isLessThanOrEqualTo(leverage * account.equity() * (1 + 1e-8));
            }
        };

        Ledger ledger = run.ledger(new Hooks(List.of(), List.of(), List.of(observer)));

        assertThat(ledger.orders().size()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_order_has_a_reason_why_it_was_not_filled(long seed) {
        OrderLog orders = RandomRun.of(seed).ledger().orders();

        for (int id = 0; id < orders.size(); id++) {
            boolean isFilled = orders.status(id) == OrderStatus.FILLED;
            assertThat(isFilled || orders.note(id) != null).as("order %d", id).isTrue();
            assertThat(orders.closedBar(id) >= orders.submittedBar(id))
                    .isEqualTo(orders.status(id) != OrderStatus.OPEN);
            assertThat(orders.filledShares(id) != 0).isEqualTo(isFilled);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whole_shares_stay_whole(long seed) {
        RandomRun run = RandomRun.of(seed);
        OrderLog orders = run.ledger().orders();

        for (int id = 0; id < orders.size() && !run.settings().fractional(); id++) {
            assertThat(orders.filledShares(id) % 1).as("order %d", id).isZero();
        }
    }

    // The same again

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_run_gives_the_same_ledger_also_one_that_was_used_before(long seed) {
        RandomRun run = RandomRun.of(seed);
        Ledger first = run.ledger();
        Ledger used = RandomRun.of(seed + 1).ledger();
        run.into(used, Hooks.none());

        assertThat(first.bars()).isEqualTo(used.bars());
        assertThat(first.isBankrupt()).isEqualTo(used.isBankrupt());
        assertThat(first.barsInMarket()).isEqualTo(used.barsInMarket());
        assertThat(difference(first, used)).isEmpty();
    }

    private static Optional<String> difference(Ledger first, Ledger second) {
        int end = Integer.MAX_VALUE - 1;
        return Difference.first(
                () -> Difference.ofEquity(end, first, second),
                () -> Difference.ofOrders(end, first.orders(), second.orders()),
                () -> Difference.ofTrades(end, first.trades(), second.trades()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_run_knows_what_comes_after_its_bar(long seed) {
        RandomRun run = RandomRun.of(seed);

        assertThat(LookAheadCheck.of(run.bars())
                        .at(3)
                        .firstDifference(run.settings(), market -> run.orders().asStrategy()))
                .isEmpty();
    }

    // Scale and costs

    @ParameterizedTest
    @MethodSource("seeds")
    void twice_the_cash_and_twice_the_shares_make_twice_the_equity(long seed) {
        EngineSettings settings = RandomRun.of(seed).settings();
        Costs costs = settings.costs();
        EngineSettings inProportion = settings.withFractions()
                .with(new Costs(costs.perShare(), 0, costs.rate(), 0, costs.halfSpreadBps(), costs.slippageBps(), 0));
        Script single = RandomRun.of(seed).orders();
        Ledger once = RandomRun.of(seed)
                .with(inProportion)
                .ledgerOf((bar, desk) -> single.act(bar, new RelayDesk(desk, 0, 1)));

        EngineSettings doubled = inProportion.withCash(2 * settings.initialCash());
        if (settings.sizing() instanceof Sizing.FixedQuantity fixed) {
            doubled = doubled.with(new Sizing.FixedQuantity(2 * fixed.shares()));
        }
        RandomRun run = RandomRun.of(seed).with(doubled);
        Script orders = run.orders();
        Ledger twice = run.ledgerOf((bar, desk) -> orders.act(bar, new RelayDesk(desk, 0, 2)));

        assertThat(twice.bars()).isEqualTo(once.bars());
        for (int bar = 0; bar < once.bars(); bar++) {
            double expected = 2 * once.equity()[bar];
            assertThat(twice.equity()[bar]).isCloseTo(expected, near(expected));
        }
        assertThat(twice.trades().size()).isEqualTo(once.trades().size());
    }

    /** Signals at prices that are given, so that costs change nothing but what is paid. */
    @ParameterizedTest
    @MethodSource("seeds")
    void costs_take_exactly_what_they_come_to(long seed) {
        EngineSettings free = RandomRun.of(seed)
                .settings()
                .withCash(1e9)
                .with(new Sizing.FixedQuantity(50))
                .with(Bracket.NONE)
                .with(Costs.none());
        Costs costs = new Costs(0.01, 1, 0.001, 2, 5, 5, 0.5);
        Ledger without = RandomRun.of(seed).with(free).ledgerOf(signals(seed));
        Ledger with = RandomRun.of(seed).with(free.with(costs)).ledgerOf(signals(seed));

        assertThat(with.trades().size()).isEqualTo(without.trades().size()).isPositive();
        double paid = with.account().commission() + with.account().slippage();
        assertThat(paid).isPositive();
        assertThat(with.finalEquity()).isCloseTo(without.finalEquity() - paid, within(1e-4));
        for (int bar = 0; bar < with.bars(); bar++) {
            assertThat(with.equity()[bar]).isLessThanOrEqualTo(without.equity()[bar]);
        }
    }

    private static Script signals(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return (bar, desk) -> {
            switch (random.nextInt(6)) {
                case 0 -> desk.enterLong(0);
                case 1 -> desk.enterShort(0);
                case 2 -> desk.exit(0);
                default -> {
                    // As it is.
                }
            }
        };
    }

    // The order of the instruments

    @ParameterizedTest
    @MethodSource("seeds")
    void in_which_order_the_instruments_come_changes_nothing_but_their_numbers(long seed) {
        RandomRun run = RandomRun.of(seed);
        EngineSettings settings = run.settings().withCash(1e8).withLeverage(100);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < run.bars().size(); i++) {
            order.add(i);
        }
        Ledger straight = permuted(run, settings, order);
        Collections.shuffle(order, new Random(seed));
        Ledger shuffled = permuted(run, settings, order);

        assertThat(shuffled.bars()).isEqualTo(straight.bars());
        for (int bar = 0; bar < straight.bars(); bar++) {
            assertThat(shuffled.equity()[bar]).isCloseTo(straight.equity()[bar], near(straight.equity()[bar]));
        }
        for (int place = 0; place < order.size(); place++) {
            assertThat(fills(shuffled, place)).isEqualTo(fills(straight, order.get(place)));
        }
    }

    /** Every instrument has orders of its own, given in the order of the instruments. */
    private static Ledger permuted(RandomRun run, EngineSettings settings, List<Integer> order) {
        List<Bars> bars = order.stream().map(run.bars()::get).toList();
        List<Script> scripts = new ArrayList<>();
        for (int place = 0; place < order.size(); place++) {
            scripts.add(new RandomScript(run.script() + order.get(place), 1, run.tick()));
        }
        Ledger ledger = new Ledger();
        new Engine(Market.of(bars), settings)
                .run(
                        (history, desk) -> {
                            for (int place = 0; place < scripts.size(); place++) {
                                scripts.get(place).act(history.bar(), new RelayDesk(TradingDesk.of(desk), place, 1));
                            }
                        },
                        Hooks.none(),
                        ledger);
        return ledger;
    }

    private static List<String> fills(Ledger ledger, int instrument) {
        OrderLog orders = ledger.orders();
        TreeSet<String> fills = new TreeSet<>();
        for (int id = 0; id < orders.size(); id++) {
            if (orders.instrument(id) == instrument && orders.status(id) == OrderStatus.FILLED) {
                fills.add(String.format(
                        java.util.Locale.ROOT,
                        "%05d %s %.6f at %.9f",
                        orders.filledBar(id),
                        orders.type(id),
                        orders.filledShares(id),
                        orders.price(id)));
            }
        }
        return new ArrayList<>(fills);
    }

    // Hooks

    @ParameterizedTest
    @MethodSource("seeds")
    void a_limit_is_never_exceeded_and_never_holds_up_an_exit(long seed) {
        double most = 20.5;
        OrderValidator validator = (proposal, history, account) ->
                Verdict.atMost(account.shares(proposal.instrument()) == 0 ? most : 0, "no more");
        List<String> larger = new ArrayList<>();
        FillObserver observer = (id, orders, account) -> {
            double after = account.shares(orders.instrument(id));
            double before = after - orders.filledShares(id);
            if (Math.abs(orders.filledShares(id)) > most && Math.abs(after) > Math.abs(before)) {
                larger.add("order " + id);
            }
        };
        Ledger ledger = RandomRun.of(seed).ledger(new Hooks(List.of(), List.of(validator), List.of(observer)));

        assertThat(larger).isEmpty();
        OrderLog orders = ledger.orders();
        for (int id = 0; id < orders.size(); id++) {
            if (orders.isReduceOnly(id) && orders.note(id) != null) {
                assertThat(orders.note(id)).doesNotContain("no more");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_veto_of_everything_leaves_the_cash_alone_and_a_reason_with_every_order(long seed) {
        Advisor advisor = (signal, history, account) -> signal.vetoed("closed");
        RandomRun run = RandomRun.of(seed);
        Ledger ledger = run.ledger(new Hooks(List.of(advisor), List.of(), List.of()));

        assertThat(ledger.finalEquity()).isEqualTo(run.settings().initialCash());
        for (int id = 0; id < ledger.orders().size(); id++) {
            assertThat(ledger.orders().status(id)).isEqualTo(OrderStatus.REJECTED);
        }
    }
}
