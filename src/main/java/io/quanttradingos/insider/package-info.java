/**
 * What a company's insiders did with its shares, in numbers and plain sentences.
 *
 * <p>Entry: {@link io.quanttradingos.insider.InsiderAgent}. Only purchases and sales on the market are trades: awards, exercises,
 * taxes and gifts are none. Knows no other agent, no service, no file and no request.
 */
@NullMarked
package io.quanttradingos.insider;

import org.jspecify.annotations.NullMarked;
