package io.quanttradingos.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Kept content in gzip, at the fastest level: a third of the size costs less time than the disk would. */
final class Gzip {
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, 1 << 13);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private Gzip() {}

    static byte[] compress(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2 + 64);
        try {
            compress(content, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    static void compress(byte[] content, OutputStream to) throws IOException {
        try (GZIPOutputStream out = new Fast(new Unclosed(to))) {
            out.write(content);
        }
    }

    static byte[] expand(byte[] compressed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        }
    }

    /** Keeps the stream below open, whose owner has still to force it to the disk. */
    private static final class Unclosed extends OutputStream {
        private final OutputStream below;

        Unclosed(OutputStream below) {
            this.below = below;
        }

        @Override
        public void write(int value) throws IOException {
            below.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            below.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            below.flush();
        }
    }
}
