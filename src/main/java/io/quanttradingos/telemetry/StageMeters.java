package io.quanttradingos.telemetry;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How long each agent computed, and how often what it gave before served. */
final class StageMeters {
    /** The stages that are an agent's work; what else is kept is none. */
    private static final List<String> AGENTS =
            List.of("regime", "series", "portfolio", "discipline", "allocation", "guardian");

    private final Map<String, OfStage> stages = new HashMap<>();

    private record OfStage(DistributionDataPoint seconds, CounterDataPoint failed, CounterDataPoint kept) {}

    StageMeters(Meters meters) {
        Histogram seconds = meters.seconds(
                "qtos_agent_seconds",
                "How long an agent computed; series is the regime of every date. Results served from memory are not in it.",
                "agent");
        Counter failures = meters.counter(
                "qtos_agent_failures_total", "How often an agent gave no result, refusals included.", "agent");
        Counter kept = meters.counter(
                "qtos_agent_cache_hits_total", "How often a result that was computed before served.", "agent");
        for (String stage : AGENTS) {
            stages.put(
                    stage,
                    new OfStage(seconds.labelValues(stage), failures.labelValues(stage), kept.labelValues(stage)));
        }
    }

    /** Whether a stage is an agent's work. */
    static boolean isAgent(String stage) {
        return AGENTS.contains(stage);
    }

    private OfStage of(String stage) {
        return Objects.requireNonNull(stages.get(stage));
    }

    void computed(String stage, long nanos) {
        Meters.observe(of(stage).seconds, nanos);
    }

    void failed(String stage) {
        of(stage).failed.inc();
    }

    void kept(String stage) {
        of(stage).kept.inc();
    }
}
