package io.quanttradingos.app;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/**
 * Writes in a character set that does not have every sign: those it lacks are written with the letters of a typewriter, as
 * on a Windows console with an old code page.
 */
final class PlainSigns extends FilterWriter {
    private static final Map<Character, String> TYPED = Map.ofEntries(
            Map.entry('×', "x"),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('−', "-"),
            Map.entry('…', "..."),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('≥', ">="),
            Map.entry('≤', "<="));

    private final CharsetEncoder encoder;

    PlainSigns(Writer out, Charset charset) {
        super(out);
        this.encoder = charset.newEncoder();
    }

    @Override
    public void write(int character) throws IOException {
        char sign = (char) character;
        if (encoder.canEncode(sign)) {
            out.write(sign);
        } else if (!Character.isLowSurrogate(sign)) {
            out.write(TYPED.getOrDefault(sign, "?"));
        }
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(buffer[i]);
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        write(text.toCharArray(), offset, length);
    }
}
