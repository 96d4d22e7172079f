package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanttradingos.allocation.AllocationPolicy;
import io.quanttradingos.allocation.ConfidenceRule;
import io.quanttradingos.allocation.DisciplineRule;
import io.quanttradingos.allocation.DrawdownRule;
import io.quanttradingos.allocation.HeatRule;
import io.quanttradingos.allocation.RegimeMultipliers;
import io.quanttradingos.allocation.RiskModeThresholds;
import io.quanttradingos.allocation.VolatilityRule;
import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Desk;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.FillModel;
import io.quanttradingos.backtest.engine.FillObserver;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.OrderValidator;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.backtest.engine.Strategy;
import io.quanttradingos.backtest.engine.Verdict;
import io.quanttradingos.guardian.BaseRisk;
import io.quanttradingos.guardian.DrawdownTiers;
import io.quanttradingos.guardian.GuardianPolicy;
import io.quanttradingos.guardian.StopRule;
import io.quanttradingos.guardian.VolatilityMultipliers;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.regime.RegimeAgent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of any gate over any run. */
class GateProperties {
    private static final Policies DEFAULTS = Policies.defaults();
    private static final GateSettings ALL = GateSettings.of(List.of("Risk-On", "Risk-Off"), true, true);
    private static final EngineSettings SETTINGS =
            EngineSettings.standard(50_000).with(new Sizing.PercentEquity(40));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_gate_that_allows_everything_changes_nothing(long seed) {
        Market market = Bazaar.market(seed, 600, "SPY", "TLT", "AAA");
        EngineSettings settings = SETTINGS.from(70).with(bracket(seed));
        Ledger free = new Ledger();
        Ledger watched = new Ledger();
        GatedRun gated = Gate.of(ALL, lenient(), market, null).over(watched);

        new Engine(market, settings).run(RandomTrader.bySignal(seed, 0.4), Hooks.none(), free);
        new Engine(market, settings).run(RandomTrader.bySignal(seed, 0.4), gated.hooks(), watched);

        assertSame(free, watched);
        assertThat(free.trades().size()).isGreaterThan(30);
        assertThat(gated.counts()).isEqualTo(new GateCounts(0, 0, 0, java.util.Map.of()));
    }

    private static Bracket bracket(long seed) {
        return seed % 2 == 0 ? new Bracket(0.03, 0.05, Double.NaN) : Bracket.NONE;
    }

    private static Policies lenient() {
        AllocationPolicy allocation = new AllocationPolicy(
                new RegimeMultipliers(1, 1, 1, 1, 1, 1, 1),
                new ConfidenceRule(1, 0),
                new DrawdownRule(0.98, 0.99),
                DisciplineRule.defaults(),
                new VolatilityRule(10, 0.3),
                new HeatRule(0.98, 1, 0.98, 1, 1),
                1_000,
                RiskModeThresholds.defaults(),
                0.01);
        GuardianPolicy guardian = new GuardianPolicy(
                new BaseRisk(100, 100, 100),
                new VolatilityMultipliers(1, 1, 1),
                new io.quanttradingos.guardian.RegimeMultipliers(1, 1, 1),
                new DrawdownTiers(98, 1, 99, 1, 100),
                1_000_000,
                new StopRule(1e-9, 1e-9, 1e-9, 1));
        return new Policies(DEFAULTS.regime(), DEFAULTS.portfolio(), DEFAULTS.discipline(), allocation, guardian);
    }

    /** From a bar on the gate lets nothing through: what is held may be sold, and nothing else happens to it. */
    @ParameterizedTest
    @CsvSource({
        "regime,1", "regime,2", "regime,3", "regime,4", "allocation,1", "allocation,2", "allocation,3", "allocation,4",
        "guardian,1", "guardian,2", "guardian,3", "guardian,4", "all,5", "all,6", "all,7", "all,8"
    })
    void a_gate_that_allows_nothing_lets_positions_only_shrink_and_lets_every_exit_through(String agent, long seed) {
        Market market = Bazaar.market(seed, 500, "SPY", "TLT", "AAA");
        int closed = 200;
        int last = market.rows() - 3;
        Ledger ledger = new Ledger();
        Hooks gate = after(closed, hostile(agent, market).over(ledger).hooks());
        RandomTrader trader = RandomTrader.impatient(seed, 0.7);
        double[] held = new double[3];
        int[] shrunk = new int[1];
        Strategy strategy = (history, desk) -> {
            if (history.bar() > closed) {
                shrunk[0] += assertOnlyShrunk(held, desk.account());
            }
            remember(held, desk.account());
            if (history.bar() < last) {
                trader.atClose(history, desk);
            } else {
                exitAll(desk);
            }
        };

        new Engine(market, SETTINGS.withLeverage(2)).run(strategy, gate, ledger);

        for (int i = 0; i < 3; i++) {
            assertThat(ledger.account().shares(i)).isZero();
        }
        assertThat(shrunk[0]).isPositive();
    }

    private static Gate hostile(String agent, Market market) {
        List<String> never = List.of(labelThatNeverIs(market));
        GateSettings settings = switch (agent) {
            case "regime" -> GateSettings.of(never, false, false);
            case "allocation" -> GateSettings.of(null, true, false);
            case "guardian" -> GateSettings.of(null, false, true);
            default -> GateSettings.of(never, true, true);
        };
        AllocationPolicy usual = DEFAULTS.allocation();
        AllocationPolicy nothing = new AllocationPolicy(
                new RegimeMultipliers(0, 0, 0, 0, 0, 0, 0),
                usual.confidence(),
                usual.drawdown(),
                usual.discipline(),
                usual.volatility(),
                usual.heat(),
                usual.maxOpenPositions(),
                usual.riskModes(),
                usual.smallestMove());
        GuardianPolicy strict = new GuardianPolicy(
                new BaseRisk(0, 0, 0),
                VolatilityMultipliers.defaults(),
                io.quanttradingos.guardian.RegimeMultipliers.defaults(),
                DrawdownTiers.defaults(),
                3,
                StopRule.defaults());
        Policies policies =
                new Policies(DEFAULTS.regime(), DEFAULTS.portfolio(), DEFAULTS.discipline(), nothing, strict);
        return Gate.of(settings, policies, market, null);
    }

    private static String labelThatNeverIs(Market market) {
        MarketRegimes regimes = MarketRegimes.of(market, DEFAULTS.regime(), null);
        return RegimeAgent.labels().stream()
                .filter(label -> java.util.stream.IntStream.range(0, market.rows())
                        .noneMatch(bar -> label.equals(regimes.label(bar))))
                .findFirst()
                .orElseThrow();
    }

    /** The same hooks, asked only from a bar on. */
    private static Hooks after(int bar, Hooks hooks) {
        return new Hooks(
                hooks.advisors().stream()
                        .map(advisor -> (io.quanttradingos.backtest.engine.Advisor) (signal, history, account) ->
                                history.bar() < bar ? signal : advisor.advise(signal, history, account))
                        .toList(),
                hooks.validators().stream()
                        .map(validator -> (OrderValidator) (proposal, history, account) ->
                                history.bar() < bar ? Verdict.allowed() : validator.judge(proposal, history, account))
                        .toList(),
                hooks.observers());
    }

    private static int assertOnlyShrunk(double[] before, Account account) {
        int shrunk = 0;
        for (int i = 0; i < before.length; i++) {
            double now = account.shares(i);
            assertThat(now * before[i] >= 0).as("same side").isTrue();
            assertThat(Math.abs(now)).isLessThanOrEqualTo(Math.abs(before[i]));
            shrunk += now == before[i] ? 0 : 1;
        }
        return shrunk;
    }

    private static void remember(double[] held, Account account) {
        for (int i = 0; i < held.length; i++) {
            held[i] = account.shares(i);
        }
    }

    private static void exitAll(Desk desk) {
        for (int i = 0; i < 3; i++) {
            desk.exit(i);
        }
    }

    /** A position is one trade: after a fill it is no larger than the guardian allows, or than it was. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_guardian_never_enlarges(long seed) {
        Market market = Bazaar.market(seed, 500, "SPY", "TLT", "AAA");
        Ledger ledger = new Ledger();
        Hooks hooks = Gate.of(GateSettings.of(null, false, true), DEFAULTS, market, null)
                .over(ledger)
                .hooks();
        Ledger freeLedger = new Ledger();
        double[] held = new double[3];
        double[] asked = new double[100_000];
        double[] allowed = new double[100_000];
        int[] cut = new int[2];
        OrderValidator noted = (proposal, history, account) -> {
            Verdict verdict = hooks.validators().get(0).judge(proposal, history, account);
            int order = ledger.orders().size() - 1;
            asked[order] = Math.abs(proposal.shares());
            allowed[order] = size(market, history, account, proposal.instrument());
            return verdict;
        };
        FillObserver checked = (order, orders, account) -> {
            int i = orders.instrument(order);
            double before = Math.abs(held[i]);
            double now = Math.abs(account.shares(i));
            boolean larger = now > before || account.shares(i) * held[i] < 0;
            if (larger) {
                assertThat(now).isLessThanOrEqualTo(allowed[order]);
                cut[0]++;
                cut[1] += orders.note(order) == null ? 0 : 1;
            }
            held[i] = account.shares(i);
        };
        List<FillObserver> observers = List.of(hooks.observers().get(0), checked);

        new Engine(market, SETTINGS.withLeverage(3))
                .run(RandomTrader.impatient(seed, 0.6), new Hooks(List.of(), List.of(noted), observers), ledger);
        new Engine(market, SETTINGS.withLeverage(3)).run(RandomTrader.impatient(seed, 0.6), Hooks.none(), freeLedger);

        assertThat(cut[0]).isGreaterThan(10);
        assertThat(cut[1]).isPositive();
        assertThat(freeLedger.account().tradedValue())
                .isGreaterThan(ledger.account().tradedValue());
    }

    /** What the guardian's agent can give at most: the account's base risk in the best of worlds, at the narrowest stop. */
    private static double size(Market market, History history, Account account, int i) {
        if (history.bar() < 14) {
            return 0;
        }
        double sum = 0;
        for (int ago = 0; ago < 14; ago++) {
            double before = market.close(i)[history.bar() - ago - 1];
            sum += Math.max(market.high(i)[history.bar() - ago], before)
                    - Math.min(market.low(i)[history.bar() - ago], before);
        }
        double byRisk = account.equity() * 0.01 / (2 * sum / 14);
        return Math.floor(Math.min(byRisk, account.equity() / market.close(i)[history.bar()]) + 1e-9);
    }

    /** One gate serves any number of runs, and what one of them did leaves no trace in the next. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void runs_over_one_gate_do_not_know_of_each_other(long seed) {
        Market market = Bazaar.market(seed, 400, "SPY", "TLT", "AAA");
        Gate gate = Gate.of(GateSettings.of(List.of("Risk-On"), true, true), DEFAULTS, market, null);
        Ledger reused = new Ledger();
        for (long other = 0; other < 3; other++) {
            new Engine(market, SETTINGS)
                    .run(
                            new RandomTrader(seed + 10 * other, 0.5),
                            gate.over(reused).hooks(),
                            reused);
            Ledger fresh = new Ledger();
            Gate own = Gate.of(GateSettings.of(List.of("Risk-On"), true, true), DEFAULTS, market, null);
            new Engine(market, SETTINGS)
                    .run(
                            new RandomTrader(seed + 10 * other, 0.5),
                            own.over(fresh).hooks(),
                            fresh);
            assertSame(fresh, reused);
        }
        assertThat(reused.trades().size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_counts_are_those_of_the_order_log(long seed) {
        Market market = Bazaar.market(seed, 500, "SPY");
        Ledger ledger = new Ledger();
        GatedRun gated = Gate.of(GateSettings.of(List.of("Risk-On"), false, false), DEFAULTS, market, null)
                .over(ledger);

        new Engine(market, SETTINGS.with(FillModel.NEXT_CLOSE))
                .run(RandomTrader.bySignal(seed, 0.5), gated.hooks(), ledger);

        OrderLog orders = ledger.orders();
        int unknown = 0;
        int refused = 0;
        for (int id = 0; id < orders.size(); id++) {
            String note = String.valueOf(orders.note(id));
            unknown += note.contains("the regime is not known yet") ? 1 : 0;
            refused += note.contains("allowed are: Risk-On") ? 1 : 0;
        }
        GateCounts counts = gated.counts();
        assertThat(counts.byReason())
                .containsEntry(RegimeGate.UNKNOWN, unknown)
                .containsEntry(RegimeGate.NOT_ALLOWED, refused);
        assertThat(counts.vetoed()).isEqualTo(unknown + refused);
        assertThat(unknown).isPositive();
        assertThat(refused).isPositive();
    }

    private static void assertSame(Ledger one, Ledger other) {
        assertThat(other.bars()).isEqualTo(one.bars());
        assertThat(Arrays.mismatch(one.equity(), 0, one.bars(), other.equity(), 0, one.bars()))
                .as("the first bar of another equity")
                .isEqualTo(-1);
        assertThat(other.orders().size()).isEqualTo(one.orders().size());
        for (int id = 0; id < one.orders().size(); id++) {
            assertThat(other.orders().status(id)).isEqualTo(one.orders().status(id));
            assertThat(other.orders().note(id)).isEqualTo(one.orders().note(id));
            assertThat(other.orders().filledShares(id)).isEqualTo(one.orders().filledShares(id));
        }
    }
}
