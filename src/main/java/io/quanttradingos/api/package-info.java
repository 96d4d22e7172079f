/**
 * What requests and answers look like from outside: JSON fields, their checks, and problems by RFC 9457.
 *
 * <p>Translates a body, a query or a form into a request of the pipeline ({@link io.quanttradingos.api.Requests}), and a
 * result into JSON ({@link io.quanttradingos.api.Json}). Knows nothing of Camel nor of a connection.
 */
@NullMarked
package io.quanttradingos.api;

import org.jspecify.annotations.NullMarked;
