package io.quanttradingos.pipeline;

import io.quanttradingos.guardian.GuardianRequest;
import io.quanttradingos.guardian.GuardianVerdict;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.inputs.Inputs;
import io.quanttradingos.inputs.Source;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.portfolio.PortfolioReport;
import io.quanttradingos.regime.RegimeDecision;
import io.quanttradingos.regime.RegimeSeries;
import io.quanttradingos.table.TextTable;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each agent on its own, on the same inputs, policies and kept results as the pipeline. */
public final class SingleAgents {
    private final Gathering gathering;
    private final Inputs inputs;
    private final Agents agents;
    private final StageCache results;
    private final History history;
    private final InstantSource clock;
    private final TradeJudging judging;

    public SingleAgents(
            Gathering gathering,
            Inputs inputs,
            Agents agents,
            StageCache results,
            History history,
            InstantSource clock) {
        this.gathering = gathering;
        this.inputs = inputs;
        this.agents = agents;
        this.results = results;
        this.history = history;
        this.clock = clock;
        this.judging = new TradeJudging(agents.discipline());
    }

    /**
     * An assessed regime with what it was assessed from.
     *
     * @param at when
     */
    public record Assessed(Instant at, LocalDate asOf, Input<PriceFile> prices, Stage<RegimeDecision> regime) {}

    /** The regime of one date. */
    public Stage<RegimeDecision> regime(RegimeQuestion question) {
        return assessed(question).regime();
    }

    /** The regime of one date, with its inputs. */
    public Assessed assessed(RegimeQuestion question) {
        Input<PriceFile> prices = gathering.prices(question.prices(), question.dateFormat());
        LocalDate asOf = Gathering.lastDate(prices.value().table(), question.asOf());
        Stage<RegimeDecision> regime = results.stage(
                List.of("regime", prices.key(), asOf),
                () -> agents.regime().decide(prices.value().table(), asOf));
        return new Assessed(clock.instant(), asOf, prices, regime);
    }

    /** The regime of every date up to the last one asked for. */
    public RegimeSeries series(RegimeQuestion question) {
        Input<PriceFile> prices = gathering.prices(question.prices(), question.dateFormat());
        LocalDate asOf = Gathering.lastDate(prices.value().table(), question.asOf());
        return results.value(
                List.of("series", prices.key(), asOf),
                () -> agents.regime().series(prices.value().table().until(asOf)));
    }

    /** What a portfolio looks like. */
    public Stage<PortfolioReport> portfolio(PortfolioQuestion question) {
        Valued valued =
                gathering.valued(question.prices(), question.dateFormat(), question.holdings(), question.asOf());
        return results.stage(
                List.of("portfolio", valued.pricesKey(), valued.holdings().key(), valued.asOf()),
                () -> agents.portfolio()
                        .report(valued.table(), valued.holdings().value(), valued.asOf()));
    }

    /** How disciplined a trade log is, with the inputs it was judged from. */
    public Judged discipline(DisciplineQuestion question) {
        Input<TextTable> trades = inputs.trades("trades_path", question.trades());
        Input<Map<String, Object>> plan = inputs.json("plan_path", question.plan());
        Optional<Input<PriceFile>> prices = prices(question);
        RegimeSeries series = prices.map(this::series).orElse(null);
        return judging.judged(
                clock.instant(), question, trades, plan, prices.orElse(null), series, history.previousScores());
    }

    /** Prices count where they are given, and the configured ones where neither prices nor a label are. */
    private Optional<Input<PriceFile>> prices(DisciplineQuestion question) {
        Source given = question.prices();
        return given == null && question.regimeLabel() != null
                ? Optional.empty()
                : Optional.of(gathering.prices(given, null));
    }

    private RegimeSeries series(Input<PriceFile> prices) {
        return results.value(
                List.of("series", prices.key()),
                () -> agents.regime().series(prices.value().table()));
    }

    /** What may be risked on the next trade. */
    public GuardianVerdict guardian(GuardianRequest request) {
        return results.passing("guardian", () -> agents.guardian().judge(request));
    }
}
