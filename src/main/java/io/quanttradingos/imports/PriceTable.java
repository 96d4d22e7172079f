package io.quanttradingos.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rows of bars or closes, the form our own readers take, of drafted rows. */
final class PriceTable {
    private static final int ISO_DAY = "2024-01-02".length();
    private static final Map<Field, String> PRICES = new LinkedHashMap<>();

    static {
        PRICES.put(Field.OPEN, "open");
        PRICES.put(Field.HIGH, "high");
        PRICES.put(Field.LOW, "low");
        PRICES.put(Field.CLOSE, "close");
        PRICES.put(Field.ADJUSTED_CLOSE, "adj close");
        PRICES.put(Field.VOLUME, "volume");
    }

    private final Values values;
    private final Notes notes;
    private final @Nullable String symbol;
    private final Columns columns;
    private final @Nullable WideHeader wide;
    private final List<Field> prices;
    private final List<SheetRow> rows = new ArrayList<>();

    PriceTable(Values values, Notes notes, @Nullable String symbol, Columns columns, @Nullable WideHeader wide) {
        this.values = values;
        this.notes = notes;
        this.columns = columns;
        this.wide = wide;
        this.symbol = columns.isColumn(Field.INSTRUMENT) ? null : symbol;
        this.prices = PRICES.keySet().stream().filter(this::has).toList();
    }

    private boolean has(Field field) {
        return wide == null
                ? columns.isColumn(field)
                : wide.places().values().stream().anyMatch(places -> places.containsKey(field));
    }

    List<SheetRow> rows() {
        return isDaily() ? rows.stream().map(PriceTable::withoutTime).toList() : rows;
    }

    /** Whether no day has two bars: then the time is that of the market's opening, which moves with summer time. */
    private boolean isDaily() {
        Set<List<String>> days = new HashSet<>();
        boolean named = header().contains("symbol");
        for (SheetRow row : rows) {
            String day = row.cells().get(0).substring(0, ISO_DAY);
            if (!days.add(List.of(day, named ? row.cells().get(1) : ""))) {
                return false;
            }
        }
        return rows.size() > 1;
    }

    private static SheetRow withoutTime(SheetRow row) {
        List<String> cells = new ArrayList<>(row.cells());
        cells.set(0, cells.get(0).substring(0, ISO_DAY));
        return new SheetRow(row.line(), cells);
    }

    /** Whether the header names more than one instrument. */
    boolean isOfSeveral() {
        return wide != null && wide.places().size() > 1;
    }

    /** Whether the instruments stand beside each other with one price each. */
    private boolean isBeside() {
        return wide != null && prices.equals(List.of(Field.CLOSE));
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of("date"));
        if (wide != null && isBeside()) {
            wide.places()
                    .keySet()
                    .forEach(ticker -> header.add(Instrument.of(ticker, "", "").text()));
            return header;
        }
        if (wide != null || symbol != null || columns.isColumn(Field.INSTRUMENT)) {
            header.add("symbol");
        }
        prices.forEach(price -> header.add(PRICES.get(price)));
        return header;
    }

    void add(Draft draft) {
        LocalDate day = values.day(draft, Field.DAY);
        if (day == null) {
            return;
        }
        LocalTime time = values.time(draft, Field.DAY);
        String date = time == null || time.equals(LocalTime.MIDNIGHT) ? day.toString() : day + "T" + time;
        if (wide == null) {
            single(draft, date);
        } else {
            several(draft, date, wide);
        }
    }

    private void single(Draft draft, String date) {
        List<String> cells = new ArrayList<>(List.of(date));
        if (symbol != null || columns.isColumn(Field.INSTRUMENT)) {
            cells.add(
                    symbol != null
                            ? symbol
                            : Instrument.of(draft.text(Field.INSTRUMENT), "", "")
                                    .text());
        }
        boolean any = false;
        for (Field price : prices) {
            BigDecimal number = values.number(draft, price);
            cells.add(text(number));
            any |= number != null;
        }
        keep(draft, any, List.of(cells));
    }

    private void several(Draft draft, String date, WideHeader header) {
        List<List<String>> rowsOfDay = new ArrayList<>();
        List<String> beside = new ArrayList<>(List.of(date));
        boolean any = false;
        for (Map.Entry<String, Map<Field, Integer>> instrument : header.places().entrySet()) {
            List<String> cells = new ArrayList<>(
                    List.of(date, Instrument.of(instrument.getKey(), "", "").text()));
            boolean priced = false;
            for (Field price : prices) {
                Integer place = instrument.getValue().get(price);
                BigDecimal number = place == null ? null : values.numberAt(draft, price, place);
                cells.add(text(number));
                priced |= number != null;
            }
            any |= priced;
            beside.add(cells.get(cells.size() - 1));
            if (priced) {
                rowsOfDay.add(cells);
            }
        }
        keep(draft, any, isBeside() ? List.of(beside) : rowsOfDay);
    }

    private void keep(Draft draft, boolean any, List<List<String>> cells) {
        if (!any) {
            notes.leaveOutWithWarning(draft.row(), "has a date and no price");
            return;
        }
        cells.forEach(row -> rows.add(new SheetRow(draft.line(), row)));
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
