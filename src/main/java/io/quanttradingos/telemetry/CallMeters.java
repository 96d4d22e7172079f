package io.quanttradingos.telemetry;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.quanttradingos.upstream.call.UpstreamService;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What other services were asked, and what came of it. */
final class CallMeters {
    /** How a question ended, whoever answered it. */
    enum Answer {
        LIVE,
        CACHED,
        REPLAYED,
        UNKNOWN,
        FAILED,
        TIMED_OUT,
        REFUSED
    }

    /** How sending once ended. */
    enum Reply {
        OK,
        UNKNOWN,
        CLIENT_ERROR,
        SERVER_ERROR,
        TIMED_OUT,
        BROKEN
    }

    private final Counter questions;
    private final Counter requests;
    private final Map<UpstreamService, Map<Answer, CounterDataPoint>> answers = new EnumMap<>(UpstreamService.class);
    private final Map<UpstreamService, Map<Reply, CounterDataPoint>> replies = new EnumMap<>(UpstreamService.class);
    private final Map<UpstreamService, DistributionDataPoint> seconds = new EnumMap<>(UpstreamService.class);

    CallMeters(Meters meters) {
        questions = meters.counter(
                "qtos_upstream_questions_total",
                "Questions to a service: answered live, from memory (cached) or a recording (replayed), not known to it, "
                        + "failed, timed out, or refused here for want of room or pace.",
                "service",
                "outcome");
        requests = meters.counter(
                "qtos_upstream_requests_total",
                "Requests sent to a service, repetitions included.",
                "service",
                "outcome");
        Histogram took =
                meters.seconds("qtos_upstream_request_seconds", "How long a request to a service took.", "service");
        for (UpstreamService service : UpstreamService.values()) {
            answers.put(service, points(Answer.class, questions, service));
            replies.put(service, points(Reply.class, requests, service));
            seconds.put(service, took.labelValues(service.code()));
        }
    }

    private static <E extends Enum<E>> Map<E, CounterDataPoint> points(
            Class<E> outcomes, Counter counter, UpstreamService service) {
        Map<E, CounterDataPoint> points = new EnumMap<>(outcomes);
        for (E outcome : outcomes.getEnumConstants()) {
            points.put(outcome, counter.labelValues(service.code(), Words.of(outcome)));
        }
        return points;
    }

    void answered(UpstreamService service, Answer answer) {
        Objects.requireNonNull(Objects.requireNonNull(answers.get(service)).get(answer))
                .inc();
    }

    void replied(UpstreamService service, Reply reply, long nanos) {
        Objects.requireNonNull(Objects.requireNonNull(replies.get(service)).get(reply))
                .inc();
        Meters.observe(Objects.requireNonNull(seconds.get(service)), nanos);
    }
}
