package io.quanttradingos.pipeline;

import io.quanttradingos.discipline.DisciplineReport;
import io.quanttradingos.state.RunRecord;
import java.time.Instant;

/** The small files beside the run store that keep what the original kept. */
public interface Memory {
    /** Remembers a decision's regime; nothing that decides reads it. */
    void regime(Decided decided, RunRecord run, Instant now);

    /** Remembers a judgement and makes its score the cached one; durable on return. */
    void discipline(DisciplineReport report, RunRecord run, Instant now);
}
