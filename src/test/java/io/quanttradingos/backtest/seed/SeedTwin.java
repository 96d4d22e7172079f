package io.quanttradingos.backtest.seed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The original's backtest as its description reads, step by step over boxed objects; slow, and shares no code. */
final class SeedTwin {
    private static final Set<String> MISSING = Set.of(
            "", "NA", "N/A", "NaN", "nan", "null", "NULL", "n/a", "#N/A", "<NA>", "-nan", "-NaN", "#NA", "#N/A N/A");
    private static final List<DateTimeFormatter> ZONED =
            formatters("uuuu-MM-dd'T'HH:mm:ssXXX", "uuuu-MM-dd'T'HH:mm:ssXX", "EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final List<DateTimeFormatter> YEAR_FIRST = formatters(
            "uuuu-MM-dd",
            "uuuu/MM/dd",
            "uuuuMMdd",
            "uuuu-MM-dd HH:mm:ss",
            "uuuu-MM-dd HH:mm",
            "uuuu-MM-dd'T'HH:mm:ss",
            "uuuu-MM-dd'T'HH:mm:ss.SSSSSS",
            "uuuuMMdd HHmmss",
            "uuuu-MM-dd h:mm a");
    private static final List<DateTimeFormatter> MONTH_FIRST = formatters(
            "M/d/uuuu", "M-d-uuuu", "M.d.uuuu", "M/d/uuuu HH:mm:ss", "M/d/uuuu H:mm", "M/d/uuuu h:mm a", "M/d/");
    private static final List<DateTimeFormatter> DAY_FIRST = formatters(
            "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "d/M/uuuu HH:mm:ss", "d/M/uuuu H:mm", "d/M/uuuu h:mm a", "d/M/");
    private static final List<DateTimeFormatter> NAMED = formatters(
            "MMM d, uuuu",
            "d MMMM uuuu",
            "d MMM uuuu",
            "d-MMM-uuuu",
            "d-MMM-",
            "EEEE, MMMM d, uuuu",
            "EEE MMM d HH:mm:ss uuuu",
            "d/MMM/uuuu");

    private SeedTwin() {}

    /** The original's process would have ended in an exception, or in an answer that is no JSON. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash(String why) {
            super(why);
        }
    }

    /** The description leaves open how the rows of one time stand to each other. */
    static final class OpenOrder extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Point(@Nullable Long nanos, Double equity) {}

    record Event(@Nullable Long nanos, Double close) {}

    record Trade(Double quantity, Double price) {}

    record Answer(List<Trade> trades, List<Point> equity, Map<String, Double> metrics) {}

    record Row(@Nullable Long nanos, Map<String, Double> cells) {}

    static Answer answer(String name, byte[] content, @Nullable String dateColumn, double cash, double quantity) {
        List<Event> events = new ArrayList<>();
        for (Row row : load(name, content, dateColumn)) {
            Double close = row.cells().get("close");
            if (close == null) {
                throw new Crash("KeyError: close");
            }
            events.add(new Event(row.nanos(), close));
        }
        return run(events, cash, quantity);
    }

    // Section 2.

    static Answer run(List<Event> events, double initialCash, double quantity) {
        Map<String, Double> lastPrice = new HashMap<>();
        Map<String, Double> positions = new HashMap<>();
        List<Trade> trades = new ArrayList<>();
        List<Point> curve = new ArrayList<>();
        double cash = initialCash;
        boolean signalled = false;
        for (Event event : events) {
            lastPrice.put("SPY", event.close());
            List<Double> signals = signalled ? List.of() : List.of(quantity);
            signalled = true;
            for (Double signal : signals) {
                double price = lastPrice.getOrDefault("SPY", 0.0);
                if (price <= 0) {
                    continue;
                }
                double cost = signal * price;
                if (cash < cost) {
                    continue;
                }
                cash -= cost;
                positions.merge("SPY", signal, Double::sum);
                trades.add(new Trade(signal, price));
            }
            double held = 0;
            for (Map.Entry<String, Double> position : positions.entrySet()) {
                held += position.getValue() * lastPrice.getOrDefault(position.getKey(), 0.0);
            }
            curve.add(new Point(event.nanos(), cash + held));
        }
        return new Answer(trades, curve, metrics(initialCash, curve));
    }

    // Section 3.

    static Map<String, Double> metrics(double initial, List<Point> curve) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        double last = curve.isEmpty() ? initial : curve.get(curve.size() - 1).equity();
        metrics.put("initial_value", initial);
        metrics.put("final_value", last);
        metrics.put("total_pnl", last - initial);
        metrics.put("total_return_pct", (last - initial) / initial * 100);
        metrics.put("cagr", curve.isEmpty() ? 0.0 : cagr(initial, last, curve));
        metrics.put("sharpe_ratio", curve.size() < 2 ? 0.0 : sharpe(curve));
        List<Double> peaks = new ArrayList<>();
        List<Double> falls = new ArrayList<>();
        for (int i = 0; i < curve.size(); i++) {
            List<Double> sofar =
                    curve.subList(0, i + 1).stream().map(Point::equity).toList();
            double peak = sofar.stream().anyMatch(e -> e.isNaN()) ? Double.NaN : Collections.max(sofar);
            peaks.add(peak);
            falls.add(peak - curve.get(i).equity());
        }
        double most =
                falls.isEmpty() ? 0 : falls.stream().anyMatch(f -> f.isNaN()) ? Double.NaN : Collections.max(falls);
        metrics.put("max_drawdown", most);
        boolean anyPositive = peaks.stream().anyMatch(p -> p > 0);
        int first = falls.indexOf(most);
        metrics.put("max_drawdown_pct", anyPositive ? most / peaks.get(first) * 100 : Double.isNaN(most) ? most : 0.0);
        if (metrics.values().stream().anyMatch(v -> v.isNaN() || v.isInfinite())) {
            throw new Crash("not JSON: " + metrics);
        }
        return metrics;
    }

    private static double cagr(double initial, double last, List<Point> curve) {
        double years = 1e-10;
        if (curve.size() >= 2) {
            Long from = curve.get(0).nanos();
            Long to = curve.get(curve.size() - 1).nanos();
            double days = from == null || to == null
                    ? Double.NaN
                    : ((to - from) / 1000 / 1_000_000 + (to - from) / 1000 % 1_000_000 / 1e6) / 86400;
            years = Double.isNaN(days) ? days : Math.max(days / 252, 1e-10);
        }
        double ratio = last / initial;
        if (ratio == 1.0) {
            return 0; // Python: 1.0 ** nan is 1.0
        }
        if (Double.isNaN(years)) {
            throw new Crash("NaN");
        }
        if (ratio < 0 && 1 / years != Math.floor(1 / years)) {
            throw new Crash("complex");
        }
        double power = Math.pow(ratio, 1 / years);
        if (Double.isInfinite(power)) {
            throw new Crash("OverflowError");
        }
        return (power - 1) * 100;
    }

    private static double sharpe(List<Point> curve) {
        List<Double> returns = new ArrayList<>();
        for (int i = 1; i < curve.size(); i++) {
            double before = curve.get(i - 1).equity();
            returns.add((curve.get(i).equity() - before) / Math.max(before, 1e-14));
        }
        double mean = 0;
        for (Double value : returns) {
            mean += value;
        }
        mean /= returns.size();
        double squares = 0;
        for (Double value : returns) {
            squares += Math.pow(value - mean, 2);
        }
        double deviation = Math.sqrt(squares / returns.size());
        return deviation > 1e-14 ? mean / deviation * Math.sqrt(252) : 0;
    }

    // Section 1.

    private static List<Row> load(String name, byte[] content, @Nullable String dateColumn) {
        List<List<String>> table = cells(decoded(decompressed(name, content)));
        if (table.isEmpty()) {
            throw new Crash("No columns to parse from file");
        }
        List<String> header = header(table.get(0));
        List<List<String>> rows = table.subList(1, table.size());
        int index = rows.isEmpty() ? 0 : Math.max(0, rows.get(0).size() - header.size());
        int width = header.size() + index;
        if (rows.stream().anyMatch(row -> row.size() > width)) {
            throw new Crash("Error tokenizing data");
        }
        String date = header.contains("date") ? "date" : header.get(0);
        if (dateColumn != null) {
            date = header.contains(dateColumn) ? dateColumn : header.get(0);
        }
        if (date.equals("datetime") || Collections.frequency(header, date) > 1) {
            throw new Crash("datetime or two of " + date);
        }
        Map<String, List<Double>> columns = new LinkedHashMap<>();
        for (String column : List.of("open", "high", "low", "close", "volume")) {
            if (header.contains(column) && !column.equals(date) && !rows.isEmpty()) {
                if (Collections.frequency(header, column) > 1) {
                    throw new Crash("TypeError: two columns " + column);
                }
                columns.put(column, numbers(column(rows, index + header.indexOf(column))));
            }
        }
        List<@Nullable Long> dates = dates(column(rows, index + header.indexOf(date)));
        List<Row> loaded = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Double> cells = new HashMap<>();
            for (Map.Entry<String, List<Double>> column : columns.entrySet()) {
                cells.put(column.getKey(), column.getValue().get(i));
            }
            loaded.add(new Row(dates.get(i), cells));
        }
        refuseOpenOrder(loaded);
        loaded.sort(Comparator.comparing(Row::nanos, Comparator.nullsLast(Comparator.naturalOrder())));
        return loaded;
    }

    private static void refuseOpenOrder(List<Row> rows) {
        long different = rows.stream().map(Row::nanos).distinct().count();
        boolean ordered = true;
        for (int i = 1; i < rows.size(); i++) {
            Long before = rows.get(i - 1).nanos();
            Long after = rows.get(i).nanos();
            ordered &= before != null && after != null && before <= after;
        }
        if (!ordered && rows.size() > 16 && different < rows.size()) {
            throw new OpenOrder();
        }
    }

    private static byte[] decompressed(String name, byte[] content) {
        try {
            if (name.endsWith(".gz")) {
                try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
                    return in.readAllBytes();
                }
            }
            if (name.endsWith(".zip")) {
                try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(content))) {
                    if (in.getNextEntry() == null) {
                        throw new Crash("BadZipFile");
                    }
                    return in.readAllBytes();
                }
            }
            return content;
        } catch (IOException e) {
            throw new Crash("not compressed: " + e);
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new Crash("UnicodeDecodeError");
        }
    }

    private static List<List<String>> cells(String text) {
        List<List<String>> table = new ArrayList<>();
        for (String line : text.split("\r\n|\n|\r")) {
            if (line.isBlank()) {
                continue;
            }
            List<String> row = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            boolean begun = false;
            for (char letter : (line + ",").toCharArray()) {
                if (letter == '"' && (quoted || !begun)) {
                    quoted = !quoted;
                } else if (letter == ',' && !quoted) {
                    row.add(cell.toString());
                    cell.setLength(0);
                    begun = false;
                    continue;
                } else {
                    cell.append(letter);
                }
                begun = true;
            }
            if (quoted) {
                throw new Crash("EOF inside string");
            }
            table.add(row);
        }
        return table;
    }

    private static List<String> header(List<String> cells) {
        List<String> header = new ArrayList<>();
        Set<String> raw = new java.util.HashSet<>();
        for (String cell : cells) {
            String name = cell.isEmpty() ? "Unnamed: " + header.size() : cell;
            name = raw.add(name) ? name : name + ".1";
            name = name.toLowerCase(Locale.ROOT).strip();
            header.add(
                    switch (name) {
                        case "o" -> "open";
                        case "h" -> "high";
                        case "l" -> "low";
                        case "c" -> "close";
                        case "v", "vol" -> "volume";
                        default -> name;
                    });
        }
        return header;
    }

    private static List<String> column(List<List<String>> rows, int place) {
        return rows.stream()
                .map(row -> place < row.size() && !MISSING.contains(row.get(place)) ? row.get(place) : "")
                .toList();
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[ \t]*[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?[ \t]*")
                        && !Double.isInfinite(Double.parseDouble(cell))
                || cell.toLowerCase(Locale.ROOT).matches("[+-]?inf(inity)?");
    }

    private static double python(String cell) {
        String bare = cell.strip().toLowerCase(Locale.ROOT);
        if (bare.matches("[+-]?inf(inity)?")) {
            return bare.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (bare.matches("[+-]?nan")) {
            return Double.NaN;
        }
        String plain = bare.replaceAll("(?<=[0-9])_(?=[0-9])", "");
        if (!plain.matches("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[+-]?[0-9]+)?")) {
            throw new Crash("ValueError: could not convert string to float: " + cell);
        }
        return Double.parseDouble(plain);
    }

    private static List<Double> numbers(List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        boolean truths = filled.stream().allMatch(cell -> cell.matches("True|TRUE|true|False|FALSE|false"));
        boolean numbers = filled.stream().allMatch(SeedTwin::isNumber);
        List<Double> column = new ArrayList<>();
        for (String cell : cells) {
            if (cell.isEmpty()) {
                column.add(Double.NaN);
            } else if (truths && !numbers) {
                column.add(cell.equalsIgnoreCase("true") ? 1.0 : 0.0);
            } else {
                column.add(python(cell));
            }
        }
        return column;
    }

    private static List<@Nullable Long> dates(List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isEmpty()).toList();
        boolean numbers = filled.stream().allMatch(SeedTwin::isNumber);
        boolean whole =
                numbers && filled.size() == cells.size() && filled.stream().allMatch(c -> c.matches("[0-9]+"));
        List<@Nullable Long> dates = new ArrayList<>();
        Set<Boolean> zoned = new java.util.HashSet<>();
        for (String cell : cells) {
            if (cell.isEmpty() || cell.equals("NaT")) {
                dates.add(null);
            } else if (numbers) {
                dates.add(whole ? Long.parseLong(cell) : (long) Double.parseDouble(cell));
            } else {
                dates.add(date(cell.strip(), zoned));
            }
        }
        if (zoned.size() > 1) {
            throw new Crash("can't compare offset-naive and offset-aware datetimes");
        }
        return dates;
    }

    private static Long date(String cell, Set<Boolean> zoned) {
        for (List<DateTimeFormatter> formats : List.of(ZONED, YEAR_FIRST, MONTH_FIRST, DAY_FIRST, NAMED)) {
            for (DateTimeFormatter format : formats) {
                ParsePosition position = new ParsePosition(0);
                if (format.parseUnresolved(cell, position) == null || position.getIndex() < cell.length()) {
                    continue;
                }
                try {
                    TemporalAccessor time = format.parse(cell);
                    zoned.add(formats == ZONED);
                    return nanos(LocalDateTime.from(time), formats == ZONED ? ZoneOffset.from(time) : ZoneOffset.UTC);
                } catch (DateTimeParseException e) {
                    // Such as 13/01/2024 with the month first.
                }
            }
        }
        throw new Crash("Unknown string format: " + cell);
    }

    private static long nanos(LocalDateTime time, ZoneOffset offset) {
        if (time.getYear() < 1678 || time.getYear() > 2261) {
            throw new Crash("Out of bounds nanosecond timestamp: " + time);
        }
        return time.toEpochSecond(offset) * 1_000_000_000 + time.getNano();
    }

    /** A pattern that ends in a separator goes on with a year of two digits. */
    private static List<DateTimeFormatter> formatters(String... patterns) {
        List<DateTimeFormatter> formatters = new ArrayList<>();
        for (String pattern : patterns) {
            DateTimeFormatterBuilder builder =
                    new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
            if (pattern.endsWith("/") || pattern.endsWith("-")) {
                builder.appendValueReduced(ChronoField.YEAR, 2, 2, 1976);
            }
            if (!pattern.contains("h")) {
                builder.parseDefaulting(ChronoField.HOUR_OF_DAY, 0);
            }
            if (pattern.endsWith("'GMT'")) {
                builder.parseDefaulting(ChronoField.OFFSET_SECONDS, 0);
            }
            formatters.add(builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT));
        }
        return formatters;
    }
}
