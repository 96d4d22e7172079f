package io.quanttradingos.imports;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of an export, whatever encoding it came in.
 *
 * <p>A byte order mark tells it; else zero bytes at every second place tell UTF-16; else it is UTF-8 where it is valid as
 * such. What is none of these is taken for windows-1252, in which brokers of western Europe still write.
 *
 * @param encoding such as {@code utf-8-sig}, with its byte order mark
 */
record Decoded(String encoding, String text) {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    static Decoded of(String source, byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return checked(source, decoded(source, "utf-8-sig", bytes, 3, StandardCharsets.UTF_8));
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, 0, 0)) {
            throw refused(source, null, "is text in UTF-32; save it as UTF-8");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return checked(source, decoded(source, "utf-16le", bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return checked(source, decoded(source, "utf-16be", bytes, 2, StandardCharsets.UTF_16BE));
        }
        if (bytes.length > 3 && bytes[1] == 0 && bytes[3] == 0) {
            return checked(source, decoded(source, "utf-16le", bytes, 0, StandardCharsets.UTF_16LE));
        }
        if (bytes.length > 3 && bytes[0] == 0 && bytes[2] == 0) {
            return checked(source, decoded(source, "utf-16be", bytes, 0, StandardCharsets.UTF_16BE));
        }
        String utf8 = strict(bytes, 0, StandardCharsets.UTF_8);
        return checked(
                source, utf8 != null ? new Decoded("utf-8", utf8) : decoded(source, "windows-1252", bytes, 0, WINDOWS));
    }

    private static Decoded decoded(String source, String encoding, byte[] bytes, int from, Charset charset) {
        String text = strict(bytes, from, charset);
        if (text == null) {
            throw refused(source, null, "is no valid text in " + encoding + "; save it as UTF-8");
        }
        return new Decoded(encoding, text);
    }

    private static @Nullable String strict(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException notInIt) {
            return null;
        }
    }

    private static boolean starts(byte[] bytes, int... marks) {
        for (int i = 0; i < marks.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != marks[i]) {
                return false;
            }
        }
        return true;
    }

    private static Decoded checked(String source, Decoded decoded) {
        int line = 1;
        for (int i = 0; i < decoded.text.length(); i++) {
            char c = decoded.text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t') {
                throw refused(source, line, "is no text: it holds the control character 0x%02X".formatted((int) c));
            }
        }
        if (decoded.text.isBlank()) {
            throw refused(source, null, "is blank");
        }
        return decoded;
    }

    static Refusal refused(String source, @Nullable Integer line, String message) {
        return Refusal.invalid(List.of(new InputProblem(source, line, null, message)));
    }
}
