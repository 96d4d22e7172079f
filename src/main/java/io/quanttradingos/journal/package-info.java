/**
 * What a trader's closed trades say of the trading
 *
 * <p>Knows no other agent, no service, no file and no request.
 */
@NullMarked
package io.quanttradingos.journal;

import org.jspecify.annotations.NullMarked;
