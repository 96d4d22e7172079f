/**
 * The doors: what Camel's routes need of Java, and nothing that decides anything.
 *
 * <p>The wiring itself is in the {@code routes} folder. With {@code app}, the only package that imports Camel.
 */
@NullMarked
package io.quanttradingos.camel;

import org.jspecify.annotations.NullMarked;
