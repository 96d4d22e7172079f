/**
 * What the service tells of itself: metrics for Prometheus, spans for an OpenTelemetry collector, and what stands beside each log
 * line. Entry class: {@link io.quanttradingos.telemetry.Telemetry}, which looks at the others through the interfaces they offer;
 * none of them knows of it but the start.
 *
 * <p>It must not know requests, answers, inputs or keys: names of routes, agents, services and outcomes are all it is told, so
 * that every label and attribute comes from a set that is known beforehand. Only run and claim ids, which are in logs and spans
 * and never in metrics, are without bound.
 */
@NullMarked
package io.quanttradingos.telemetry;

import org.jspecify.annotations.NullMarked;
