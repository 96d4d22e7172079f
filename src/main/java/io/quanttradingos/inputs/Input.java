package io.quanttradingos.inputs;

import io.quanttradingos.state.Content;
import java.util.List;

/**
 * A parsed input and where it comes from.
 *
 * @param name what its sender called it
 * @param content the bytes that were parsed, by their digest
 * @param rows the number of data rows
 * @param value what was read
 * @param reading what the sender said of how to read it; empty where nothing
 * @param notices what reading it left out, where the value itself has no place for that; one sentence each
 */
public record Input<T>(String name, Content content, int rows, T value, String reading, List<String> notices) {
    public Input {
        notices = List.copyOf(notices);
    }

    /** One that reads in one way only. */
    public Input(String name, Content content, int rows, T value) {
        this(name, content, rows, value, "", List.of());
    }

    /** The digest of the bytes, in hexadecimal. */
    public String sha256() {
        return content.sha256();
    }

    /** Equal keys mean equal values: the digest, with how it was read. */
    public String key() {
        return sha256() + reading;
    }
}
