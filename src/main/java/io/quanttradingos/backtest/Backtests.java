package io.quanttradingos.backtest;

import io.quanttradingos.backtest.BacktestQuestion.DataSource;
import io.quanttradingos.backtest.BacktestQuestion.SearchWish;
import io.quanttradingos.backtest.engine.EngineSettings;
import io.quanttradingos.backtest.engine.LookAheadCheck;
import io.quanttradingos.backtest.engine.Market;
import io.quanttradingos.backtest.performance.BarsPerYear;
import io.quanttradingos.backtest.research.ParameterGrid;
import io.quanttradingos.backtest.research.Workers;
import io.quanttradingos.backtest.seed.SeedBacktest;
import io.quanttradingos.backtest.seed.SeedBars;
import io.quanttradingos.backtest.seed.SeedCsv;
import io.quanttradingos.backtest.seed.SeedRequest;
import io.quanttradingos.backtest.strategy.Parameters;
import io.quanttradingos.backtest.strategy.Strategies;
import io.quanttradingos.backtest.strategy.StrategyContext;
import io.quanttradingos.backtest.strategy.StrategyKind;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.BarFile;
import io.quanttradingos.marketdata.Bars;
import io.quanttradingos.pipeline.Conventions;
import io.quanttradingos.state.TrialSummary;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The steps of a backtest: {@link #gather}, {@link #run}, {@link #judge}.
 *
 * <p>The first reads all that is needed, so that nothing after it reads any more; the second is a pure function of it; the
 * third counts the run as a trial and measures it.
 */
public final class Backtests {
    private static final double DAYS_OF_A_YEAR = 252;

    private final Inputs inputs;
    private final BarGathering gathering;
    private final BarSource services;
    private final AgentSeats agents;
    private final Strategies strategies;
    private final BacktestPolicy policy;
    private final Workers workers;
    private final TrialBook trials;
    private final InstantSource clock;
    private volatile Progress progress = (what, done, total) -> {};

    public Backtests(
            Inputs inputs,
            BarSource services,
            AgentSeats agents,
            Strategies strategies,
            BacktestPolicy policy,
            Workers workers,
            TrialBook trials,
            InstantSource clock) {
        this.inputs = inputs;
        this.gathering = new BarGathering(inputs, services);
        this.services = services;
        this.agents = agents;
        this.strategies = strategies;
        this.policy = policy;
        this.workers = workers;
        this.trials = trials;
        this.clock = clock;
    }

    /** Has a listener told of long work from now on. */
    public void tell(Progress listener) {
        progress = listener;
    }

    /** Reads the bars and makes all ready. */
    public Preparation gather(BacktestQuestion question) {
        Instant at = clock.instant();
        return question.conventions() == Conventions.SEED ? seed(question, at) : prepared(question, at);
    }

    private Prepared prepared(BacktestQuestion question, Instant at) {
        Parameters parameters = parameters(question);
        GatheredBars bars = gathering.gather(question);
        Market market = bars.market();
        AgentsAtWork atWork = agents.seated(
                question, key(question, bars), market, parameters.kind().needsRegimes());
        EngineSettings settings = settings(question.terms(), market);
        StrategyContext context = new StrategyContext(
                market.symbols(), settings.barsPerYear(), atWork.labels().orElse(null));
        return new Prepared(
                question, at, bars.inputs(), market, parameters, context, settings, atWork, bars.warnings());
    }

    /** Of a search the first that is tried: the values asked for need only be allowed with those that are varied. */
    private Parameters parameters(BacktestQuestion question) {
        StrategyKind kind = kind(question);
        SearchWish wish = question.search();
        if (wish == null) {
            return Parameters.of(kind, question.parameters());
        }
        try {
            return ParameterGrid.of(kind, question.parameters(), wish.axes())
                    .combinations()
                    .get(0);
        } catch (Refusal e) {
            throw e.about("sweep");
        }
    }

    private StrategyKind kind(BacktestQuestion question) {
        try {
            return strategies.named(question.strategy());
        } catch (Refusal e) {
            throw e.about("strategy_type");
        }
    }

    /** By which the bars of a question are known. */
    private static List<Object> key(BacktestQuestion question, GatheredBars bars) {
        List<Object> key = new ArrayList<>();
        bars.inputs().forEach(input -> key.add(input.sha256()));
        key.add(bars.market().symbols());
        key.add(question.bars().withoutFiles());
        return key;
    }

    private static EngineSettings settings(TradingTerms terms, Market market) {
        double barsPerYear = BarsPerYear.of(market.times(), market.rows());
        return new EngineSettings(
                terms.initialCash(),
                terms.sizing(),
                terms.fractional(),
                terms.fillModel(),
                terms.costs(),
                terms.bracket(),
                terms.leverage(),
                0,
                Double.isFinite(barsPerYear) ? barsPerYear : DAYS_OF_A_YEAR);
    }

    private SeedPrepared seed(BacktestQuestion question, Instant at) {
        return new SeedPrepared(question, at, seedRequest(question), seedBars(question));
    }

    private static SeedRequest seedRequest(BacktestQuestion question) {
        try {
            return SeedRequest.of(
                    question.symbol().text(),
                    question.terms().initialCash(),
                    question.seedQuantity(),
                    question.strategy());
        } catch (Refusal e) {
            throw e.about("strategy_type");
        }
    }

    private Input<SeedBars> seedBars(BacktestQuestion question) {
        BacktestQuestion.BarsWanted wanted = question.bars();
        if (wanted.source() != DataSource.CSV && wanted.files().isEmpty()) {
            Input<BarFile> fetched = services.bars(wanted.source(), question.symbol(), wanted.period());
            Bars bars = fetched.value().instruments().get(0);
            return new Input<>(fetched.name(), fetched.content(), fetched.rows(), SeedBars.of(bars));
        }
        Source file = wanted.files().get(0);
        if (wanted.files().size() > 1) {
            throw Refusal.invalid("csv_path: the original's definitions know one file, were given "
                            + wanted.files().size())
                    .about("csv_path");
        }
        return inputs.read(
                "csv_path",
                file,
                (name, content) -> SeedCsv.read(name, content, null, inputs.limits()),
                SeedBars::rows);
    }

    /** Runs the strategy; nothing is read, nothing is written. */
    public Finished run(Preparation preparation) {
        if (preparation instanceof SeedPrepared seed) {
            SeedRequest request = seed.request();
            return new SeedOutcome(
                    seed.question(),
                    seed.at(),
                    List.of(seed.bars()),
                    new SeedBacktest()
                            .run(seed.bars().value(), request.symbol(), request.initialCash(), request.quantity()));
        }
        Prepared prepared = (Prepared) preparation;
        try {
            Optional<Searched> search = new Search(prepared, policy, workers, progress).searched();
            Prepared chosen = search.map(found -> prepared.with(found.best())).orElse(prepared);
            return ran(chosen, search);
        } catch (RuntimeException e) {
            throw ofStrategy(prepared.parameters().kind(), e);
        }
    }

    private static Finished ran(Prepared chosen, Optional<Searched> search) {
        try {
            return new StrategyRun(chosen).ran(search);
        } catch (Refusal e) {
            throw e.about("strategy_type");
        }
    }

    /** A fault of somebody's own strategy is not one of the program. */
    private RuntimeException ofStrategy(StrategyKind kind, RuntimeException fault) {
        return fault instanceof Refusal || strategies.jar(kind).isEmpty()
                ? fault
                : new Refusal(
                        Refusal.Kind.NOT_USABLE,
                        "the strategy " + kind.name() + " of "
                                + strategies.jar(kind).get() + " failed: " + fault,
                        List.of(),
                        fault);
    }

    /**
     * Looks for decisions of a strategy that knew what came after them.
     *
     * @return what differs when later bars are changed; empty where nothing does
     */
    public Optional<String> lookAhead(BacktestQuestion question) {
        Prepared prepared = prepared(question, clock.instant());
        List<Bars> bars = prepared.bars().stream()
                .flatMap(file -> file.value().instruments().stream())
                .toList();
        StrategyKind kind = prepared.parameters().kind();
        if (kind.needsRegimes()) {
            throw Refusal.notUsable(kind.name() + " needs the regime of each bar, which this check does not vary");
        }
        try {
            return LookAheadCheck.of(bars)
                    .firstDifference(
                            prepared.settings(), market -> kind.create(prepared.parameters(), prepared.context()));
        } catch (RuntimeException e) {
            throw ofStrategy(kind, e);
        }
    }

    /** Counts what was tried, and says what is to be thought of the run. */
    public Outcome judge(Finished finished) {
        if (finished instanceof SeedOutcome seed) {
            return seed;
        }
        Ran ran = (Ran) finished;
        RunTrials tried = new RunTrials(ran, policy.riskFree());
        TrialSummary counted = trials.count(tried.family(), tried.trials());
        return new Judged(ran, counted, new Judging(ran, policy).report(counted));
    }
}
