package io.quanttradingos.marketdata;

import org.jspecify.annotations.Nullable;

/**
 * Finds out how the numbers of a file are written of which some are not {@link NumberStyle#PLAIN}.
 *
 * <p>{@code 1,234.5}, {@code 1,234,567} and {@code 12.5} have a decimal point, {@code 1.234,5}, {@code 1.234.567} and
 * {@code 12,5} a decimal comma; {@code 1,234} alone says nothing. Goes over all rows, which only such a file costs.
 */
final class NumberStyleSurvey extends CellCursor {
    private final int[] roles;
    private final NumberCell number = new NumberCell();
    private int pointLine;
    private int commaLine;
    private int openLine;
    private String open = "";

    NumberStyleSurvey(CellCursor behindHeader, int[] roles) {
        super(behindHeader.bytes, behindHeader.position, behindHeader.line, behindHeader.delimiter);
        this.roles = roles;
    }

    /** The style; null where rows contradict each other or none settles it, with the reason among the problems. */
    @Nullable NumberStyle find(Problems problems) {
        while (!atEnd() && openQuoteLine == 0) {
            readRow();
            skipLineEnd();
        }
        if (pointLine != 0 && commaLine != 0) {
            problems.add(
                    Math.max(pointLine, commaLine),
                    null,
                    pointLine > commaLine
                            ? "has a decimal point where line " + commaLine + " has a decimal comma"
                            : "has a decimal comma where line " + pointLine + " has a decimal point");
            return null;
        }
        if (pointLine == 0 && commaLine == 0) {
            problems.add(
                    openLine,
                    null,
                    "has the number '" + open
                            + "', whose mark may part decimals or thousands, and no other number tells"
                            + " which; write numbers with a decimal point and no thousands marks");
            return null;
        }
        return pointLine != 0 ? NumberStyle.POINT : NumberStyle.COMMA;
    }

    private void readRow() {
        int column = 0;
        while (true) {
            int cellLine = line;
            next();
            if (column < roles.length && roles[column] >= 0 && openQuoteLine == 0) {
                look(cellLine);
            }
            column++;
            if (atLineEnd()) {
                return;
            }
            skipDelimiter();
        }
    }

    private void look(int cellLine) {
        double point = number.read(bytes, from, to, NumberStyle.POINT);
        double comma = number.read(bytes, from, to, NumberStyle.COMMA);
        if (Double.isNaN(point) != Double.isNaN(comma)) {
            settle(Double.isNaN(comma), cellLine);
        } else if (point != comma && !Double.isNaN(point) && openLine == 0) {
            openLine = cellLine;
            open = shown();
        }
    }

    private void settle(boolean point, int cellLine) {
        if (point && pointLine == 0) {
            pointLine = cellLine;
        } else if (!point && commaLine == 0) {
            commaLine = cellLine;
        }
    }
}
