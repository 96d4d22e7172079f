package io.quanttradingos.discipline;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The original's rules a second time, slow and written from their description alone: cells as maps of Python values,
 * numbers formatted by whole-number arithmetic. Throws {@link Crash} where the original did.
 */
final class SeedTwin {
    private static final List<String> NOTHING = List.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    /** The original ended with an unhandled exception. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record Answer(double score, List<String> violations, double mismatchRate, Map<String, Integer> summary) {}

    private SeedTwin() {}

    static Answer judge(List<String> csv, Map<String, @Nullable Object> plan, String label) {
        List<Map<String, @Nullable Object>> frame = frame(csv);
        List<String> out = new ArrayList<>();

        if (!plan.containsKey("allowed_regimes")) {
            throw new Crash();
        }
        boolean allowed;
        Object list = plan.get("allowed_regimes");
        if (list instanceof String text) {
            allowed = text.indexOf(label) >= 0;
        } else if (list instanceof Collection<?> elements) {
            allowed = elements.stream().anyMatch(label::equals);
        } else if (list instanceof Map<?, ?> map) {
            allowed = map.keySet().stream().anyMatch(label::equals);
        } else {
            throw new Crash();
        }
        for (int i = 0; i < frame.size() && !allowed; i++) {
            out.add(i + "|Regime Mismatch|Trade taken during " + label + " regime");
        }
        if (truthy(plan.get("stop_required"))) {
            for (int i = 0; i < frame.size(); i++) {
                if (absent(frame.get(i).get("stop_price"))) {
                    out.add(i + "|Missing Stop|Stop required but not provided");
                }
            }
        }
        sizes(frame, plan, label, out);
        exits(frame, out);

        int n = Math.max(1, frame.size());
        double raw = 1.0 - out.size() / (double) n;
        Map<String, Integer> summary = new LinkedHashMap<>();
        for (String line : out) {
            String type = line.substring(line.indexOf('|') + 1, line.lastIndexOf('|'));
            summary.put(type, summary.containsKey(type) ? summary.get(type) + 1 : 1);
        }
        double mismatch = summary.containsKey("Regime Mismatch") ? summary.get("Regime Mismatch") / (double) n : 0;
        return new Answer(
                Math.max(0.0, Double.parseDouble(text(raw, 2, false))),
                out,
                Double.parseDouble(text(mismatch, 2, false)),
                summary);
    }

    private static void sizes(
            List<Map<String, @Nullable Object>> frame,
            Map<String, @Nullable Object> plan,
            String label,
            List<String> out) {
        double account = truthy(plan.get("account_size")) ? toFloat(plan.get("account_size")) : 0.0;
        if (account == 0.0 || account < 0.0 || !truthy(plan.get("position_limits_by_regime"))) {
            return;
        }
        if (!(plan.get("position_limits_by_regime") instanceof Map<?, ?> limits)) {
            throw new Crash();
        }
        Object limit = null;
        boolean searching = true;
        if (limits.containsKey(label)) {
            limit = limits.get(label);
            searching = false;
        }
        for (Map.Entry<?, ?> entry : limits.entrySet()) {
            String prefix = (String) entry.getKey();
            if (searching && label.regionMatches(0, prefix, 0, prefix.length())) {
                limit = entry.getValue();
                searching = false;
            }
        }
        if (limit == null) {
            return;
        }
        if (limit instanceof String || limit instanceof Collection || limit instanceof Map) {
            throw new Crash();
        }
        double percent = toFloat(limit);
        double most = (percent / 100.0) * account;
        for (int i = 0; i < frame.size(); i++) {
            Object entry = frame.get(i).get("entry_price");
            Object shares = frame.get(i).get("shares");
            if (absent(entry) || absent(shares)) {
                continue;
            }
            double value = toFloat(entry) * toFloat(shares);
            if (value > most) {
                out.add(String.join(
                        "",
                        i + "|Oversized for Regime|Position value $",
                        text(value, 0, true),
                        " exceeds ",
                        text(percent, 1, false),
                        "% of account ($",
                        text(most, 0, true),
                        ") in regime '",
                        label,
                        "'."));
            }
        }
    }

    private static void exits(List<Map<String, @Nullable Object>> frame, List<String> out) {
        for (int i = 0; i < frame.size(); i++) {
            Map<String, @Nullable Object> row = frame.get(i);
            Object side = row.containsKey("side") ? row.get("side") : "LONG";
            if (!(side instanceof String word)) {
                throw new Crash();
            }
            boolean isShort = word.toUpperCase(Locale.ROOT).equals("SHORT");
            Object e = row.get("entry_price");
            Object x = row.get("exit_price");
            Object s = row.get("stop_price");
            if (absent(e) || absent(x) || absent(s)) {
                continue;
            }
            double risk = isShort ? arithmetic(s) - arithmetic(e) : arithmetic(e) - arithmetic(s);
            if (Math.abs(risk) < 0.0001) {
                continue;
            }
            double r = (isShort ? arithmetic(e) - arithmetic(x) : arithmetic(x) - arithmetic(e)) / risk;
            String tail = "Entry: $" + text(arithmetic(e), 2, false) + ", Exit: $" + text(arithmetic(x), 2, false)
                    + ", Stop: $" + text(arithmetic(s), 2, false);
            if (r >= 0 && r < 0.5) {
                out.add(i + "|Early Exit|Exited at " + text(r, 2, false) + "R (less than 0.5R threshold). " + tail);
            }
            if (Math.abs(arithmetic(x) - arithmetic(s)) < 0.01 && Math.abs(risk) > 0.01) {
                out.add(i + "|Late Exit|Hit stop loss at " + text(r, 2, false)
                        + "R. Trade likely had >= 1R unrealized gain before reversing. " + tail);
            }
        }
    }

    /** Rows as maps of column name to Double, String or, for a missing cell, null. */
    private static List<Map<String, @Nullable Object>> frame(List<String> csv) {
        List<String> names = List.of(csv.get(0).split(",", -1));
        List<Map<String, @Nullable Object>> frame = new ArrayList<>();
        for (String line : csv.subList(1, csv.size())) {
            List<String> cells = List.of(line.split(",", -1));
            if (cells.size() > names.size()) {
                throw new Crash();
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int c = names.size() - 1; c >= 0; c--) {
                String cell = c < cells.size() ? cells.get(c) : "";
                row.put(names.get(c), NOTHING.contains(cell) ? null : cell);
            }
            frame.add(row);
        }
        for (String name : names) {
            boolean numeric = frame.stream().map(row -> row.get(name)).allMatch(SeedTwin::looksNumeric);
            if (numeric) {
                frame.forEach(row -> row.computeIfPresent(name, (key, cell) -> toFloat(cell)));
                // A column of nothing but missing cells is a column of numbers as well.
            }
        }
        return frame;
    }

    private static boolean looksNumeric(@Nullable Object cell) {
        return cell == null
                || (!((String) cell).contains("_")
                        && !((String) cell).equalsIgnoreCase("nan ")
                        && floatOrNull((String) cell) != null);
    }

    private static boolean absent(@Nullable Object cell) {
        return cell == null || (cell instanceof Double d && d.isNaN());
    }

    private static double arithmetic(@Nullable Object cell) {
        if (cell instanceof Double number) {
            return number;
        }
        throw new Crash();
    }

    private static double toFloat(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return Boolean.TRUE.equals(flag) ? 1 : 0;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        Double parsed = value instanceof String text ? floatOrNull(text) : null;
        if (parsed == null) {
            throw new Crash();
        }
        return parsed;
    }

    private static @Nullable Double floatOrNull(String text) {
        String t = text.trim().toLowerCase(Locale.ROOT);
        String unsigned = t.startsWith("+") || t.startsWith("-") ? t.substring(1) : t;
        double sign = t.startsWith("-") ? -1 : 1;
        for (int i = unsigned.indexOf('_'); i >= 0; i = unsigned.indexOf('_')) {
            if (i == 0
                    || i == unsigned.length() - 1
                    || !Character.isDigit(unsigned.charAt(i - 1))
                    || !Character.isDigit(unsigned.charAt(i + 1))) {
                return null;
            }
            unsigned = unsigned.substring(0, i) + unsigned.substring(i + 1);
        }
        if (unsigned.equals("inf") || unsigned.equals("infinity")) {
            return sign * Double.POSITIVE_INFINITY;
        }
        if (unsigned.equals("nan")) {
            return Double.NaN;
        }
        boolean plain = !unsigned.isEmpty()
                && unsigned.chars().allMatch(c -> "0123456789.e+-".indexOf(c) >= 0)
                && (Character.isDigit(unsigned.charAt(0)) || unsigned.charAt(0) == '.');
        try {
            return plain ? (Double) (sign * Double.parseDouble(unsigned)) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static boolean truthy(@Nullable Object value) {
        if (value == null || value.equals("") || value.equals(false)) {
            return false;
        }
        if (value instanceof Number number) {
            return number.doubleValue() != 0.0;
        }
        return !(value instanceof Collection<?> c && c.isEmpty()) && !(value instanceof Map<?, ?> m && m.isEmpty());
    }

    /** Fixed decimals, half to even: the double is mantissa · 2^exponent, so the digits are one exact division. */
    static String text(double value, int decimals, boolean commas) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        String sign = 1 / value < 0 || value < 0 ? "-" : "";
        if (value == Double.POSITIVE_INFINITY || value == Double.NEGATIVE_INFINITY) {
            return sign + "inf";
        }
        int exponent = Math.getExponent(value) == Double.MIN_EXPONENT - 1
                ? Double.MIN_EXPONENT - 52
                : Math.getExponent(value) - 52;
        long bits = Double.doubleToLongBits(value) & 0xfffffffffffffL;
        long mantissa = Math.getExponent(value) == Double.MIN_EXPONENT - 1 ? bits : bits | 0x10000000000000L;
        BigInteger numerator = BigInteger.valueOf(mantissa).multiply(BigInteger.TEN.pow(decimals));
        BigInteger denominator = BigInteger.ONE;
        if (exponent >= 0) {
            numerator = numerator.shiftLeft(exponent);
        } else {
            denominator = denominator.shiftLeft(-exponent);
        }
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        int half = parts[1].shiftLeft(1).compareTo(denominator);
        BigInteger digits = half > 0 || (half == 0 && parts[0].testBit(0)) ? parts[0].add(BigInteger.ONE) : parts[0];
        StringBuilder text = new StringBuilder(digits.toString());
        while (text.length() <= decimals) {
            text.insert(0, '0');
        }
        String whole = text.substring(0, text.length() - decimals);
        String fraction = decimals == 0 ? "" : "." + text.substring(text.length() - decimals);
        if (commas) {
            StringBuilder reversed = new StringBuilder();
            for (int i = 0; i < whole.length(); i++) {
                reversed.append(i > 0 && i % 3 == 0 ? "," : "").append(whole.charAt(whole.length() - 1 - i));
            }
            whole = reversed.reverse().toString();
        }
        return sign + whole + fraction;
    }
}
