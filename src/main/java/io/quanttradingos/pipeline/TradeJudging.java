package io.quanttradingos.pipeline;

import io.quanttradingos.discipline.DisciplineAgent;
import io.quanttradingos.discipline.DisciplineReport;
import io.quanttradingos.discipline.RegimeKnowledge;
import io.quanttradingos.discipline.SeedDiscipline;
import io.quanttradingos.discipline.Trade;
import io.quanttradingos.discipline.TradeLog;
import io.quanttradingos.discipline.TradingPlan;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.marketdata.PriceFile;
import io.quanttradingos.regime.RegimeSeries;
import io.quanttradingos.table.TextTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges a trade log by the conventions that the request or its plan asks for. */
final class TradeJudging {
    private final DisciplineAgent agent;

    TradeJudging(DisciplineAgent agent) {
        this.agent = agent;
    }

    /**
     * What is to be judged.
     *
     * @param trades the log as a table
     * @param planName the plan's name for messages
     * @param plan the plan's JSON
     * @param conventions as the request has it; the plan may ask for seed too
     * @param label the regime of trades whose own is not known; null where only their own counts
     * @param labels the regime on a date; null where no prices are at hand
     * @param asOf trades after it are left out; null takes all
     * @param previousScores of earlier judgements, oldest first
     */
    record Question(
            TextTable trades,
            String planName,
            Map<String, Object> plan,
            Conventions conventions,
            @Nullable String label,
            @Nullable Function<LocalDate, Optional<String>> labels,
            @Nullable LocalDate asOf,
            List<Double> previousScores) {}

    /** Judges a trade log on its own, by the regimes of its dates where prices are at hand. */
    Judged judged(
            Instant at,
            DisciplineQuestion question,
            Input<TextTable> trades,
            Input<Map<String, Object>> plan,
            @Nullable Input<PriceFile> prices,
            @Nullable RegimeSeries series,
            List<Double> previousScores) {
        DisciplineReport report = judge(new Question(
                trades.value(),
                plan.name(),
                plan.value(),
                question.conventions(),
                question.regimeLabel(),
                series == null ? null : series::labelOn,
                null,
                previousScores));
        DisciplineReport told = trades.notices().isEmpty() ? report : withWarnings(report, trades.notices());
        return new Judged(at, question, trades, plan, prices, previousScores, told);
    }

    DisciplineReport judge(Question question) {
        boolean seed = question.conventions() == Conventions.SEED
                || "seed".equals(question.plan().get("conventions"));
        return seed ? seed(question) : standard(question);
    }

    private static DisciplineReport seed(Question question) {
        String label = question.label();
        if (label == null) {
            throw Refusal.invalid(
                    "regime_label is required with seed conventions: they judge every trade by one label");
        }
        return new SeedDiscipline().judge(question.trades(), question.plan(), label, question.previousScores());
    }

    private DisciplineReport standard(Question question) {
        TradeLog log = TradeLog.read(question.trades()).orRefuse();
        TradingPlan plan =
                TradingPlan.read(question.planName(), question.plan()).orRefuse();
        List<Trade> known = log.trades().stream()
                .filter(trade -> question.asOf() == null || !trade.date().isAfter(question.asOf()))
                .toList();
        DisciplineReport report =
                agent.judge(new TradeLog(log.source(), known), plan, regime(question), question.previousScores());
        int later = log.trades().size() - known.size();
        return later == 0
                ? report
                : withWarnings(report, List.of(later + " trades after " + question.asOf() + " were left out."));
    }

    private static RegimeKnowledge regime(Question question) {
        if (question.labels() != null) {
            return new RegimeKnowledge.PointInTime(question.labels(), question.label());
        }
        String label = question.label();
        if (label == null) {
            throw Refusal.invalid("regime_label is required where no prices are given");
        }
        return new RegimeKnowledge.Given(label);
    }

    private static DisciplineReport withWarnings(DisciplineReport report, List<String> more) {
        List<String> warnings = new ArrayList<>(report.warnings());
        warnings.addAll(more);
        return new DisciplineReport(
                report.complianceScore(),
                report.violations(),
                report.regimeMismatchRate(),
                report.violationSummary(),
                report.complianceTrend(),
                report.passRates(),
                report.regimeSource(),
                report.conventions(),
                warnings,
                report.nTrades(),
                report.nViolating());
    }
}
