/**
 * Finishes the OpenAPI document that is generated from the REST routes, so that it says exactly what goes over the wire.
 *
 * <p>{@link io.quanttradingos.api.openapi.OpenApiDocument} is a list of small steps over the document's JSON tree. What a
 * type cannot say (descriptions, ranges, examples) is in the {@code openapi} resources, keyed by schema and property, so
 * that the records of the agents stay free of it. Knows nothing of Camel nor of a connection.
 */
@NullMarked
package io.quanttradingos.api.openapi;

import org.jspecify.annotations.NullMarked;
