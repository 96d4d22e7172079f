package io.quanttradingos.telemetry;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.quanttradingos.camel.RouteWatch.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many exchanges each route had, how they ended and how long they took. */
final class RouteMeters {
    private final Counter exchanges;
    private final Histogram seconds;

    RouteMeters(Meters meters) {
        exchanges = meters.counter(
                "qtos_route_exchanges_total",
                "Exchanges of a route: ok, refused for what the sender can change, or failed.",
                "route",
                "outcome");
        seconds =
                meters.seconds("qtos_route_seconds", "How long a route took, with all the routes it called.", "route");
    }

    /** One route's. */
    OfRoute of(String route) {
        Map<Outcome, CounterDataPoint> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, exchanges.labelValues(route, Words.of(outcome)));
        }
        return new OfRoute(route, outcomes);
    }

    /** One route's meters; the histogram, which is long, is there once there is something in it. */
    final class OfRoute {
        private final String route;
        private final Map<Outcome, CounterDataPoint> outcomes;
        private volatile @Nullable DistributionDataPoint took;

        private OfRoute(String route, Map<Outcome, CounterDataPoint> outcomes) {
            this.route = route;
            this.outcomes = outcomes;
        }

        void ended(Outcome outcome, long nanos) {
            Objects.requireNonNull(outcomes.get(outcome)).inc();
            DistributionDataPoint known = took;
            if (known == null) {
                known = seconds.labelValues(route);
                took = known;
            }
            Meters.observe(known, nanos);
        }
    }
}
