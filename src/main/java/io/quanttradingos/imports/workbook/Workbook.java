package io.quanttradingos.imports.workbook;

import io.quanttradingos.imports.Sheet;
import java.util.List;

/** Reads workbooks. */
public final class Workbook {
    private Workbook() {}

    /** Whether the bytes are a workbook, of this or of the old kind, by their beginning. */
    public static boolean is(byte[] content) {
        return false;
    }

    /** The sheets of a workbook that have content. */
    public static List<Sheet> read(String name, byte[] content) {
        return List.of();
    }
}
