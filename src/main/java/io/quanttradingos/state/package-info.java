/**
 * What outlives a process: the chain of recorded runs ({@link io.quanttradingos.state.RunStore}), the JSON memory files
 * under the original's names ({@link io.quanttradingos.state.StateFiles}), and the lock that lets one service own a
 * state folder ({@link io.quanttradingos.state.ServiceLock}).
 *
 * <p>Decides when something counts as kept: after the disk has confirmed it, never before. Must not know what a run
 * decided or means; it keeps names, texts and digests. Time arrives as an argument or an
 * {@link java.time.InstantSource}.
 */
@NullMarked
package io.quanttradingos.state;

import org.jspecify.annotations.NullMarked;
