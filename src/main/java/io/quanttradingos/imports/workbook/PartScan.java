package io.quanttradingos.imports.workbook;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

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
    private static final int CHUNK = 1 << 16;

    private PartScan() {}

    /** Whether a zip archive begins as a workbook does. */
    static boolean isWorkbook(byte[] content) {
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K' || content[2] != 3 || content[3] != 4) {
            return false;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry entry = zip.getNextEntry();
            return entry != null && isPart(entry.getName());
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPart(String name) {
        return name.equals("[Content_Types].xml")
                || name.startsWith("_rels/")
                || name.startsWith("xl/")
                || name.startsWith("docProps/");
    }

    static void check(String name, byte[] content) {
        long expanded = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++parts > MOST_PARTS) {
                    throw tooLarge(name, "has more than " + MOST_PARTS + " parts");
                }
                long most = entry.getName().contains(SHARED_TEXT) ? MOST_SHARED_TEXT : MOST_EXPANDED;
                expanded += part(name, zip, Math.min(most, MOST_EXPANDED - expanded));
            }
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
