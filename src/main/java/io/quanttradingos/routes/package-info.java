/**
 * Decides whether files of routes can be started: {@link io.quanttradingos.routes.RouteCheck} names every mistake with its file
 * and line before anything runs.
 *
 * <p>Knows YAML and the schema that Camel publishes for it; not Camel, nor what a route does.
 */
@NullMarked
package io.quanttradingos.routes;

import org.jspecify.annotations.NullMarked;
