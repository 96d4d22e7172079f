package io.quanttradingos.telemetry;

import io.quanttradingos.camel.RouteWatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is told of a route: how often and how long it ran, a span where spans are wished, and the context of its log lines. */
final class RouteTelemetry implements RouteWatch {
    private static final String INNER = "inner";

    private final @Nullable RouteMeters meters;
    private final @Nullable Tracing tracing;

    RouteTelemetry(@Nullable RouteMeters meters, @Nullable Tracing tracing) {
        this.meters = meters;
        this.tracing = tracing;
    }

    @Override
    public Watched route(String id, String door) {
        return new OneRoute(id, door, meters == null ? null : meters.of(id));
    }

    /** An exchange in a route. */
    private record Begun(long nanos, boolean entry, Tracing.@Nullable Work work) {}

    private final class OneRoute implements Watched {
        private final String id;
        private final String door;
        private final RouteMeters.@Nullable OfRoute meter;

        OneRoute(String id, String door, RouteMeters.@Nullable OfRoute meter) {
            this.id = id;
            this.door = door;
            this.meter = meter;
        }

        @Override
        public Object begun(Function<String, @Nullable String> headers) {
            boolean outer = !door.equals(INNER);
            boolean entry = outer || !LogContext.isBegun();
            if (entry) {
                LogContext.begin(outer ? door : "command", id);
            }
            return new Begun(System.nanoTime(), entry, work(outer, headers));
        }

        private Tracing.@Nullable Work work(boolean outer, Function<String, @Nullable String> headers) {
            if (tracing == null) {
                return null;
            }
            return outer ? tracing.request(id, door, headers) : tracing.step(id);
        }

        @Override
        public void ended(Object begun, Outcome outcome) {
            Begun exchange = (Begun) begun;
            if (meter != null) {
                meter.ended(outcome, System.nanoTime() - exchange.nanos);
            }
            if (exchange.work != null) {
                exchange.work.end(Words.of(outcome), outcome == Outcome.FAILED);
            }
            if (exchange.entry) {
                LogContext.end();
            }
        }
    }
}
