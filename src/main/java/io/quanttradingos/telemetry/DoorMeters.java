package io.quanttradingos.telemetry;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What happens at the doors. */
final class DoorMeters {
    private static final int STATUSES = 600;

    private final Counter answers;
    private final AtomicReferenceArray<CounterDataPoint> byStatus = new AtomicReferenceArray<>(STATUSES);
    private final CounterDataPoint done;
    private final CounterDataPoint failed;
    private final CounterDataPoint decided;
    private final CounterDataPoint undecided;
    private final CounterDataPoint missed;

    DoorMeters(Meters meters) {
        answers = meters.counter("qtos_http_answers_total", "Answers over HTTP, those of no route included.", "status");
        Counter files = meters.counter(
                "qtos_inbox_files_total",
                "Dropped files that are done with: answered (done) or rejected (failed).",
                "outcome");
        done = files.labelValues("done");
        failed = files.labelValues("failed");
        Counter runs = meters.counter(
                "qtos_timer_runs_total",
                "Scheduled runs that ended with a decision (ok) or without (failed).",
                "outcome");
        decided = runs.labelValues("ok");
        undecided = runs.labelValues("failed");
        missed = meters.counter("qtos_timer_missed_total", "Scheduled runs that did not happen.")
                .labelValues();
    }

    void answered(int status) {
        int index = status >= 100 && status < STATUSES ? status : 0;
        CounterDataPoint known = byStatus.get(index);
        if (known == null) {
            known = answers.labelValues(Integer.toString(index));
            byStatus.set(index, known);
        }
        known.inc();
    }

    void dropped(boolean answered) {
        (answered ? done : failed).inc();
    }

    void ticked(boolean decision) {
        (decision ? decided : undecided).inc();
    }

    void missed(long runs) {
        missed.inc(runs);
    }
}
