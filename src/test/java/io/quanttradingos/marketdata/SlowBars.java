package io.quanttradingos.marketdata;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads bars the slow way: the text split into lines and cells, decimals as BigDecimal, dates by java.time. */
final class SlowBars {
    /** The whole of one bar. */
    record Bar(double open, double high, double low, double close, double volume) {}

    /**
     * What the slow way has to be told.
     *
     * @param time a pattern, or {@code s} or {@code ms} since 1970
     * @param thousands the mark to drop; empty for none
     */
    record Spelling(String delimiter, String time, char decimal, String thousands, boolean adjusted) {}

    final Map<String, TreeMap<LocalDateTime, Bar>> instruments = new LinkedHashMap<>();
    final List<Integer> badLines = new ArrayList<>();
    private final Spelling spelling;
    private final List<String> names;

    SlowBars(String text, Spelling spelling, String symbol) {
        this.spelling = spelling;
        String[] lines = text.split("\r\n|\n|\r", -1);
        int header = 0;
        while (lines[header].isBlank()) {
            header++;
        }
        names = cells(lines[header]).stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        for (int line = header + 1; line < lines.length; line++) {
            if (!lines[line].replace(spelling.delimiter, "").isBlank()) {
                take(cells(lines[line]), line + 1, symbol);
            }
        }
    }

    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split(spelling.delimiter + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)) {
            cells.add(cell.strip().replaceAll("^\"(.*)\"$", "$1").strip());
        }
        return cells;
    }

    private void take(List<String> cells, int line, String symbol) {
        if (find(cells, "open", "o").isEmpty() && isWithoutPrices(cells)) {
            return;
        }
        try {
            BigDecimal open = number(find(cells, "open", "o"));
            BigDecimal high = number(find(cells, "high", "h"));
            BigDecimal low = number(find(cells, "low", "l"));
            BigDecimal close = number(find(cells, "close", "c", "close/last"));
            require(low.compareTo(open) <= 0 && open.compareTo(high) <= 0);
            require(low.compareTo(close) <= 0 && close.compareTo(high) <= 0);
            require(low.signum() > 0 && Double.isFinite(high.doubleValue()));
            String volume = find(cells, "volume", "vol", "v");
            boolean unknown = List.of("", "null", "NA", "-").contains(volume);
            double traded = unknown ? Double.NaN : number(volume).doubleValue();
            require(!(traded < 0));
            BigDecimal factor = BigDecimal.ONE;
            if (spelling.adjusted) {
                BigDecimal adjusted = number(find(cells, "adj close", "adjusted close", "adjclose"));
                require(adjusted.signum() > 0);
                factor = adjusted.divide(close, MathContext.DECIMAL128);
            }
            LocalDateTime time = time(find(cells, "date", "timestamp", "datetime", "time"));
            String own =
                    names.contains("symbol") || names.contains("ticker") ? find(cells, "symbol", "ticker") : symbol;
            require(own.matches("[A-Za-z0-9.^=_-]{1,15}"));
            instruments
                    .computeIfAbsent(own.toUpperCase(Locale.ROOT), key -> new TreeMap<>())
                    .put(
                            time,
                            new Bar(
                                    open.multiply(factor).doubleValue(),
                                    high.multiply(factor).doubleValue(),
                                    low.multiply(factor).doubleValue(),
                                    close.multiply(factor).doubleValue(),
                                    traded));
        } catch (RuntimeException e) {
            badLines.add(line);
        }
    }

    /** A day without a bar. */
    private boolean isWithoutPrices(List<String> cells) {
        return find(cells, "high", "h").isEmpty()
                && find(cells, "low", "l").isEmpty()
                && find(cells, "close", "c", "close/last").isEmpty();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }

    /** The cell under one of these labels; empty where there is no such column. */
    private String find(List<String> cells, String... labels) {
        for (String label : labels) {
            if (names.contains(label)) {
                return cells.get(names.indexOf(label));
            }
        }
        return "";
    }

    private BigDecimal number(String cell) {
        String plain = spelling.thousands.isEmpty() ? cell : cell.replace(spelling.thousands, "");
        return new BigDecimal(plain.replace("$", "").replace(spelling.decimal, '.'));
    }

    private LocalDateTime time(String cell) {
        if (spelling.time.endsWith("s") && spelling.time.length() <= 2) {
            BigDecimal millis = new BigDecimal(cell).movePointRight(spelling.time.equals("s") ? 3 : 0);
            return LocalDateTime.ofEpochSecond(
                    Math.floorDiv(millis.longValue(), 1000L),
                    (int) Math.floorMod(millis.longValue(), 1000L) * 1_000_000,
                    ZoneOffset.UTC);
        }
        DateTimeFormatter form = DateTimeFormatter.ofPattern(spelling.time, Locale.ROOT);
        TemporalAccessor parsed = form.parse(cell);
        // The library makes 29 February of 31 February.
        require(form.format(parsed).equals(cell));
        return parsed.isSupported(ChronoField.HOUR_OF_DAY)
                ? LocalDateTime.from(parsed)
                : LocalDate.from(parsed).atStartOfDay();
    }
}
