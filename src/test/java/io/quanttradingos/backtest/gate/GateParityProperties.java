package io.quanttradingos.backtest.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quanttradingos.backtest.engine.Account;
import io.quanttradingos.backtest.engine.Advisor;
import io.quanttradingos.backtest.engine.Bracket;
import io.quanttradingos.backtest.engine.Engine;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.History;
import io.quanttradingos.backtest.engine.Hooks;
import io.quanttradingos.backtest.engine.Ledger;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.engine.OrderLog;
import io.quanttradingos.backtest.engine.OrderStatus;
import io.quanttradingos.backtest.engine.OrderType;
import io.quanttradingos.backtest.engine.OrderValidator;
import io.quanttradingos.backtest.engine.Proposal;
import io.quanttradingos.backtest.engine.Signal;
import io.quanttradingos.backtest.engine.Signal.Intent;
import io.quanttradingos.backtest.engine.Sizing;
import io.quanttradingos.backtest.engine.TradeLog;
import io.quanttradingos.backtest.engine.Verdict;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.guardian.GuardianAgent;
import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.guardian.GuardianVerdict;
import io.quanttradingos.guardian.TradeType;
import io.quanttradingos.marketdata.PriceTable;
import io.quanttradingos.pipeline.Decided;
import io.quanttradingos.pipeline.GuardianWish;
import io.quanttradingos.pipeline.Policies;
import io.quanttradingos.pipeline.ProductionDecision;
import io.quanttradingos.portfolio.Holding;
import io.quanttradingos.portfolio.Holdings;
import io.quanttradingos.units.Symbol;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a gate does at a bar is what the pipeline would have decided that day, given the closes up to it and the account as
 * the run had it.
 */
class GateParityProperties {
    private static final Policies POLICIES = Policies.defaults();
    private static final double DISCIPLINE = 0.8;
    private static final int LOSS_DAYS = 20;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_entry_is_given_the_multiplier_that_the_pipeline_decides(long seed) {
        Run run = new Run(seed, new GateSettings(null, true, false, DISCIPLINE, TradeType.SWING, LOSS_DAYS));
        Advisor gate = run.gated.hooks().advisors().get(0);
        int[] compared = new int[3];
        Set<Double> multipliers = new HashSet<>();

        run.with(
                List.of((signal, history, account) -> {
                    Signal advised = gate.advise(signal, history, account);
                    if (signal.intent() == Intent.EXIT || account.shares(signal.instrument()) != 0) {
                        return advised;
                    }
                    Decided decided = run.decided(history, account, null);
                    double multiplier = decided == null ? 0 : decided.decision().positionSizeMultiplier();
                    if (decided == null) {
                        assertThat(advised.veto()).startsWith("the regime is not known yet");
                        compared[0]++;
                    } else if (multiplier == 0) {
                        assertThat(advised.veto()).isEqualTo(decided.decision().reason());
                        compared[1]++;
                    } else {
                        assertThat(advised.veto()).isNull();
                        assertThat(advised.strength()).isCloseTo(signal.strength() * multiplier, within(1e-12));
                        multipliers.add(multiplier);
                        compared[2]++;
                    }
                    return advised;
                }),
                List.of());

        assertThat(compared[0]).isPositive();
        assertThat(compared[2]).isGreaterThan(5);
        assertThat(multipliers).hasSizeGreaterThan(4);
        Tallies.blocked += compared[1];
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void an_order_may_have_the_size_that_the_pipelines_guardian_gives(long seed) {
        Run run = new Run(seed, new GateSettings(null, false, true, DISCIPLINE, TradeType.SWING, LOSS_DAYS));
        OrderValidator gate = run.gated.hooks().validators().get(0);
        int[] compared = new int[3];

        run.with(List.of(), List.of((proposal, history, account) -> {
            Verdict verdict = gate.judge(proposal, history, account);
            if (account.shares(proposal.instrument()) != 0) {
                return verdict;
            }
            GuardianWish wish = run.wish(proposal, history, account);
            Decided decided = wish == null ? null : run.decided(history, account, wish);
            if (wish == null || decided == null) {
                assertThat(verdict.mostShares()).isZero();
                compared[0]++;
                return verdict;
            }
            GuardianVerdict guardian = sized(decided, wish);
            Long size = guardian.positionSize();
            if (size == null) {
                assertThat(verdict.mostShares()).isZero();
                assertThat(verdict.reason())
                        .isEqualTo(guardian.guardianDecision().reason());
                compared[1]++;
            } else {
                assertThat(verdict.mostShares()).isEqualTo((double) size);
                compared[2]++;
            }
            return verdict;
        }));

        assertThat(compared[0]).isPositive();
        assertThat(compared[2]).isGreaterThan(5);
        Tallies.stopped += compared[1];
    }

    /** The pipeline takes the size away where the allocation stops the trade; the guardian's own verdict still has it. */
    private static GuardianVerdict sized(Decided decided, GuardianWish wish) {
        GuardianVerdict verdict = Objects.requireNonNull(decided.guardrails());
        if (!verdict.guardianDecision().tradeAllowed() || decided.decision().allowTrade()) {
            return verdict;
        }
        GuardianRequest request = GuardianRequest.of(
                decided.portfolioStage().portfolio().value().totalValue(),
                Math.min(100, decided.input().portfolioMetrics().drawdown() * 100),
                "normal",
                decided.regimeStage().regime().value().label(),
                wish.tradeType(),
                wish.recentLosses(),
                wish.price(),
                wish.atr());
        return new GuardianAgent(POLICIES.guardian()).judge(request);
    }

    /** Counts over all seeds, checked after the last. */
    static final class Tallies {
        static int blocked;
        static int stopped;

        private Tallies() {}
    }

    @org.junit.jupiter.api.AfterAll
    static void every_kind_of_answer_was_compared() {
        assertThat(Tallies.blocked).isGreaterThan(20);
        assertThat(Tallies.stopped).isGreaterThan(20);
    }

    /** A run of a trader who does anything, of which every figure is found by the slow way, too. */
    private static final class Run {
        private final long seed;
        private final Market market;
        private final PriceTable closes;
        private final Ledger ledger = new Ledger();
        private final GatedRun gated;

        Run(long seed, GateSettings settings) {
            this.seed = seed;
            this.market = Bazaar.market(seed, 500, "SPY", "TLT", "AAA");
            this.closes = Bazaar.closes(market);
            this.gated = Gate.of(settings, POLICIES, market, null).over(ledger);
        }

        void with(List<Advisor> advisors, List<OrderValidator> validators) {
            EngineSettings settings = EngineSettings.standard(50_000)
                    .with(seed % 2 == 0 ? new Sizing.PercentEquity(40) : new Sizing.FixedQuantity(200))
                    .with(seed % 3 == 0 ? new Bracket(0.04, Double.NaN, 0.06) : Bracket.NONE)
                    .withLeverage(2);
            Hooks hooks = new Hooks(advisors, validators, gated.hooks().observers());
            new Engine(market, settings).run(new RandomTrader(seed, 0.5), hooks, ledger);
        }

        @Nullable Decided decided(History history, Account account, @Nullable GuardianWish wish) {
            LocalDate day = closes.date(history.bar());
            try {
                return ProductionDecision.of(
                        POLICIES, closes.until(day), holdings(account), day, peak(history, account), DISCIPLINE, wish);
            } catch (Refusal tooLittleHistory) {
                return null;
            }
        }

        private double peak(History history, Account account) {
            double peak = account.equity();
            for (int bar = 0; bar < history.bar(); bar++) {
                peak = Math.max(peak, ledger.equity()[bar]);
            }
            return peak;
        }

        private Holdings holdings(Account account) {
            List<Holding> positions = new ArrayList<>();
            if (account.cash() != 0) {
                positions.add(new Holding(Symbol.of("CASH"), account.cash(), null, null));
            }
            for (int i = 0; i < market.instruments(); i++) {
                if (account.shares(i) != 0) {
                    positions.add(new Holding(market.symbols().get(i), account.shares(i), null, stop(i, account)));
                }
            }
            return new Holdings(positions, List.of());
        }

        private @Nullable Double stop(int i, Account account) {
            OrderLog orders = ledger.orders();
            double held = account.shares(i);
            Double nearest = null;
            for (int id = 0; id < orders.size(); id++) {
                boolean isStop = orders.type(id) == OrderType.STOP || orders.type(id) == OrderType.TRAILING_STOP;
                boolean works = orders.status(id) == OrderStatus.OPEN && orders.instrument(id) == i;
                boolean covers =
                        orders.askedShares(id) * held < 0 && Math.abs(orders.askedShares(id)) >= Math.abs(held);
                if (isStop && works && covers) {
                    double stop = orders.stop(id);
                    nearest = nearest == null ? stop : held > 0 ? Math.max(nearest, stop) : Math.min(nearest, stop);
                }
            }
            return nearest;
        }

        @Nullable GuardianWish wish(Proposal proposal, History history, Account account) {
            if (history.bar() < 14) {
                return null;
            }
            double sum = 0;
            for (int ago = 0; ago < 14; ago++) {
                int i = proposal.instrument();
                double before = history.close(i, ago + 1);
                sum += Math.max(history.high(i, ago), before) - Math.min(history.low(i, ago), before);
            }
            return new GuardianWish(proposal.price(), sum / 14, "swing", losses(history.bar(), account));
        }

        /** The losing positions in a row, from the last that ended backwards. */
        private int losses(int bar, Account account) {
            TradeLog trades = ledger.trades();
            Set<String> counted = new HashSet<>();
            int losses = 0;
            for (int id = trades.size() - 1; id >= 0; id--) {
                int i = trades.instrument(id);
                boolean isOpen =
                        account.entryBar(i) == trades.entryBar(id) && account.shares(i) * trades.shares(id) > 0;
                if (isOpen || !counted.add(i + " " + trades.entryBar(id) + " " + Math.signum(trades.shares(id)))) {
                    continue;
                }
                if (earned(trades, id) >= 0 || trades.exitBar(id) < bar - LOSS_DAYS) {
                    return losses;
                }
                losses++;
            }
            return losses;
        }

        private static double earned(TradeLog trades, int last) {
            double earned = 0;
            for (int id = 0; id <= last; id++) {
                boolean isSame = trades.instrument(id) == trades.instrument(last)
                        && trades.entryBar(id) == trades.entryBar(last)
                        && trades.shares(id) * trades.shares(last) > 0;
                earned += isSame ? trades.profit(id) : 0;
            }
            return earned;
        }
    }
}
