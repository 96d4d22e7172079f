/**
 * Starts the product: reads the settings, builds every part once ({@link io.quanttradingos.app.Assembly}), and offers the
 * commands ({@link io.quanttradingos.app.Qtos}).
 *
 * <p>The only package that reads the environment, system properties and the wall clock.
 */
@NullMarked
package io.quanttradingos.app;

import org.jspecify.annotations.NullMarked;
