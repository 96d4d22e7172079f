/**
 * A small delimited table with its header and line numbers, as the readers of holdings, trades and journals want it.
 *
 * <p>Large price files do not pass through here: {@code marketdata} reads those straight into arrays. Knows nothing of
 * the reader that splits the text.
 */
@NullMarked
package io.quanttradingos.table;

import org.jspecify.annotations.NullMarked;
