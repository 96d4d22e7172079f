package io.quanttradingos.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is not blank, with the part of a format it falls to.
 *
 * @param part the table or section, with {@code columns} where its header is known; null outside of all that is read
 */
record Line(
        SheetRow row,
        Role role,
        @Nullable Declared part,
        @Nullable Columns columns,
        String where) {
    enum Role {
        /** Outside of the table. */
        OUTSIDE,
        HEADER,
        DATA
    }

    static Line outside(SheetRow row, String where) {
        return new Line(row, Role.OUTSIDE, null, null, where);
    }

    /** The physical line of the first header; 0 where there is none. */
    static int firstHeader(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.role == Role.HEADER)
                .mapToInt(line -> line.row.line())
                .findFirst()
                .orElse(0);
    }
}
