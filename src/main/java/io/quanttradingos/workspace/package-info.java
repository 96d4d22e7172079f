/**
 * Decides what a user's own workspace holds: {@link io.quanttradingos.workspace.Workspace} puts the routes, policies,
 * settings and the sample that this version ships into a folder, and {@link io.quanttradingos.workspace.Shipped} says
 * what they are, from the program itself.
 *
 * <p>Never writes over a file. Knows files, and neither what the settings mean nor what the routes do.
 */
@NullMarked
package io.quanttradingos.workspace;

import org.jspecify.annotations.NullMarked;
