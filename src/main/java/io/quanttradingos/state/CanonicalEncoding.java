package io.quanttradingos.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes fields so that different fields give different bytes.
 *
 * <p>A text is one byte {@code T}, its UTF-8 length in four bytes, then the UTF-8; a number is {@code N} and eight
 * bytes; a fraction is {@code F} and the eight bytes of its IEEE 754 bits; an absent field is {@code -}. All numbers
 * are most significant byte first. Since each field says how long it is, no two lists of fields share an encoding.
 */
final class CanonicalEncoding {
    /** Where the bytes go, for example {@code MessageDigest::update}. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] bytes, int offset, int length);
    }

    private final Sink sink;
    private final byte[] headBytes = new byte[9];
    private final ByteBuffer head = ByteBuffer.wrap(headBytes);

    CanonicalEncoding(Sink sink) {
        this.sink = sink;
    }

    CanonicalEncoding text(@Nullable String text) {
        if (text == null) {
            return absent();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        emit(head.clear().put((byte) 'T').putInt(bytes.length));
        sink.accept(bytes, 0, bytes.length);
        return this;
    }

    CanonicalEncoding number(@Nullable Long number) {
        return number == null ? absent() : emit(head.clear().put((byte) 'N').putLong(number));
    }

    CanonicalEncoding fraction(@Nullable Double fraction) {
        return fraction == null
                ? absent()
                : emit(head.clear().put((byte) 'F').putLong(Double.doubleToLongBits(fraction)));
    }

    private CanonicalEncoding absent() {
        return emit(head.clear().put((byte) '-'));
    }

    private CanonicalEncoding emit(ByteBuffer written) {
        sink.accept(headBytes, 0, written.position());
        return this;
    }
}
