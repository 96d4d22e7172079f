package io.quanttradingos.telemetry;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.DoubleSupplier;

/**
 * The meters of one service, and their text, such as {@code qtos_route_seconds_count{route="decision"} 12.0}.
 *
 * <p>What is written often is looked up once and kept by whoever writes it: recording is then an addition.
 */
final class Meters {
    /** The format of {@link #text}. */
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double NANOS = 1e-9;
    private static final double[] SECONDS = {
        0.00001, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
    };

    private final PrometheusRegistry registry = new PrometheusRegistry();

    Meters(String version) {
        JvmMetrics.builder().register(registry);
        Info.builder()
                .name("qtos_build_info")
                .help("The program's version and the Java it runs on.")
                .labelNames("version", "java")
                .register(registry)
                .addLabelValues(version, Runtime.version().toString());
    }

    /** What counts up; its name ends in {@code _total}. */
    Counter counter(String name, String help, String... labels) {
        return Counter.builder()
                .name(name)
                .help(help)
                .labelNames(labels)
                .withoutExemplars()
                .register(registry);
    }

    /** How long something takes; its name ends in {@code _seconds}. */
    Histogram seconds(String name, String help, String... labels) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .unit(Unit.SECONDS)
                .labelNames(labels)
                .classicOnly()
                .classicUpperBounds(SECONDS)
                .withoutExemplars()
                .register(registry);
    }

    /** How large something is. */
    Histogram sizes(String name, String help, double... bounds) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(bounds)
                .withoutExemplars()
                .register(registry);
    }

    /** What is looked at when someone asks; NaN leaves it out. */
    void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(told -> {
                    double now = value.getAsDouble();
                    if (!Double.isNaN(now)) {
                        told.call(now);
                    }
                })
                .register(registry);
    }

    /** The same for each of some labels. */
    GaugeWithCallback.Builder gauges(String name, String help, String label) {
        return GaugeWithCallback.builder().name(name).help(help).labelNames(label);
    }

    PrometheusRegistry registry() {
        return registry;
    }

    /** Every meter as it stands, in the text format of Prometheus. */
    byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static void observe(DistributionDataPoint point, long nanos) {
        point.observe(nanos * NANOS);
    }
}
