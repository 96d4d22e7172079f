/**
 * Decides whether one more trade may be opened and how much of the account it may risk:
 * {@link io.quanttradingos.guardian.GuardianAgent} judges a {@link io.quanttradingos.guardian.GuardianRequest} by the
 * {@link io.quanttradingos.guardian.GuardianPolicy}.
 *
 * <p>The guardian may only shrink or stop, never enlarge, and it never stands in the way of an exit.
 *
 * <p>Knows nothing of how a market's label or an account's drawdown came about, nor of the allocation.
 */
@NullMarked
package io.quanttradingos.guardian;

import org.jspecify.annotations.NullMarked;
