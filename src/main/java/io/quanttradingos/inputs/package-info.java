/**
 * Turns the inputs a request names or carries into parsed tables, once per content.
 *
 * <p>Entry: {@link io.quanttradingos.inputs.Inputs}. It confines paths to the data folder, reads a file, knows a content by its digest, hands it to the reader
 * of its kind and remembers what came out. Knows nothing of the doors the request came through, nor of what is decided.
 */
@NullMarked
package io.quanttradingos.inputs;

import org.jspecify.annotations.NullMarked;
