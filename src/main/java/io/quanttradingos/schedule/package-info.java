/**
 * When scheduled decisions are due: {@link io.quanttradingos.schedule.Schedule}.
 *
 * <p>Knows nothing of the timer that fires, nor of the wall clock.
 */
@NullMarked
package io.quanttradingos.schedule;

import org.jspecify.annotations.NullMarked;
