package io.quanttradingos.marketdata;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the columns of a file of bars are for, told by its first line. */
final class BarHeader {
    static final int OPEN = 0;
    static final int HIGH = 1;
    static final int LOW = 2;
    static final int CLOSE = 3;
    static final int VOLUME = 4;
    static final int ADJUSTED_CLOSE = 5;
    static final int NUMBER_COLUMNS = 6;

    private static final List<String> FIELDS = List.of("open", "high", "low", "close", "volume", "adjusted close");
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("open", OPEN),
            Map.entry("o", OPEN),
            Map.entry("high", HIGH),
            Map.entry("h", HIGH),
            Map.entry("low", LOW),
            Map.entry("l", LOW),
            Map.entry("close", CLOSE),
            Map.entry("close/last", CLOSE),
            Map.entry("c", CLOSE),
            Map.entry("volume", VOLUME),
            Map.entry("vol", VOLUME),
            Map.entry("vol.", VOLUME),
            Map.entry("v", VOLUME),
            Map.entry("adj close", ADJUSTED_CLOSE),
            Map.entry("adj. close", ADJUSTED_CLOSE),
            Map.entry("adjclose", ADJUSTED_CLOSE),
            Map.entry("adjusted close", ADJUSTED_CLOSE));
    /** Names of a date beside which a column of times of day may stand. */
    private static final List<String> DAYS = List.of("date", "trade date", "day", "dates");

    private final List<String> labels;
    private final int[] roles;
    private boolean leftAdjustedAside;
    private final List<String> warnings = new ArrayList<>();

    private BarHeader(List<String> labels) {
        this.labels = List.copyOf(labels);
        this.roles = new int[labels.size()];
        Arrays.fill(roles, ColumnRole.IGNORED);
    }

    /** The header cells as written. */
    List<String> labels() {
        return labels;
    }

    /** Per column: the number column it fills, or one of {@link ColumnRole}. */
    int[] roles() {
        return roles;
    }

    /** What a sender may not expect about the columns that are read. */
    List<String> warnings() {
        return warnings;
    }

    /** The place of a role in the file; -1 where it has none. */
    int column(int role) {
        for (int column = 0; column < roles.length; column++) {
            if (roles[column] == role) {
                return column;
            }
        }
        return -1;
    }

    boolean has(int role) {
        return column(role) >= 0;
    }

    /** Whether a header with such names is that of bars with open, high, low and close. */
    static boolean namesBars(Collection<String> normalised) {
        return normalised.stream().map(NAMES::get).toList().containsAll(List.of(OPEN, HIGH, LOW, CLOSE));
    }

    /** The meaning of a header, or null with the reason among the problems. */
    static @Nullable BarHeader of(List<String> labels, int line, boolean adjusted, Problems problems) {
        if (isData(labels.get(0))) {
            problems.add(
                    line,
                    null,
                    "must name the columns, such as date,open,high,low,close,volume, was data starting with '"
                            + labels.get(0) + "'");
            return null;
        }
        BarHeader header = new BarHeader(labels);
        List<String> names = labels.stream().map(PriceHeader::normalised).toList();
        String fault = header.assign(names, adjusted);
        if (fault != null) {
            problems.add(line, null, fault);
            return null;
        }
        return header;
    }

    /** Whether there is an adjusted close that was not asked for. */
    boolean leftAdjustedAside() {
        return leftAdjustedAside;
    }

    private static boolean isData(String label) {
        byte[] first = label.getBytes(StandardCharsets.UTF_8);
        return CellText.isNumber(label)
                || new TimeColumn(false).read(first, 0, first.length, 1) != DayColumn.UNREADABLE;
    }

    /** Gives each column its role; what is wrong, or null. */
    private @Nullable String assign(List<String> names, boolean adjusted) {
        int clock = names.indexOf("time");
        int day = clock < 0 ? -1 : PriceHeader.first(names, DAYS);
        int date = day < 0 ? PriceHeader.dateColumn(names) : day;
        if (date < 0) {
            return "names no date column (date, datetime, timestamp or time)";
        }
        roles[date] = ColumnRole.DATE;
        if (day >= 0) {
            roles[clock] = ColumnRole.TIME_OF_DAY;
        }
        warnOfOtherDates(names, date);
        int symbol = PriceHeader.first(names, PriceHeader.SYMBOL_NAMES);
        if (symbol >= 0) {
            roles[symbol] = ColumnRole.SYMBOL;
        }
        // A letter alone may be a ticker: C is a bank.
        boolean letters = namesBars(names);
        for (int column = 0; column < roles.length; column++) {
            String name = names.get(column);
            Integer role = letters || name.length() > 1 ? NAMES.get(name) : null;
            if (role != null && has(role)) {
                return "has two " + FIELDS.get(role) + " columns, " + labels.get(column(role)) + " and "
                        + labels.get(column);
            }
            roles[column] = role != null ? role : roles[column];
        }
        String fault = settleClose(names, adjusted);
        return fault != null ? fault : settlePrices();
    }

    private void warnOfOtherDates(List<String> names, int date) {
        for (int column = 0; column < roles.length; column++) {
            if (roles[column] == ColumnRole.IGNORED && PriceHeader.isDateName(names.get(column))) {
                warnings.add(
                        "bars are dated by column " + labels.get(date) + "; " + labels.get(column) + " was left aside");
            }
        }
    }

    /** Finds the close where no column has just that name, and says what becomes of an adjusted one. */
    private @Nullable String settleClose(List<String> names, boolean adjusted) {
        int adjustedColumn = column(ADJUSTED_CLOSE);
        if (adjusted && adjustedColumn < 0) {
            return "names no adjusted close column (adj close), which adjusted prices need";
        }
        // A price alone may be a trade's; beside open, high and low it is the close.
        if (!has(CLOSE) && has(OPEN) && has(HIGH) && has(LOW)) {
            int last = PriceHeader.first(names, PriceHeader.PRICE_NAMES);
            if (last >= 0) {
                roles[last] = CLOSE;
            }
        }
        if (has(CLOSE)) {
            if (adjustedColumn >= 0 && !adjusted) {
                roles[adjustedColumn] = ColumnRole.IGNORED;
                leftAdjustedAside = true;
                warnings.add("prices are those of column " + labels.get(column(CLOSE)) + ", not adjusted; "
                        + labels.get(adjustedColumn) + " was left aside");
            }
            return null;
        }
        if (adjustedColumn < 0) {
            return "names no close column";
        }
        if (has(OPEN) || has(HIGH) || has(LOW)) {
            return "names open, high or low beside " + labels.get(adjustedColumn)
                    + " but no unadjusted close, so that their scale is unknown";
        }
        roles[adjustedColumn] = CLOSE;
        if (!adjusted) {
            warnings.add(
                    "prices are those of column " + labels.get(adjustedColumn) + ", adjusted: there is no other close");
        }
        return null;
    }

    private @Nullable String settlePrices() {
        List<String> missing = new ArrayList<>();
        for (int role = OPEN; role <= LOW; role++) {
            if (!has(role)) {
                missing.add(FIELDS.get(role));
            }
        }
        if (missing.size() == LOW + 1) {
            warnings.add("there is no open, high and low: each bar has its close for all of them");
        } else if (!missing.isEmpty()) {
            return "names no " + String.join(" and no ", missing)
                    + " column; give all of open, high, low and close, or close alone";
        }
        return null;
    }
}
