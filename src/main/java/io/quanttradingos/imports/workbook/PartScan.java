package io.quanttradingos.imports.workbook;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks at the parts of a workbook before they are read, and refuses those that would take more memory or time than a table
 * may: what they expand to, how many there are, how many rows and how wide, and a document type, which may make a text of
 * any length of a few letters.
 */
final class PartScan {
    private static final int MOST_PARTS = 1_000;
    private static final long MOST_EXPANDED = 128L << 20;
    private static final long MOST_SHARED_TEXT = 32L << 20;
    private static final String SHARED_TEXT = "sharedStrings";
    /** In the header of an entry: how long its name is, and where it begins. */
    private static final int NAME_LENGTH = 26;

    private static final int NAME = 30;
    private static final int CHUNK = 1 << 16;

    private PartScan() {}

    /** Whether a zip archive begins as a workbook does. */
    static boolean isWorkbook(byte[] content) {
        if (content.length < NAME || content[0] != 'P' || content[1] != 'K' || content[2] != 3 || content[3] != 4) {
            return false;
        }
        int length = (content[NAME_LENGTH] & 0xFF) + ((content[NAME_LENGTH + 1] & 0xFF) << 8);
        return NAME + length <= content.length && isPart(new String(content, NAME, length, StandardCharsets.UTF_8));
    }

    private static boolean isPart(String name) {
        return name.equals("[Content_Types].xml")
                || name.startsWith("_rels/")
                || name.startsWith("xl/")
                || name.startsWith("docProps/");
    }

    /** Whether it says how its cells are shown; refuses what is too large. */
    static boolean check(String name, byte[] content) {
        long expanded = 0;
        int parts = 0;
        boolean styled = false;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw tooLarge(name, "has more than " + MOST_PARTS + " parts");
                }
                styled |= entry.getName().endsWith("styles.xml");
                long most = entry.getName().contains(SHARED_TEXT) ? MOST_SHARED_TEXT : MOST_EXPANDED;
                try (InputStream part = zip.getInputStream(entry)) {
                    expanded += part(name, part, Math.min(most, MOST_EXPANDED - expanded));
                }
            }
            return styled;
        } catch (IOException | IllegalArgumentException e) {
            throw Workbook.refused(name, "is a damaged workbook: its compressed content cannot be read");
        }
    }

    private static long part(String name, InputStream part, long most) throws IOException {
        byte[] chunk = new byte[CHUNK];
        SheetScan scan = new SheetScan(name);
        long expanded = 0;
        for (int read = part.read(chunk); read >= 0; read = part.read(chunk)) {
            expanded += read;
            if (expanded > most) {
                throw tooLarge(
                        name,
                        "expands to more than the " + (MOST_EXPANDED >> 20) + " MiB, or " + (MOST_SHARED_TEXT >> 20)
                                + " MiB of text, that a workbook may have");
            }
            scan.look(chunk, read);
        }
        return expanded;
    }

    static Refusal tooLarge(String name, String message) {
        return new Refusal(
                Refusal.Kind.TOO_LARGE,
                name + " " + message,
                List.of(new InputProblem(name, null, null, message)),
                null);
    }
}
