package io.quanttradingos.table;

import org.jspecify.annotations.Nullable;

/** Texts of two or four bytes a character that are not read, told by where their zero bytes stand. */
public final class WideEncoding {
    private static final int GROUP = 4;

    private WideEncoding() {}

    /** What to tell the sender, such as {@code "is text in UTF-32; save it as UTF-8"}; null where it is no such text. */
    public static @Nullable String problem(byte[] content) {
        if (content.length < GROUP) {
            return null;
        }
        boolean[] zero = new boolean[GROUP];
        for (int i = 0; i < GROUP; i++) {
            zero[i] = content[i] == 0;
        }
        boolean bigMark = zero[0] && zero[1] && content[2] == (byte) 0xFE && content[3] == (byte) 0xFF;
        boolean big = zero[0] && zero[1] && zero[2] && !zero[3];
        boolean little = !zero[0] && zero[2] && zero[3]; // its byte order mark ends so, too
        if (bigMark || big || little) {
            return "is text in UTF-32; save it as UTF-8";
        }
        boolean marked = content[0] == (byte) 0xFF || content[0] == (byte) 0xFE;
        boolean alternating = zero[0] == zero[2] && zero[1] == zero[3] && zero[0] != zero[1];
        return alternating && !marked ? "is text in UTF-16 without a byte order mark; save it as UTF-8" : null;
    }
}
