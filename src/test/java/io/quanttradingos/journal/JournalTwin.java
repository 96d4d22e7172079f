package io.quanttradingos.journal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The figures of a journal once more, the plain way: from its lines, in exact decimals, one loop for each. */
final class JournalTwin {
    /** One trade; money is exact. */
    record Row(
            LocalDate date,
            String symbol,
            boolean isLong,
            BigDecimal quantity,
            BigDecimal entry,
            BigDecimal exit,
            BigDecimal fee,
            @Nullable BigDecimal stop,
            @Nullable LocalDate exitDate) {

        LocalDate closing() {
            return exitDate == null ? date : exitDate;
        }

        BigDecimal gross() {
            BigDecimal move = exit.subtract(entry).multiply(quantity);
            return isLong ? move : move.negate();
        }

        BigDecimal net() {
            return gross().subtract(fee);
        }

        double result() {
            return net().doubleValue();
        }

        boolean hasMultiple() {
            return stop != null && (isLong ? stop.compareTo(entry) < 0 : stop.compareTo(entry) > 0);
        }

        double multiple() {
            BigDecimal atRisk = entry.subtract(stop).abs().multiply(quantity);
            return net().doubleValue() / atRisk.doubleValue();
        }
    }

    final List<Row> rows;

    JournalTwin(List<String> lines) {
        rows = lines.stream()
                .skip(1)
                .map(line -> row(line.split(",", -1)))
                .sorted(Comparator.comparing(Row::closing))
                .toList();
    }

    private static Row row(String[] cells) {
        return new Row(
                LocalDate.parse(cells[0]),
                cells[1].toUpperCase(Locale.ROOT),
                cells[2].equals("LONG"),
                new BigDecimal(cells[3]),
                new BigDecimal(cells[4]),
                new BigDecimal(cells[5]),
                cells[6].isEmpty() ? BigDecimal.ZERO : new BigDecimal(cells[6]),
                cells[7].isEmpty() ? null : new BigDecimal(cells[7]),
                cells[8].isEmpty() ? null : LocalDate.parse(cells[8]));
    }

    List<Double> net() {
        return rows.stream().map(Row::result).toList();
    }

    List<Double> wins() {
        return net().stream().filter(value -> value > 0).toList();
    }

    List<Double> losses() {
        return net().stream().filter(value -> value < 0).toList();
    }

    List<Double> multiples() {
        return rows.stream().filter(Row::hasMultiple).map(Row::multiple).toList();
    }

    static double sum(List<Double> values) {
        return values.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    static double mean(List<Double> values) {
        return values.isEmpty() ? Double.NaN : sum(values) / values.size();
    }

    static double deviation(List<Double> values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.size() < 2 ? Double.NaN : Math.sqrt(squares / (values.size() - 1));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Longest stretch i..j whose results all have the sign. */
    int longestStreak(int sign) {
        List<Double> net = net();
        int longest = 0;
        for (int i = 0; i < net.size(); i++) {
            int j = i;
            while (j < net.size() && Math.signum(net.get(j)) == sign) {
                j++;
            }
            longest = Math.max(longest, j - i);
        }
        return longest;
    }

    int currentStreak() {
        List<Double> net = net();
        int length = 0;
        while (length < net.size()
                && Math.signum(net.get(net.size() - 1 - length)) == Math.signum(net.get(net.size() - 1))) {
            length++;
        }
        return length;
    }

    /** The lowest difference of a later and an earlier point of the curve that starts at {@code start}. */
    BigDecimal deepestFall() {
        List<BigDecimal> curve = curve(BigDecimal.ZERO);
        BigDecimal deepest = BigDecimal.ZERO;
        for (int i = 0; i < curve.size(); i++) {
            for (int j = i + 1; j < curve.size(); j++) {
                deepest = deepest.min(curve.get(j).subtract(curve.get(i)));
            }
        }
        return deepest;
    }

    double deepestFraction(double account) {
        List<BigDecimal> curve = curve(BigDecimal.valueOf(account));
        double deepest = 0;
        for (int i = 0; i < curve.size(); i++) {
            for (int j = i + 1; j < curve.size(); j++) {
                deepest = Math.min(
                        deepest, curve.get(j).doubleValue() / curve.get(i).doubleValue() - 1);
            }
        }
        return deepest;
    }

    private List<BigDecimal> curve(BigDecimal start) {
        List<BigDecimal> curve = new ArrayList<>(List.of(start));
        rows.forEach(row -> curve.add(curve.get(curve.size() - 1).add(row.net())));
        return curve;
    }

    /** Rows by what they have in common. */
    record Groups(Map<String, List<Row>> rows) {
        List<Row> of(String key) {
            return rows.getOrDefault(key, List.of());
        }
    }

    Groups by(Function<Row, @Nullable String> key) {
        Map<String, List<Row>> groups = new TreeMap<>();
        for (Row row : rows) {
            String name = key.apply(row);
            if (name != null) {
                groups.computeIfAbsent(name, unused -> new ArrayList<>()).add(row);
            }
        }
        return new Groups(groups);
    }

    static @Nullable String holdingTime(Row row) {
        if (row.exitDate() == null) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(row.date(), row.exitDate());
        if (days <= 1) {
            return days == 0 ? "SAME_DAY" : "1_DAY";
        }
        return days <= 5 ? "2_TO_5_DAYS" : days <= 20 ? "6_TO_20_DAYS" : days <= 60 ? "21_TO_60_DAYS" : "OVER_60_DAYS";
    }
}
