package io.quanttradingos.app;

import io.quanttradingos.camel.HttpDoor;
import io.quanttradingos.camel.InboxFolders;
import io.quanttradingos.state.RunStore;
import io.quanttradingos.telemetry.Telemetry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures that are looked at when someone asks for the metrics. */
final class Gauges {
    private static final double MILLIS = 1e-3;

    private Gauges() {}

    static void register(
            Telemetry telemetry, HttpDoor http, InboxFolders folders, RunStore store, InstantSource clock) {
        telemetry.gauge(
                "qtos_http_requests_in_flight", "Requests in work; signs of life are not among them.", http::inFlight);
        telemetry.gauge("qtos_http_connections_open", "Connections open.", http::openConnections);
        telemetry.gauge("qtos_store_waiting", "Runs and trials that wait to be recorded.", store::waiting);
        telemetry.gauge(
                "qtos_inbox_files_waiting",
                "Dropped files that nobody has taken.",
                () -> look(folders, InboxFolders.Backlog::waiting));
        telemetry.gauge(
                "qtos_inbox_files_claimed",
                "Dropped files in work, of every service that shares the inbox.",
                () -> look(folders, InboxFolders.Backlog::claimed));
        telemetry.gauge(
                "qtos_inbox_oldest_age_seconds",
                "How long ago the dropped file was last changed that has waited longest; 0 where none waits.",
                () -> look(folders, backlog -> age(backlog.oldest(), clock)));
    }

    private static double age(@Nullable Instant oldest, InstantSource clock) {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() * MILLIS);
    }

    /** NaN where the folders cannot be read. */
    private static double look(InboxFolders folders, ToDoubleFunction<InboxFolders.Backlog> figure) {
        try {
            return figure.applyAsDouble(folders.backlog());
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
