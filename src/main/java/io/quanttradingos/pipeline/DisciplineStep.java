package io.quanttradingos.pipeline;

import io.quanttradingos.discipline.DisciplineReport;
import io.quanttradingos.inputs.Input;
import io.quanttradingos.pipeline.ExecutionDiscipline.Origin;
import io.quanttradingos.regime.RegimeSeries;
import io.quanttradingos.table.TextTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which discipline score a decision uses: of its trades, else the one it names, else the last one judged, else the default.
 *
 * <p>In seed conventions the last one judged wins over the one the request names, as it did in the original.
 */
final class DisciplineStep {
    private final Agents agents;
    private final StageCache results;
    private final TradeJudging judging;

    DisciplineStep(Agents agents, StageCache results) {
        this.agents = agents;
        this.results = results;
        this.judging = new TradeJudging(agents.discipline());
    }

    ExecutionDiscipline of(WithPortfolio before) {
        Gathered gathered = before.before().gathered();
        Input<TextTable> trades = gathered.trades();
        Input<Map<String, Object>> plan = gathered.plan();
        if (trades == null || plan == null) {
            return standIn(gathered, List.of());
        }
        DisciplineReport report = report(before, trades, plan);
        Double score = report.complianceScore();
        if (score == null) {
            return standIn(gathered, report.warnings());
        }
        return new ExecutionDiscipline(Origin.TRADES, score, gathered.asOf().toString(), report, report.warnings());
    }

    private DisciplineReport report(WithPortfolio before, Input<TextTable> trades, Input<Map<String, Object>> plan) {
        Gathered gathered = before.before().gathered();
        String label = before.before().regime().value().label();
        List<Object> key = List.of(
                "discipline",
                gathered.prices().key(),
                gathered.asOf(),
                String.valueOf(gathered.request().asOf()), // trades after it are left out
                trades.key(),
                plan.sha256(),
                gathered.request().conventions(),
                gathered.known().previousScores());
        Function<LocalDate, Optional<String>> labels = labels(gathered);
        return results.value(
                key,
                () -> judging.judge(new TradeJudging.Question(
                        trades.value(),
                        plan.name(),
                        plan.value(),
                        gathered.request().conventions(),
                        label,
                        labels,
                        gathered.request().asOf(),
                        gathered.known().previousScores())));
    }

    /** Labels every date before the judging begins: one result may not be asked for while another is being made. */
    private Function<LocalDate, Optional<String>> labels(Gathered gathered) {
        RegimeSeries series = results.value(
                List.of("series", gathered.prices().key()),
                () -> agents.regime().series(gathered.prices().value().table()));
        return series::labelOn;
    }

    private static ExecutionDiscipline standIn(Gathered gathered, List<String> warnings) {
        Double asked = gathered.request().executionScore();
        Double cached = gathered.known().cachedScore();
        boolean cachedFirst = gathered.request().conventions() == Conventions.SEED;
        if (cached != null && (asked == null || cachedFirst)) {
            String asof = text(gathered.known().cachedScoreAt());
            return new ExecutionDiscipline(Origin.CACHED, cached, asof, null, warnings);
        }
        if (asked != null) {
            return new ExecutionDiscipline(Origin.REQUEST, asked, null, null, warnings);
        }
        return new ExecutionDiscipline(Origin.DEFAULT, gathered.defaultScore(), null, null, warnings);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
