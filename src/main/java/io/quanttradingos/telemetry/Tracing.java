package io.quanttradingos.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Spans of what is worked on, sent to a collector by OTLP over HTTP.
 *
 * <p>A span bears the name of a route, an agent or a service and an outcome; no address, path, symbol or key is ever in one.
 */
final class Tracing implements AutoCloseable {
    private static final AttributeKey<String> DOOR = AttributeKey.stringKey("qtos.door");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("qtos.outcome");
    private static final AttributeKey<String> RUN = AttributeKey.stringKey("qtos.run_id");
    private static final AttributeKey<String> PEER = AttributeKey.stringKey("peer.service");
    private static final Duration LAST_BATCH = Duration.ofSeconds(3);
    private static final W3CTraceContextPropagator HEADERS = W3CTraceContextPropagator.getInstance();

    private final SdkTracerProvider provider;
    private final Tracer tracer;

    /**
     * Where spans go.
     *
     * @param collector the base address, such as {@code http://127.0.0.1:4318}
     * @param headers header lines for the collector, such as its key
     * @param service what the service is called there
     * @param share of the requests that come without a decision of their sender's, 0 to 1
     */
    record Options(String collector, Map<String, String> headers, String service, double share, String version) {}

    Tracing(Options options) {
        ExporterLog.takeOver();
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder().setEndpoint(traces(options.collector()));
        options.headers().forEach(exporter::addHeader);
        provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(
                        AttributeKey.stringKey("service.name"), options.service(),
                        AttributeKey.stringKey("service.version"), options.version())))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(options.share())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build())
                        .setScheduleDelay(Duration.ofSeconds(1))
                        .build())
                .build();
        tracer = provider.get("qtos", options.version());
    }

    private static String traces(String collector) {
        return (collector.endsWith("/") ? collector.substring(0, collector.length() - 1) : collector) + "/v1/traces";
    }

    /** A span that is under way on this thread. */
    static final class Work {
        private final Span span;
        private final Scope scope;

        @SuppressWarnings("MustBeClosedChecker") // end() closes it: a step begins and ends in two calls of Camel
        private Work(Span span) {
            this.span = span;
            this.scope = span.makeCurrent();
        }

        void end(String outcome, boolean failed) {
            span.setAttribute(OUTCOME, outcome);
            if (failed) {
                span.setStatus(StatusCode.ERROR);
            }
            scope.close();
            span.end();
        }
    }

    /** A request begins, in its sender's trace where its headers name one. */
    Work request(String route, String door, Function<String, @Nullable String> headers) {
        Context parent = HEADERS.extract(Context.root(), headers, Getter.INSTANCE);
        Span span = tracer.spanBuilder(route)
                .setParent(parent)
                .setSpanKind(door.equals("http") ? SpanKind.SERVER : SpanKind.CONSUMER)
                .setAttribute(DOOR, door)
                .startSpan();
        LogContext.put(LogContext.TRACE, span.getSpanContext().getTraceId());
        return new Work(span);
    }

    /** A step of what this thread works on. */
    Work step(String name) {
        return new Work(tracer.spanBuilder(name).startSpan());
    }

    /** A request to another service. */
    Work call(String service) {
        return new Work(tracer.spanBuilder("call " + service)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(PEER, service)
                .startSpan());
    }

    /** Says which run was recorded, on the span that this thread is in. */
    static void recorded(String runId) {
        Span.current().setAttribute(RUN, runId);
    }

    /** The header lines that say which trace this thread works in. */
    static Map<String, String> headers() {
        Map<String, String> lines = new HashMap<>();
        HEADERS.inject(Context.current(), lines, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, value);
            }
        });
        return lines;
    }

    /** The same task, in the trace of this thread. */
    static <T> Callable<T> along(Callable<T> task) {
        return Context.current().wrap(task);
    }

    /** Sends what has not been sent, as far as the collector takes it in time. */
    @Override
    public void close() {
        provider.shutdown().join(LAST_BATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    private enum Getter implements TextMapGetter<Function<String, @Nullable String>> {
        INSTANCE;

        @Override
        public Iterable<String> keys(Function<String, @Nullable String> headers) {
            return List.of("traceparent", "tracestate");
        }

        @Override
        public @Nullable String get(@Nullable Function<String, @Nullable String> headers, String name) {
            return headers == null ? null : headers.apply(name);
        }
    }
}
