package io.quanttradingos.telemetry;

import io.quanttradingos.camel.DoorWatch;
import io.quanttradingos.camel.RouteWatch;
import io.quanttradingos.pipeline.StageWatch;
import io.quanttradingos.state.RunRecord;
import io.quanttradingos.state.StoreWatch;
import io.quanttradingos.upstream.call.Carrying;
import io.quanttradingos.upstream.call.Transport;
import io.quanttradingos.upstream.call.UpstreamCalls;
import io.quanttradingos.upstream.call.UpstreamService;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the service's parts through the interfaces they offer.
 *
 * <p>What is not wished costs nothing: without metrics there are no meters, without a collector no spans, and the classes of
 * neither are loaded.
 */
public final class Telemetry implements AutoCloseable {
    private final @Nullable Meters meters;
    private final @Nullable StageMeters stages;
    private final @Nullable StoreMeters store;
    private final @Nullable DoorMeters doors;
    private final @Nullable Tracing tracing;
    private final RouteTelemetry routes;
    private final CallTelemetry calls;

    /**
     * What is wished.
     *
     * @param metrics whether anyone can ask for metrics
     * @param collector the base address of an OpenTelemetry collector; null sends no spans
     * @param headers header lines for the collector
     * @param service what the service is called there
     * @param share of the requests that become traces, 0 to 1
     * @param version of the program
     */
    public record Options(
            boolean metrics,
            @Nullable String collector,
            Map<String, String> headers,
            String service,
            double share,
            String version) {}

    public Telemetry(Options options) {
        Meters all = options.metrics() ? new Meters(options.version()) : null;
        meters = all;
        stages = all == null ? null : new StageMeters(all);
        store = all == null ? null : new StoreMeters(all);
        doors = all == null ? null : new DoorMeters(all);
        tracing = options.collector() == null
                ? null
                : new Tracing(new Tracing.Options(
                        options.collector(), options.headers(), options.service(), options.share(), options.version()));
        routes = new RouteTelemetry(all == null ? null : new RouteMeters(all), tracing);
        calls = new CallTelemetry(all == null ? null : new CallMeters(all), tracing);
    }

    /** The media type of {@link #metrics}. */
    public static String metricsType() {
        return Meters.MEDIA_TYPE;
    }

    /** The metrics as they stand; nothing where none are wished. */
    public byte[] metrics() {
        return meters == null ? new byte[0] : meters.text();
    }

    /** Adds a figure that is looked at whenever someone asks for the metrics; NaN leaves it out. */
    public void gauge(String name, String help, DoubleSupplier value) {
        if (meters != null) {
            meters.gauge(name, help, value);
        }
    }

    /** Adds, for each service, whether it is left alone. */
    public void breakers(Predicate<UpstreamService> leftAlone) {
        if (meters != null) {
            meters.gauges(
                            "qtos_upstream_breaker_open",
                            "1 while a service is left alone because it has failed repeatedly.",
                            "service")
                    .callback(told -> {
                        for (UpstreamService service : UpstreamService.values()) {
                            told.call(leftAlone.test(service) ? 1 : 0, service.code());
                        }
                    })
                    .register(meters.registry());
        }
    }

    public RouteWatch routes() {
        return routes;
    }

    /** Counts what services are asked. */
    public UpstreamCalls watched(UpstreamCalls asked) {
        return calls.watched(asked);
    }

    /** Counts what is sent to services. */
    public Transport watched(Transport transport) {
        return calls.watched(transport);
    }

    /** Takes log context and trace to the threads that send. */
    public Carrying carrying() {
        return calls;
    }

    /** The header lines by which a service learns which trace a call belongs to. */
    public Map<String, String> traceHeaders() {
        return tracing == null ? Map.of() : Tracing.headers();
    }

    public StageWatch stages() {
        return new StageWatch() {
            @Override
            public <T> T computed(String stage, Supplier<T> agent) {
                return StageMeters.isAgent(stage) ? watched(stage, agent) : agent.get();
            }

            @Override
            public void kept(String stage) {
                if (StageMeters.isAgent(stage)) {
                    stageKept(stage);
                }
            }
        };
    }

    private <T> T watched(String stage, Supplier<T> agent) {
        Tracing.Work work = tracing == null ? null : tracing.step(stage);
        long began = System.nanoTime();
        boolean failed = true;
        try {
            T result = agent.get();
            failed = false;
            return result;
        } finally {
            stageEnded(stage, System.nanoTime() - began, failed, work);
        }
    }

    private void stageKept(String stage) {
        if (stages != null) {
            stages.kept(stage);
        }
        if (tracing != null) {
            tracing.step(stage).end("kept", false);
        }
    }

    private void stageEnded(String stage, long nanos, boolean failed, Tracing.@Nullable Work work) {
        if (stages != null) {
            if (failed) {
                stages.failed(stage);
            } else {
                stages.computed(stage, nanos);
            }
        }
        if (work != null) {
            work.end(failed ? "failed" : "computed", failed);
        }
    }

    public StoreWatch store() {
        return new StoreWatch() {
            @Override
            public RunRecord recording(Supplier<RunRecord> append) {
                Tracing.Work work = tracing == null ? null : tracing.step("record");
                boolean failed = true;
                try {
                    RunRecord recorded = append.get();
                    LogContext.put(LogContext.RUN, recorded.runId());
                    if (work != null) {
                        Tracing.recorded(recorded.runId());
                    }
                    failed = false;
                    return recorded;
                } finally {
                    if (work != null) {
                        work.end(failed ? "failed" : "ok", failed);
                    }
                }
            }

            @Override
            public void committed(int runs, long nanos) {
                if (store != null) {
                    store.committed(runs, nanos);
                }
            }

            @Override
            public void failed() {
                if (store != null) {
                    store.failed();
                }
            }
        };
    }

    public DoorWatch doors() {
        return new DoorWatch() {
            @Override
            public void answered(int status) {
                if (doors != null) {
                    doors.answered(status);
                }
            }

            @Override
            public void claimed(String claim) {
                LogContext.put(LogContext.CLAIM, claim);
            }

            @Override
            public void dropped(boolean answered) {
                if (doors != null) {
                    doors.dropped(answered);
                }
            }

            @Override
            public void ticked(boolean decided) {
                if (doors != null) {
                    doors.ticked(decided);
                }
            }

            @Override
            public void missed(long runs) {
                if (doors != null) {
                    doors.missed(runs);
                }
            }
        };
    }

    @Override
    public void close() {
        if (tracing != null) {
            tracing.close();
        }
    }
}
