/**
 * What the news say of a company, in numbers, and whether that is worth an alert.
 *
 * <p>Knows no other agent, no service, no file and no request.
 */
@NullMarked
package io.quanttradingos.sentiment;

import org.jspecify.annotations.NullMarked;
