package io.quanttradingos.pipeline;

import io.quanttradingos.state.RunRecord;

/**
 * A decision and its record.
 *
 * @param decided what was decided
 * @param run the durable record; where the request's idempotency key was known already, the record of the first time
 */
public record Recorded(Decided decided, RunRecord run) {}
