/**
 * How the product says no to an input: one sentence for a person, and for bad data the file, line and column.
 *
 * <p>A bad row is data ({@link io.quanttradingos.failure.Parsed}); a request that cannot be served is a
 * {@link io.quanttradingos.failure.Refusal}, whatever door it came through; a bug is any other exception. Knows
 * nothing of HTTP or of exit codes: the doors translate {@link io.quanttradingos.failure.Refusal.Kind}.
 */
@NullMarked
package io.quanttradingos.failure;

import org.jspecify.annotations.NullMarked;
