package io.quanttradingos.marketdata;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.marketdata.PlainText.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Undoes gzip and single-file zip, told by their first bytes, and never writes more than it may. */
public final class Expansion {
    private Expansion() {}

    /**
     * The expanded bytes; the file itself where it is not compressed.
     *
     * @param source the name for messages
     * @throws Refusal where the file is damaged, holds several files, or expands beyond the bound
     */
    public static byte[] expanded(String source, byte[] file, int maxBytes) {
        try {
            return of(file, maxBytes);
        } catch (Unreadable e) {
            throw Refusal.invalid(List.of(new InputProblem(source, null, null, String.valueOf(e.getMessage()))));
        }
    }

    /** The expanded bytes, at most {@code maxBytes}; the file itself where it is not compressed. */
    static byte[] of(byte[] file, int maxBytes) throws Unreadable {
        try {
            if (PlainText.startsWith(file, 0x1F, 0x8B)) {
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file), 1 << 16)) {
                    return bounded(in, maxBytes);
                }
            }
            return isZip(file) ? single(file, maxBytes) : file;
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("is damaged: its compressed content cannot be read");
        }
    }

    static boolean isZip(byte[] file) {
        return PlainText.startsWith(file, 'P', 'K', 3, 4);
    }

    private static byte[] single(byte[] file, int maxBytes) throws IOException, Unreadable {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            if (nextFile(zip) == null) {
                throw new Unreadable("is a zip archive with no file in it");
            }
            byte[] content = bounded(zip, maxBytes);
            if (nextFile(zip) != null) {
                throw new Unreadable("is a zip archive or workbook with several files; pack one CSV file only");
            }
            return content;
        }
    }

    private static @Nullable ZipEntry nextFile(ZipInputStream zip) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && entry.isDirectory()) {
            entry = zip.getNextEntry();
        }
        return entry;
    }

    private static byte[] bounded(InputStream in, int maxBytes) throws IOException, Unreadable {
        byte[] content = in.readNBytes(maxBytes);
        if (content.length == maxBytes && in.read() >= 0) {
            throw new Unreadable("expands to more than the limit of " + maxBytes + " bytes");
        }
        if (content.length == 0) {
            throw new Unreadable("is empty once expanded (0 bytes)");
        }
        return content;
    }
}
