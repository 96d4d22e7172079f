package io.quanttradingos.api;

import io.quanttradingos.discipline.DisciplineReport;
import io.quanttradingos.pipeline.Decided;
import io.quanttradingos.pipeline.Memory;
import io.quanttradingos.regime.RegimeDecision;
import io.quanttradingos.state.DisciplineEntry;
import io.quanttradingos.state.RegimeEntry;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.StateFiles;
import java.time.Instant;

/** Writes runs into the state files in the original's shapes. */
public final class StateMemory implements Memory {
    private final StateFiles files;

    public StateMemory(StateFiles files) {
        this.files = files;
    }

    @Override
    public void regime(Decided decided, RunRecord run, Instant now) {
        RegimeDecision regime = decided.regimeStage().regime().value();
        files.rememberRegime(new RegimeEntry(run.runId(), now, regime.asof(), regime.label(), regime.confidence()));
    }

    @Override
    public void discipline(DisciplineReport report, RunRecord run, Instant now) {
        Double score = report.complianceScore();
        if (score != null) {
            files.recordDiscipline(new DisciplineEntry(
                    run.runId(),
                    now,
                    score,
                    Json.mapper().valueToTree(report.violations()),
                    Json.mapper().valueToTree(report.violationSummary())));
        }
    }
}
