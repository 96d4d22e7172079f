package io.quanttradingos.inputs;

import java.util.List;

/**
 * A table in our own form.
 *
 * @param content the file itself, or what was made of an export
 * @param notices what of an export is not in it, one sentence each
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OwnTable(byte[] content, List<String> notices) {
    public OwnTable {
        notices = List.copyOf(notices);
    }
}
