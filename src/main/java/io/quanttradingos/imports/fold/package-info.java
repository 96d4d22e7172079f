/**
 * Folds an account's history into what it holds now and the round trips it made: first in, first out, in exact decimals.
 *
 * <p>Entry: {@link io.quanttradingos.imports.fold.Fold}. What the history does not tell is not made up: shares that were sold
 * but never bought make their instrument unknown, and only that one. Knows no format, no price and no door.
 */
@NullMarked
package io.quanttradingos.imports.fold;

import org.jspecify.annotations.NullMarked;
