package io.quanttradingos.state;

import java.time.Instant;
import java.time.LocalDate;

/** Drafts for tests, as a decision would make them. */
final class Drafts {
    static final Instant START = Instant.parse("2024-05-01T09:30:00.123456Z");
    static final LocalDate DAY = LocalDate.of(2024, 4, 30);

    private Drafts() {}

    static RunDraft.Builder decision(String runId) {
        return RunDraft.of(runId, "decision", "rest")
                .ran(START, START.plusMillis(3))
                .asOf(DAY)
                .request("{\"peak_equity\":120000}")
                .result("{\"allow_trade\":true,\"run\":\"" + runId + "\"}")
                .under("ab".repeat(32), "0.1.0")
                .input("prices", Content.of("date,SPY\n2024-04-30,500\n"), 1L)
                .input("plan", Content.of("{}"), null)
                .stage("regime", Content.of("{\"label\":\"Risk-On\"}"))
                .stage("portfolio", Content.of("{\"total_value\":100000}"));
    }
}
