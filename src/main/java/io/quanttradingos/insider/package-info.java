/**
 * What a company's insiders did with its shares
 *
 * <p>Knows no other agent, no service, no file and no request.
 */
@NullMarked
package io.quanttradingos.insider;

import org.jspecify.annotations.NullMarked;
