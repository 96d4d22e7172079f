package io.quanttradingos.marketdata;

import io.quanttradingos.table.WideEncoding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a file as UTF-8 bytes, whatever encoding and compression it came in. */
final class PlainText {
    private static final int LOOKED_AT_FOR_BINARY = 4096;

    /** Shared with the caller where nothing had to be decoded. */
    final byte[] bytes;
    /** Where the text starts, behind a byte order mark. */
    final int from;

    private PlainText(byte[] bytes, int from) {
        this.bytes = bytes;
        this.from = from;
    }

    /** Why a file gives no text; the message is the sentence for its sender. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    static PlainText of(byte[] file, int maxBytes) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable("is empty (0 bytes)");
        }
        byte[] expanded = Expansion.of(file, maxBytes);
        if (expanded.length > maxBytes) {
            throw new Unreadable("is larger than the limit of " + maxBytes + " bytes");
        }
        PlainText text = decoded(expanded);
        text.refuseBinary();
        return text;
    }

    private static PlainText decoded(byte[] bytes) throws Unreadable {
        String wide = WideEncoding.problem(bytes);
        if (wide != null) {
            throw new Unreadable(wide);
        }
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new PlainText(bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return transcoded(bytes, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return transcoded(bytes, StandardCharsets.UTF_16BE);
        }
        return new PlainText(bytes, 0);
    }

    private static PlainText transcoded(byte[] bytes, Charset charset) throws Unreadable {
        try {
            CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, 2, bytes.length - 2));
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(text);
            byte[] utf8 = new byte[encoded.remaining()];
            encoded.get(utf8);
            return new PlainText(utf8, 0);
        } catch (CharacterCodingException e) {
            throw new Unreadable("starts as " + charset + " but is not valid in it; save it as UTF-8");
        }
    }

    private void refuseBinary() throws Unreadable {
        int end = Math.min(bytes.length, from + LOOKED_AT_FOR_BINARY);
        for (int i = from; i < end; i++) {
            int octet = bytes[i];
            if (octet >= 0 && octet < ' ' && octet != '\t' && octet != '\n' && octet != '\r') {
                throw new Unreadable("is not a text file: byte " + (i + 1) + " is a control character (0x"
                        + Integer.toHexString(octet) + "); save it as CSV in UTF-8");
            }
        }
    }

    static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
