package io.quanttradingos.inputs;

import io.quanttradingos.state.Content;

/**
 * A parsed input and where it comes from.
 *
 * @param name what its sender called it
 * @param content the bytes that were parsed, by their digest
 * @param rows the number of data rows
 * @param value what was read
 */
public record Input<T>(String name, Content content, int rows, T value) {
    /** The digest of the bytes, in hexadecimal. */
    public String sha256() {
        return content.sha256();
    }
}
