package io.quanttradingos.telemetry;

import org.slf4j.MDC;

/**
 * What stands beside every log line of a request: its door, route, claim and run, where they are known.
 *
 * <p>It belongs to the thread, and threads serve one request after the other: whoever begins a request begins it empty and leaves
 * nothing behind.
 */
final class LogContext {
    static final String DOOR = "door";
    static final String ROUTE = "route";
    static final String CLAIM = "claim";
    static final String RUN = "run_id";
    static final String TRACE = "trace_id";

    private LogContext() {}

    /** Begins a request. */
    static void begin(String door, String route) {
        MDC.clear();
        MDC.put(DOOR, door);
        MDC.put(ROUTE, route);
    }

    /** Whether this thread is within a request. */
    static boolean isBegun() {
        return MDC.get(DOOR) != null;
    }

    /** Adds what has become known of it. */
    static void put(String name, String value) {
        MDC.put(name, value);
    }

    static void end() {
        MDC.clear();
    }
}
