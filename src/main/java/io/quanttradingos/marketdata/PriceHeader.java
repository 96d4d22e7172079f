package io.quanttradingos.marketdata;

import io.quanttradingos.failure.Shortened;
import io.quanttradingos.units.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the columns of a price file are for, told by its first line. */
final class PriceHeader {
    private static final Set<String> DATE_NAMES =
            Set.of("date", "dates", "datetime", "date time", "timestamp", "time", "day", "trade date");
    static final List<String> SYMBOL_NAMES = List.of("symbol", "ticker", "tic", "instrument");
    private static final List<String> CLOSE_NAMES =
            List.of("close", "close/last", "adj close", "adjusted close", "adjclose");
    static final List<String> PRICE_NAMES = List.of("price", "last", "value");

    private final PriceLayout layout;
    private final List<String> labels;
    private final int[] roles;
    private final List<Symbol> symbols;

    private PriceHeader(PriceLayout layout, List<String> labels, int[] roles, List<Symbol> symbols) {
        this.layout = layout;
        this.labels = List.copyOf(labels);
        this.roles = roles;
        this.symbols = List.copyOf(symbols);
    }

    PriceLayout layout() {
        return layout;
    }

    /** The header cells as written. */
    List<String> labels() {
        return labels;
    }

    /** Per column: 0 and up the price column it fills, or one of {@link ColumnRole}. */
    int[] roles() {
        return roles;
    }

    /** Per price column of a wide file; empty for the other layouts, which have one price column. */
    List<Symbol> symbols() {
        return symbols;
    }

    /** The meaning of a header, or null with the reason among the problems. */
    static @Nullable PriceHeader of(List<String> labels, int line, Problems problems) {
        List<String> names = labels.stream().map(PriceHeader::normalised).toList();
        if (isData(labels)) {
            problems.add(line, null, "must name the columns, was data starting with '" + labels.get(0) + "'");
            return null;
        }
        int date = dateColumn(names);
        int symbol = first(names, SYMBOL_NAMES);
        int close = first(names, CLOSE_NAMES);
        if (date >= 0 && symbol >= 0) {
            int price = close >= 0 ? close : first(names, PRICE_NAMES);
            return price < 0
                    ? refused(line, "names a symbol column but no close column", problems)
                    : picked(PriceLayout.LONG, labels, date, symbol, price);
        }
        if (date < 0) {
            return refused(line, "must have the date in its first column, was '" + labels.get(0) + "'", problems);
        }
        if (close >= 0) {
            return picked(PriceLayout.BARS, labels, date, -1, close);
        }
        if (names.containsAll(List.of("open", "high", "low"))) {
            return refused(line, "names open, high and low but no close column", problems);
        }
        return wide(labels, names, date, line, problems);
    }

    private static @Nullable PriceHeader refused(int line, String message, Problems problems) {
        problems.add(line, null, message);
        return null;
    }

    static String normalised(String label) {
        return label.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static boolean isDateName(String normalised) {
        return DATE_NAMES.contains(normalised);
    }

    private static boolean isData(List<String> labels) {
        byte[] first = labels.get(0).getBytes(StandardCharsets.UTF_8);
        return new DayColumn().read(first, 0, first.length, 0) != DayColumn.UNREADABLE;
    }

    /** The column named as a date; else a first column without a name. */
    static int dateColumn(List<String> names) {
        for (int column = 0; column < names.size(); column++) {
            if (isDateName(names.get(column))) {
                return column;
            }
        }
        return names.get(0).isEmpty() ? 0 : -1;
    }

    static int first(List<String> names, List<String> wanted) {
        return wanted.stream()
                .mapToInt(names::indexOf)
                .filter(column -> column >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static PriceHeader picked(PriceLayout layout, List<String> labels, int date, int symbol, int close) {
        int[] roles = new int[labels.size()];
        Arrays.fill(roles, ColumnRole.IGNORED);
        roles[date] = ColumnRole.DATE;
        roles[close] = 0;
        if (symbol >= 0) {
            roles[symbol] = ColumnRole.SYMBOL;
        }
        return new PriceHeader(layout, labels, roles, List.of());
    }

    private static @Nullable PriceHeader wide(
            List<String> labels, List<String> names, int date, int line, Problems problems) {
        boolean numbered = date == 1 && names.get(0).isEmpty();
        if (date > 0 && !numbered) {
            return refused(line, "must have the date in its first column, was '" + labels.get(0) + "'", problems);
        }
        int[] roles = new int[labels.size()];
        Arrays.fill(roles, ColumnRole.UNNAMED);
        roles[0] = ColumnRole.IGNORED;
        roles[date] = ColumnRole.DATE;
        Map<Symbol, Integer> columns = new HashMap<>();
        List<Symbol> symbols = new ArrayList<>();
        for (int column = date + 1; column < roles.length; column++) {
            if (!labels.get(column).isEmpty()) {
                Symbol symbol = ticker(labels.get(column), column, columns, line, problems);
                if (symbol != null) {
                    roles[column] = symbols.size();
                    symbols.add(symbol);
                }
            }
        }
        if (symbols.isEmpty() && problems.none()) {
            return refused(line, "must name at least one ticker beside the date", problems);
        }
        return problems.none() ? new PriceHeader(PriceLayout.WIDE, labels, roles, symbols) : null;
    }

    private static @Nullable Symbol ticker(
            String label, int column, Map<Symbol, Integer> columns, int line, Problems problems) {
        Optional<Symbol> symbol = Symbol.parse(label);
        if (symbol.isEmpty()) {
            String shown = Shortened.to(40, label);
            problems.add(
                    line,
                    "column " + (column + 1),
                    "must be a ticker (1 to 15 of A-Z 0-9 . ^ = _ -), was '" + shown + "'");
            return null;
        }
        Integer before = columns.putIfAbsent(symbol.get(), column + 1);
        if (before != null) {
            problems.add(line, symbol.get().text(), "has two columns, " + before + " and " + (column + 1));
            return null;
        }
        return symbol.get();
    }

    /** What a sender may not expect about the columns that are read. */
    List<String> warnings() {
        if (layout == PriceLayout.WIDE) {
            return List.of();
        }
        List<String> others = new ArrayList<>();
        String read = "";
        for (int column = 0; column < roles.length; column++) {
            if (roles[column] == 0) {
                read = labels.get(column);
            } else if (roles[column] == ColumnRole.IGNORED && CLOSE_NAMES.contains(normalised(labels.get(column)))) {
                others.add(labels.get(column));
            }
        }
        return others.isEmpty()
                ? List.of()
                : List.of("prices are those of column " + read + "; " + String.join(", ", others) + " was left aside");
    }

    int priceColumns() {
        return layout == PriceLayout.WIDE ? symbols.size() : 1;
    }
}
