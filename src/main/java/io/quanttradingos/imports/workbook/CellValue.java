package io.quanttradingos.imports.workbook;

import io.quanttradingos.failure.InputProblem;
import io.quanttradingos.failure.Refusal;
import io.quanttradingos.failure.Shortened;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/** The text of one cell. */
final class CellValue {
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);

    private CellValue() {}

    /**
     * The text.
     *
     * @param sheet for messages
     * @param since1904 whether days count from 1904, as in workbooks of old Macintoshes
     */
    static String text(String sheet, Cell cell, boolean since1904) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.ERROR || isError(raw, cell)) {
            throw Refusal.invalid(List.of(new InputProblem(
                    sheet,
                    cell.getAddress().getRow() + 1,
                    cell.getAddress().toString(),
                    "shows the error " + shown(raw) + "; a cell must have a value")));
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.asBoolean()) ? "TRUE" : "FALSE";
        }
        BigDecimal number = numberIn(cell);
        if (number == null) {
            return String.valueOf(cell.getText()).strip();
        }
        String format = cell.getDataFormatString();
        return format == null || !DateStyle.is(format) ? plain(number) : DateStyle.text(number, since1904);
    }

    /** A formula has its last value as it stands in the file. */
    private static @Nullable BigDecimal numberIn(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber();
        }
        String raw = cell.getType() == CellType.FORMULA ? cell.getRawValue() : null;
        if (raw == null || raw.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static boolean isError(@Nullable String raw, Cell cell) {
        return cell.getType() == CellType.FORMULA
                && raw != null
                && raw.startsWith("#")
                && raw.matches("#[A-Z0-9/]+[!?]?");
    }

    /** The file holds 0.1 + 0.2 as 0.30000000000000004, which its author reads as 0.3: 15 digits are what a sheet shows. */
    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.precision() > 15 ? number.round(SHOWN) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String shown(@Nullable String raw) {
        return raw == null ? "of an unknown kind" : Shortened.to(20, raw);
    }
}
