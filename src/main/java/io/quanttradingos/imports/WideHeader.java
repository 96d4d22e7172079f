package io.quanttradingos.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The header of prices that has the instruments beside each other: a column each ({@code KSA US Equity}), or a column for each
 * price of each, with the price in one row of the header and the ticker in the next.
 *
 * @param day the place of the date
 * @param places for each instrument the place of each of its prices
 */
record WideHeader(int day, Map<String, Map<Field, Integer>> places, Columns columns) {
    private static final Map<String, Field> PRICES = Map.of(
            "open", Field.OPEN,
            "high", Field.HIGH,
            "low", Field.LOW,
            "close", Field.CLOSE,
            "last", Field.CLOSE,
            "adj close", Field.ADJUSTED_CLOSE,
            "volume", Field.VOLUME);
    private static final List<String> PASSED_OVER = List.of("dividends", "stock splits", "capital gains", "repaired?");

    /** How many columns it explains. */
    int width() {
        return 1 + places.values().stream().mapToInt(Map::size).sum();
    }

    static @Nullable WideHeader of(Declared format, List<SheetRow> rows, int header) {
        if (format.wide != null && format.declaration.headerRows() == 2) {
            return withFields(format, rows, header);
        }
        return format.wide == null ? stacked(format, rows, header) : beside(format, rows.get(header));
    }

    /** A row of tickers above a row of dates and fields, such as {@code PX_LAST}. */
    private static @Nullable WideHeader withFields(Declared format, List<SheetRow> rows, int header) {
        if (header + 1 >= rows.size()) {
            return null;
        }
        List<String> tickers = rows.get(header).cells();
        List<String> fields = rows.get(header + 1).cells();
        Columns columns = Columns.of(format, HeaderCells.of(rows.get(header + 1)));
        if (columns == null || !columns.isColumn(Field.DAY)) {
            return null;
        }
        int day = columns.places(Field.DAY)[0];
        Map<String, Map<Field, Integer>> places = new LinkedHashMap<>();
        String ticker = null;
        for (int i = day + 1; i < fields.size(); i++) {
            String cell = i < tickers.size() ? Cells.bare(tickers.get(i)) : "";
            ticker = cell.isEmpty() ? ticker : ticker(format, cell);
            Field price = PRICES.get(HeaderName.normal(fields.get(i)).replaceFirst("^px ", ""));
            if (ticker == null || price == null) {
                return null;
            }
            places.computeIfAbsent(ticker, any -> new LinkedHashMap<>()).put(price, i);
        }
        return places.isEmpty() ? null : new WideHeader(day, places, columns);
    }

    private static @Nullable WideHeader beside(Declared format, SheetRow header) {
        Columns columns = Columns.of(format, HeaderCells.of(header));
        if (columns == null || !columns.isColumn(Field.DAY)) {
            return null;
        }
        int day = columns.places(Field.DAY)[0];
        Map<String, Map<Field, Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < header.cells().size(); i++) {
            String cell = Cells.bare(header.cells().get(i));
            if (i == day || cell.isEmpty()) {
                continue;
            }
            String ticker = ticker(format, cell);
            if (ticker == null || places.put(ticker, Map.of(Field.CLOSE, i)) != null) {
                return null;
            }
        }
        return places.isEmpty() ? null : new WideHeader(day, places, columns);
    }

    private static @Nullable String ticker(Declared format, String cell) {
        for (TextPattern pattern : format.wide == null ? List.<TextPattern>of() : format.wide) {
            Map<Field, String> captured = pattern.captured(TextPattern.normal(cell), cell);
            if (captured != null && captured.containsKey(Field.INSTRUMENT)) {
                return captured.get(Field.INSTRUMENT);
            }
        }
        return null;
    }

    private static @Nullable WideHeader stacked(Declared format, List<SheetRow> rows, int header) {
        if (header + 2 >= rows.size()) {
            return null;
        }
        Columns columns = Columns.of(format, HeaderCells.of(rows.get(header + 2)));
        if (columns == null || !columns.isColumn(Field.DAY) || columns.places(Field.DAY)[0] != 0) {
            return null;
        }
        List<String> first = rows.get(header).cells();
        List<String> second = rows.get(header + 1).cells();
        boolean pricesFirst = prices(first) != null;
        List<Optional<Field>> prices = pricesFirst ? prices(first) : prices(second);
        List<String> tickers = pricesFirst ? second : first;
        if (prices == null || tickers.size() != prices.size()) {
            return null;
        }
        Map<String, Map<Field, Integer>> places = new LinkedHashMap<>();
        for (int i = 1; i < prices.size(); i++) {
            String ticker = Cells.bare(tickers.get(i));
            if (ticker.isEmpty()) {
                return null;
            }
            if (prices.get(i).isPresent()) {
                places.computeIfAbsent(ticker, any -> new LinkedHashMap<>())
                        .put(prices.get(i).get(), i);
            }
        }
        return places.isEmpty() ? null : new WideHeader(0, places, columns);
    }

    /** The price of each cell but the first; null where a cell is none. */
    private static @Nullable List<Optional<Field>> prices(List<String> cells) {
        if (cells.size() < 2) {
            return null;
        }
        Field[] prices = new Field[cells.size()];
        for (int i = 1; i < prices.length; i++) {
            String name = HeaderName.normal(cells.get(i));
            prices[i] = PRICES.get(name);
            if (prices[i] == null && !PASSED_OVER.contains(name)) {
                return null;
            }
        }
        return new ArrayList<>(Arrays.stream(prices).map(Optional::ofNullable).toList());
    }
}
