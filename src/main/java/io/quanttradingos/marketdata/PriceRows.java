package io.quanttradingos.marketdata;

import org.jspecify.annotations.Nullable;

/** The rows of a price file: a number is a closing price, and may be missing. */
final class PriceRows extends RowScanner {
    PriceRows(CellCursor behindHeader, PriceHeader header, ReadLimits limits, Problems problems) {
        super(
                behindHeader,
                header.labels(),
                header.roles(),
                header.priceColumns(),
                (byte) '.',
                false,
                new DayColumn(),
                limits,
                problems);
    }

    @Override
    double number(int column, int cellLine) {
        if (to - from > CellText.LONGEST_NUMBER) {
            fault(cellLine, label(column), "must be a number, was '" + shown() + "'");
            return Double.NaN;
        }
        if (CellText.isMissing(bytes, from, to)) {
            return Double.NaN;
        }
        String text = text();
        if (!CellText.isNumber(text)) {
            fault(cellLine, label(column), CellText.fault(text, shown()));
            return Double.NaN;
        }
        double price = Double.parseDouble(text);
        if (!(price > 0) || price == Double.POSITIVE_INFINITY) {
            fault(cellLine, label(column), "must be positive" + (price > 0 ? " and finite" : "") + ", was " + shown());
            return Double.NaN;
        }
        return price;
    }

    @Override
    void other(int column, int cellLine) {
        fault(cellLine, "column " + (column + 1), "has no name in the header but holds '" + shown() + "'");
    }

    @Override
    boolean finish(int row, int rowLine, int cells) {
        return isWhole(row, rowLine, cells);
    }

    @Override
    void fault(int faultLine, @Nullable String column, String message) {
        rowIsGood = false;
        problems.add(faultLine, column, message);
    }
}
