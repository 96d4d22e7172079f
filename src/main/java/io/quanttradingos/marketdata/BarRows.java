package io.quanttradingos.marketdata;

import org.jspecify.annotations.Nullable;

/** The rows of a file of bars: each is checked as soon as it is read. */
final class BarRows extends RowScanner {
    /** Rounding of adjusted prices puts a close above its high, or below its low, by this much of it at most. */
    private static final double ROUNDING = 1e-9;

    private final BarHeader header;
    private final NumberStyle style;
    private final TimeColumn times;
    private final BadRows badRows;
    private final NumberCell numbers = new NumberCell();
    private final boolean clockApart;
    private final boolean closeAlone;
    private final boolean adjusted;

    private boolean clockRead;
    private boolean styleIsOpen;
    private int faultLine;
    private @Nullable String faultColumn;
    private String fault = "";

    BarRows(
            CellCursor behindHeader,
            BarHeader header,
            NumberStyle style,
            ReadLimits limits,
            BadRows badRows,
            Problems problems) {
        this(
                behindHeader,
                header,
                style,
                new TimeColumn(header.has(ColumnRole.TIME_OF_DAY)),
                limits,
                badRows,
                problems);
    }

    private BarRows(
            CellCursor behindHeader,
            BarHeader header,
            NumberStyle style,
            TimeColumn times,
            ReadLimits limits,
            BadRows badRows,
            Problems problems) {
        super(
                behindHeader,
                header.labels(),
                header.roles(),
                BarHeader.NUMBER_COLUMNS,
                // Where the delimiter is a decimal comma too, only quotes tell them apart.
                style.decimal == behindHeader.delimiter ? 0 : style.decimal,
                true,
                times,
                limits,
                problems);
        this.header = header;
        this.style = style;
        this.times = times;
        this.badRows = badRows;
        this.clockApart = header.has(ColumnRole.TIME_OF_DAY);
        this.closeAlone = !header.has(BarHeader.OPEN);
        this.adjusted = header.has(BarHeader.ADJUSTED_CLOSE);
    }

    TimeColumn times() {
        return times;
    }

    /** Whether there are numbers that are not plain, so that all rows must be looked at for what their marks mean. */
    boolean styleIsOpen() {
        return styleIsOpen;
    }

    @Override
    boolean stopped() {
        return styleIsOpen || problems.full();
    }

    @Override
    double number(int column, int cellLine) {
        if (CellText.isMissing(bytes, from, to)) {
            return Double.NaN;
        }
        double number = numbers.read(bytes, from, to, style);
        boolean volume = roles[column] == BarHeader.VOLUME;
        if (Double.isNaN(number)) {
            noNumber(column, cellLine);
        } else if (volume ? number < 0 : number <= 0) {
            fault(cellLine, label(column), "must " + (volume ? "not be negative" : "be positive") + ", was " + shown());
        } else if (number == Double.POSITIVE_INFINITY) {
            fault(cellLine, label(column), "must be finite, was " + shown());
        }
        return number == 0 ? 0 : number;
    }

    private void noNumber(int column, int cellLine) {
        styleIsOpen |= style == NumberStyle.PLAIN
                && !(Double.isNaN(numbers.read(bytes, from, to, NumberStyle.POINT))
                        && Double.isNaN(numbers.read(bytes, from, to, NumberStyle.COMMA)));
        fault(cellLine, label(column), "must be a number, was '" + shown() + "'");
    }

    @Override
    void other(int column, int cellLine) {
        clockRead = times.readClock(bytes, from, to);
        if (!clockRead) {
            fault(
                    cellLine,
                    label(column),
                    "must be a time of day such as 09:30, written alike on every line, was '" + shown() + "'");
        }
    }

    /** Keeps the first fault of a row: one is enough to leave it out. */
    @Override
    void fault(int line, @Nullable String column, String message) {
        if (rowIsGood) {
            rowIsGood = false;
            faultLine = line;
            faultColumn = column;
            fault = message;
        }
    }

    @Override
    boolean finish(int row, int rowLine, int cells) {
        boolean timed = clockRead || !clockApart;
        clockRead = false;
        if (rowIsGood) {
            fault = "";
        }
        if (isWhole(row, rowLine, cells)) {
            if (!timed) {
                fault(rowLine, label(header.column(ColumnRole.TIME_OF_DAY)), "is empty");
            }
            checkPrices(row, rowLine);
        }
        if (!rowIsGood && !styleIsOpen && !fault.isEmpty()) {
            badRows.add(faultLine, faultColumn, fault);
        }
        return rowIsGood;
    }

    private void checkPrices(int row, int rowLine) {
        double close = columns[BarHeader.CLOSE][row];
        if (closeAlone) {
            if (!(close > 0)) {
                price(BarHeader.CLOSE, row, rowLine);
            }
        } else {
            double open = columns[BarHeader.OPEN][row];
            double high = columns[BarHeader.HIGH][row];
            double low = columns[BarHeader.LOW][row];
            if (!(low > 0 && low <= open && open <= high && low <= close && close <= high)) {
                explain(row, rowLine);
            }
        }
        if (adjusted && rowIsGood) {
            adjust(row, rowLine);
        }
    }

    /** Says what is wrong with a row's prices, or widens the bar where it is only their last digits. */
    private void explain(int row, int rowLine) {
        if (rowIsGood && isBlank(row)) {
            rowIsGood = false;
            badRows.addEmpty(rowLine);
            return;
        }
        for (int role = BarHeader.OPEN; role <= BarHeader.CLOSE; role++) {
            price(role, row, rowLine);
        }
        double high = columns[BarHeader.HIGH][row];
        double low = columns[BarHeader.LOW][row];
        if (high < low * (1 - ROUNDING)) {
            fault(
                    rowLine,
                    column(BarHeader.HIGH),
                    "must not be below the low of " + shown(low) + ", was " + shown(high));
        }
        inside(BarHeader.OPEN, row, rowLine);
        inside(BarHeader.CLOSE, row, rowLine);
        widen(row);
    }

    private boolean isBlank(int row) {
        for (int role = BarHeader.OPEN; role <= BarHeader.CLOSE; role++) {
            if (!Double.isNaN(columns[role][row])) {
                return false;
            }
        }
        return true;
    }

    private void price(int role, int row, int rowLine) {
        double price = columns[role][row];
        if (Double.isNaN(price)) {
            fault(rowLine, column(role), "has no price");
        } else if (price <= 0) {
            fault(rowLine, column(role), "must be positive, was " + shown(price));
        }
    }

    private void inside(int role, int row, int rowLine) {
        double price = columns[role][row];
        double high = columns[BarHeader.HIGH][row];
        double low = columns[BarHeader.LOW][row];
        if (price < low * (1 - ROUNDING) || price > high * (1 + ROUNDING)) {
            fault(
                    rowLine,
                    column(role),
                    "must be between the low of " + shown(low) + " and the high of " + shown(high) + ", was "
                            + shown(price));
        }
    }

    private void widen(int row) {
        double open = columns[BarHeader.OPEN][row];
        double close = columns[BarHeader.CLOSE][row];
        double most = Math.max(open, close);
        double least = Math.min(open, close);
        columns[BarHeader.HIGH][row] = Math.max(columns[BarHeader.HIGH][row], most);
        columns[BarHeader.LOW][row] = Math.min(columns[BarHeader.LOW][row], least);
    }

    /** Puts all four prices on the footing of the adjusted close, which becomes the close as it stands. */
    private void adjust(int row, int rowLine) {
        double target = columns[BarHeader.ADJUSTED_CLOSE][row];
        if (!(target > 0)) {
            price(BarHeader.ADJUSTED_CLOSE, row, rowLine);
            return;
        }
        double factor = target / columns[BarHeader.CLOSE][row];
        columns[BarHeader.CLOSE][row] = target;
        if (closeAlone) {
            return;
        }
        for (int role = BarHeader.OPEN; role <= BarHeader.LOW; role++) {
            columns[role][row] *= factor;
        }
        widen(row);
        if (!(columns[BarHeader.LOW][row] > 0 && columns[BarHeader.HIGH][row] < Double.POSITIVE_INFINITY)) {
            fault(rowLine, column(BarHeader.ADJUSTED_CLOSE), "is out of proportion to the close, was " + shown(target));
        }
    }

    private String column(int role) {
        return label(header.column(role));
    }

    private static String shown(double price) {
        if (price == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        ShortestDecimal.append(text, price);
        return text.toString();
    }
}
