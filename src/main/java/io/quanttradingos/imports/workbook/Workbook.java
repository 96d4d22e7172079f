package io.quanttradingos.imports.workbook;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import io.quanttradingos.imports.Sheet;
import io.quanttradingos.imports.SheetRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * Reads workbooks: {@code .xlsx}, not the {@code .xls} of before 2007 and nothing behind a password.
 *
 * <p>A cell is the text a reader of a CSV would want: a date or time in ISO form where its style shows one, a number in the
 * shortest decimal that is the same binary number, a formula's last value, {@code TRUE} or {@code FALSE}. A cell that shows an error is
 * refused. Hidden sheets are left out.
 */
public final class Workbook {
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Workbook() {}

    /** Whether the bytes are a workbook, of this or of the old kind, by their beginning. */
    public static boolean is(byte[] content) {
        return isOld(content) || PartScan.isWorkbook(content);
    }

    private static boolean isOld(byte[] content) {
        for (int i = 0; i < OLD.length; i++) {
            if (content.length <= i || content[i] != OLD[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The sheets of a workbook that have content.
     *
     * @param name what messages call it
     * @throws Refusal where it is damaged, of the old kind, behind a password, too large, or a cell shows an error
     */
    public static List<Sheet> read(String name, byte[] content) {
        if (isOld(content)) {
            throw refused(
                    name,
                    "is a workbook of the old kind (.xls) or behind a password; save it as .xlsx without one, or as CSV");
        }
        boolean styled = PartScan.check(name, content);
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(styled, true))) {
            List<Sheet> sheets = new ArrayList<>();
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                Sheet read = sheet.getVisibility() == SheetVisibility.VISIBLE
                        ? sheet(name, sheet, workbook.isDate1904())
                        : null;
                if (read != null) {
                    sheets.add(read);
                }
            }
            if (sheets.isEmpty()) {
                throw refused(name, "is a workbook without content");
            }
            return sheets;
        } catch (IOException | ExcelReaderException e) {
            throw damaged(name);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException e) { // of a library that takes the file to be whole
            throw damaged(name);
        }
    }

    private static @Nullable Sheet sheet(String name, org.dhatim.fastexcel.reader.Sheet sheet, boolean since1904)
            throws IOException {
        String called = name + ", sheet " + shown(sheet.getName());
        List<SheetRow> rows = new ArrayList<>();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Iterator<Row> each = stream.iterator(); each.hasNext(); ) {
                Row row = each.next();
                List<String> cells = new ArrayList<>(row.getCellCount());
                for (int i = 0; i < row.getCellCount(); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null ? "" : CellValue.text(called, cell, since1904));
                }
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new SheetRow(row.getRowNum(), cells));
                }
            }
        }
        return rows.isEmpty() ? null : new Sheet(called, "xlsx", '\t', rows);
    }

    private static String shown(String sheet) {
        String clean = sheet.replaceAll("\\p{Cntrl}", "?");
        return Shortened.to(40, clean);
    }

    private static Refusal damaged(String name) {
        return refused(name, "is a damaged workbook: it cannot be read to its end");
    }

    static Refusal refused(String name, String message) {
        return Refusal.invalid(List.of(new InputProblem(name, null, null, message)));
    }
}
