package io.quanttradingos.telemetry;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;

/** What is recorded, and how long the disk takes to confirm it. */
final class StoreMeters {
    private final CounterDataPoint runs;
    private final CounterDataPoint failures;
    private final DistributionDataPoint seconds;
    private final DistributionDataPoint batches;

    StoreMeters(Meters meters) {
        runs = meters.counter("qtos_store_runs_total", "Runs recorded, each of them confirmed by the disk.")
                .labelValues();
        failures = meters.counter("qtos_store_commit_failures_total", "Batches that could not be written.")
                .labelValues();
        seconds = meters.seconds(
                        "qtos_store_commit_seconds", "From taking up a batch of runs to the disk's confirmation.")
                .labelValues();
        batches = meters.sizes(
                        "qtos_store_batch_runs",
                        "Runs that one confirmation served.",
                        0,
                        1,
                        2,
                        4,
                        8,
                        16,
                        32,
                        64,
                        128,
                        256)
                .labelValues();
    }

    void committed(int count, long nanos) {
        runs.inc(count);
        batches.observe(count);
        Meters.observe(seconds, nanos);
    }

    void failed() {
        failures.inc();
    }
}
